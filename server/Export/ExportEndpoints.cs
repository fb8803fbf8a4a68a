using System.Globalization;
using Microsoft.Net.Http.Headers;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Gdal;
using SpatialPlan.Server.Ogc;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Export;

/// <summary>Any collection with any filter in the format somebody uses.</summary>
public sealed class ExportEndpoints(CollectionFinder collections, PlanDatabase database, PlanCatalogue catalogue, ExportPackage package, ExportDeliveries deliveries, LayerDefinition layers, Links links)
{
    private static readonly ExportTurns Streams = new(atOnce: 8, waiting: 8);
    private static readonly ExportTurns Jobs = new(atOnce: 2, waiting: 8);

    public async Task Export(string collectionId, HttpContext context)
    {
        var collection = collections.Get(collectionId);
        var query = ExportQuery.Read(collection, context.Request.Query);
        if (!RevisionFilter.AnswersHeld(context))
        {
            await Send(query, context);
        }
    }

    /// <summary>Writes an export, or a page of items, as an answer.</summary>
    public async Task Send(ExportQuery query, HttpContext context)
    {
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

        var client = ClientAddress.Of(context);
        using var delivery = deliveries.Begin(client);
        await (query.IsZip || query.Format?.Driver is not null
            ? SendFile(context, query, client, delivery, cancel)
            : SendStream(context, query, client, delivery, cancel));
    }

    private async Task SendStream(HttpContext context, ExportQuery query, string client, ExportDeliveries.Delivery delivery, CancellationToken cancel)
    {
        using var body = new HeldStart(context.Response.BodyWriter);
        using var stream = new ExportOutput(body);
        using (await Streams.Take(client, cancel))
        {
            await using var features = await ExportFeatures.Open(database, catalogue, query, cancel);
            Describe(context, query);
            if (query.Format is null)
            {
                stream.Put(features.Metadata.Json.ToJsonString(JsonText.Format));
                await stream.Flush(cancel);
            }
            else
            {
                await StreamedFiles.Write(features, stream, cancel);
            }
        }

        await delivery.Send(context, stream.Spilled, stream.SendRest);
    }

    /// <summary>The turn and the connection end with the making: how long the sending takes is the client's affair. The folder goes when the file is sent, and also when nobody waits for it any more.</summary>
    private async Task SendFile(HttpContext context, ExportQuery query, string client, ExportDeliveries.Delivery delivery, CancellationToken cancel)
    {
        using var folder = JobFolder.Create();
        string path;
        using (await Jobs.Take(client, cancel))
        {
            await using var features = await ExportFeatures.Open(database, catalogue, query, cancel);
            path = await package.Make(features, folder, cancel);
        }

        Describe(context, query);
        var size = new FileInfo(path).Length;
        context.Response.ContentLength = size;
        await delivery.Send(context, size, time => context.Response.SendFileAsync(path, time));
    }

    private void Describe(HttpContext context, ExportQuery query)
    {
        var (collection, format) = (query.Selection.Collection, query.Format);
        if (query.PageType is { } type)
        {
            context.Response.ContentType = type;
            return;
        }

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
