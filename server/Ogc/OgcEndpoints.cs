using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Ogc;

/// <summary>The public read API.</summary>
public static class OgcEndpoints
{
    public static void AddOgc(this IServiceCollection services)
    {
        services.AddSingleton<Links>();
        services.AddSingleton<CollectionFinder>();
        services.AddSingleton<ItemStore>();
        services.AddSingleton<FacetStore>();
        services.AddSingleton<ExtentStore>();
        services.AddSingleton<LandingEndpoints>();
        services.AddSingleton<CollectionEndpoints>();
        services.AddSingleton<ItemEndpoints>();
        services.AddSingleton<FacetEndpoints>();
    }

    public static void MapOgc(this WebApplication app)
    {
        var ogc = app.MapGroup("/ogc").AddEndpointFilter<RevisionFilter>();
        var landing = app.Services.GetRequiredService<LandingEndpoints>();
        ogc.MapGet("/", landing.Landing);
        ogc.MapGet("/conformance", landing.ConformsTo);
        ogc.MapGet("/api", landing.Api);

        var collections = app.Services.GetRequiredService<CollectionEndpoints>();
        ogc.MapGet("/collections", (Delegate)collections.Collections);
        ogc.MapGet("/collections/{collectionId}", collections.Collection);
        ogc.MapGet("/collections/{collectionId}/queryables", collections.Queryables);
        ogc.MapGet("/collections/{collectionId}/schema", collections.Schema);

        var items = app.Services.GetRequiredService<ItemEndpoints>();
        ogc.MapGet("/collections/{collectionId}/items", items.Items);
        ogc.MapGet("/collections/{collectionId}/items/{code}", items.Item);

        var facets = app.Services.GetRequiredService<FacetEndpoints>();
        ogc.MapGet("/collections/{collectionId}/facets", facets.Facets);
    }
}
