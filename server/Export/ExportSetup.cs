using SpatialPlan.Server.Ogc;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Export;

/// <summary>Hangs exports into the OGC API.</summary>
public static class ExportSetup
{
    /// <summary>A file takes longer than a page.</summary>
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(5);

    private static readonly string[] GetOrHead = [HttpMethods.Get, HttpMethods.Head];

    public static void AddExport(this IServiceCollection services)
    {
        services.AddSingleton<GdalFiles>();
        services.AddSingleton<ExportPackage>();
        services.AddSingleton<ExportDeliveries>();
        services.AddSingleton<LayerDefinition>();
        services.AddSingleton<ExportEndpoints>();
        services.AddSingleton<IOgcAddition, ExportDescription>();
        services.AddSingleton<IItemFormat>(services => new ItemExport(ExportFormat.Csv, "text/csv", services.GetRequiredService<ExportEndpoints>()));
        services.AddSingleton<IItemFormat>(services => new ItemExport(ExportFormat.FlatGeobuf, "application/flatgeobuf", services.GetRequiredService<ExportEndpoints>()));
    }

    public static void MapExport(this WebApplication app)
    {
        var exports = app.Services.GetRequiredService<ExportEndpoints>();
        app.MapGroup("/ogc").AddEndpointFilter<RevisionFilter>()
            .MapMethods("/collections/{collectionId}/export", GetOrHead, exports.Export)
            .WithMetadata(new Variant(LayerDefinition.Variant))
            .Offers([.. ExportFormat.All.Select(format => format.MediaType), ExportFormat.ZipMediaType, Links.Json])
            .WithRequestTimeout(Deadline);
    }
}
