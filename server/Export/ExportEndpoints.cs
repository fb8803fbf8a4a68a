using System.Globalization;
using Microsoft.Net.Http.Headers;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Ogc;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Export;

/// <summary>Any collection with any filter in the format somebody uses.</summary>
public sealed class ExportEndpoints(CollectionFinder collections, PlanDatabase database, PlanCatalogue catalogue, ExportPackage package, LayerDefinition layers, Links links)
{
    private static readonly ExportTurns Streams = new(atOnce: 8, waiting: 8);
    private static readonly ExportTurns Jobs = new(atOnce: 2, waiting: 8);

    public async Task Export(string collectionId, HttpContext context)
    {
        var collection = collections.Get(collectionId);
        var query = ExportQuery.Read(collection, context.Request.Query);
        var cancel = context.RequestAborted;
        if (HttpMethods.IsHead(context.Request.Method))
        {
            Describe(context, query);
            return;
        }

        if (query.Format == ExportFormat.LayerDefinition)
        {
            Describe(context, query);
            await context.Response.WriteAsync(layers.Of(query, context.Request), cancel);
            return;
        }

        var isJob = query.IsZip || query.Format?.Driver is not null;
        using var turn = await (isJob ? Jobs : Streams).Take(cancel);
        if (isJob)
        {
            await SendFile(context, query, cancel);
            return;
        }

        await using var features = await ExportFeatures.Open(database, catalogue, query, cancel);
        Describe(context, query);
        await (query.Format is null
            ? context.Response.WriteAsync(features.Metadata.Json.ToJsonString(JsonText.Format), cancel)
            : StreamedFiles.Write(features, context.Response.BodyWriter, cancel));
    }

    /// <summary>The folder goes when the file is sent, and also when nobody waits for it any more.</summary>
    private async Task SendFile(HttpContext context, ExportQuery query, CancellationToken cancel)
    {
        using var folder = JobFolder.Create();
        string path;

        // The connection goes back before the file is sent: how long that takes is the client's affair.
        await using (var features = await ExportFeatures.Open(database, catalogue, query, cancel))
        {
            path = await package.Make(features, folder, cancel);
        }

        Describe(context, query);
        context.Response.ContentLength = new FileInfo(path).Length;
        await context.Response.SendFileAsync(path, cancel);
    }

    private void Describe(HttpContext context, ExportQuery query)
    {
        var (collection, format) = (query.Selection.Collection, query.Format);
        context.Response.ContentType = format is null ? Links.Json : query.IsZip ? ExportFormat.ZipMediaType : format.MediaType;
        if (format is null)
        {
            return;
        }

        var extension = query.IsZip ? $"{format.Name}.zip" : format.Extension;
        context.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment")
        {
            FileName = string.Create(CultureInfo.InvariantCulture, $"{collection.Id}.{extension}"),
            FileNameStar = $"{FileName(collection.Title.Zh)}.{extension}",
        }.ToString();
        var described = QueryString.Create(context.Request.Query.Where(given => given.Key is not ("f" or "encoding" or "package" or "lang")).Append(new("f", ExportQuery.Metadata)));
        context.Response.Headers.Link = $"<{links.To(context.Request, $"/collections/{collection.Id}/export")}{described.ToUriComponent()}>; rel=\"describedby\"; type=\"{Links.Json}\"";
    }

    /// <summary>A title is a name of a file when it has nothing that a path or a header could mean.</summary>
    internal static string FileName(string title)
    {
        const int Longest = 60;
        var name = string.Concat(title.Where(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_' or '·'));
        return name.Length == 0 ? "export" : name[..Math.Min(name.Length, Longest)];
    }
}
