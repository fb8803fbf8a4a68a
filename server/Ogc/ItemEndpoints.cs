using System.Buffers;
using System.Globalization;
using System.Collections.Frozen;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Geo;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Ogc;

/// <summary>OGC API Features Part 1: /req/core/fc-op and /req/core/f-op.</summary>
public sealed class ItemEndpoints(CollectionFinder collections, ItemStore items, KnownTotals totals, ItemFormats formats, IOwnFeatures owned, Links links)
{
    private static readonly FrozenSet<string> FeatureParameters = FrozenSet.Create("crs", "as-of", "f");

    public async Task Items(string collectionId, HttpContext context)
    {
        var collection = collections.GetReadable(collectionId);
        var parameters = QueryReader.Of(context.Request.Query, ItemQuery.Parameters(collection), formats.Names);
        var (name, isOfPlan) = (formats.Of(context.Request), collections.IsOfPlan(collection));
        var query = ItemQuery.Read(collection, parameters) with { Encoding = name == JsonFg.Name ? ItemEncoding.JsonFg : ItemEncoding.GeoJson };
        var format = formats.Find(name, collection, isOfPlan);
        if (RevisionFilter.AnswersHeld(context))
        {
            return;
        }

        query = totals.Added(query, RevisionFilter.Of(context));
        var own = query.Selection.AsOf is null ? await owned.FindFor(context, collection) : null;
        if (format is not null && own is not null)
        {
            // A file that leaves out what its reader has just written would be taken for the whole.
            throw RequestException.Malformed("format-not-supported", new { parameter = "f", value = name, supported = new[] { ItemFormats.GeoJson, JsonFg.Name } });
        }

        if (format is not null)
        {
            await WriteAs(format, query, parameters, context);
            return;
        }

        using var output = new HeldStart(context.Response.BodyWriter);
        var page = await items.Write(
            query with { Selection = query.Selection with { Own = own } },
            output,
            () =>
            {
                Describe(context.Response, query.Output);
                if (query.Encoding == ItemEncoding.JsonFg)
                {
                    context.Response.ContentType = JsonFg.MediaType;
                    Encoding.UTF8.GetBytes(JsonFg.Head(collection, query.Output, links.To(context.Request, $"/collections/{collection.Id}/schema")), output);
                    return;
                }

                output.Write("""{"type":"FeatureCollection","features":["""u8);
            },
            context.RequestAborted);
        Encoding.UTF8.GetBytes(Tail(context, query, parameters, page), output);
        await output.FlushAsync(context.RequestAborted);
    }

    /// <summary>Which features are on the page is asked first; links are in the header, for there is no other place for them.</summary>
    private async Task WriteAs(IItemFormat format, ItemQuery query, QueryReader parameters, HttpContext context)
    {
        using var text = new MemoryStream();
        var output = PipeWriter.Create(text, new StreamPipeWriterOptions(leaveOpen: true));
        var page = await items.Write(query with { Encoding = ItemEncoding.Codes }, output, () => output.Write("["u8), context.RequestAborted);
        output.Write("]"u8);
        await output.CompleteAsync();
        var header = new List<string> { Header(links.Self(context.Request), "self", format.MediaType) };
        if (page.NextToken is { } token)
        {
            header.Add(Header(Next(context, parameters, token), "next", format.MediaType));
        }

        context.Response.Headers.Link = header.ToArray();
        context.Response.Headers["Content-Crs"] = query.Output.ContentCrs;
        await format.Write(query with { Selection = query.Selection.OfCodes(JsonSerializer.Deserialize<string[]>(text.ToArray())!), After = null, Matched = null, Total = null }, context);
    }

    private static string Header(string address, string rel, string type) => $"<{address}>; rel=\"{rel}\"; type=\"{type}\"";

    private string Next(HttpContext context, QueryReader parameters, string token) =>
        links.Self(context.Request, parameters.All.Where(given => given.Key != "token").Append(new("token", token)));

    public async Task Item(string collectionId, string code, HttpContext context)
    {
        var collection = collections.GetReadable(collectionId);
        var parameters = QueryReader.Of(context.Request.Query, FeatureParameters);
        var crs = CrsParameter.Read(parameters, "crs");
        var (response, cancel) = (context.Response, context.RequestAborted);

        var asOf = FeatureSelection.ReadAsOf(parameters);
        var own = asOf is null && await owned.FindFor(context, collection, code) is { } proposed ? proposed.ByCode.GetValueOrDefault(code) : null;
        if ((own is null ? await items.Find(collection, code, asOf, crs, cancel) : await items.Find(collection, own, crs, cancel)) is { } feature)
        {
            if (feature.AnswersHeld(context, code))
            {
                return;
            }

            var output = response.BodyWriter;
            Describe(response, crs);
            output.Write(feature.Json);
            output.Write(",\"links\":"u8);
            Link[] pages = collections.IsOfPlan(collection)
                ? [new($"{ItemAddress(context, collection, code)}?f=html", "alternate", Links.Html), new($"{links.Root(context.Request)}/?select={collection.Id}/{code}", "related", Links.Html)]
                : [];
            Link.Write(
                output,
                [
                    new(links.Self(context.Request), "self", Links.GeoJson),
                    .. pages,
                    new(links.To(context.Request, $"/collections/{collection.Id}"), "collection", Links.Json),
                    new(ItemAddress(context, collection, code), "canonical", Links.GeoJson),
                ]);
            output.Write("}"u8);
            await output.FlushAsync(cancel);
            return;
        }

        var successor = (own is null ? await items.FindSuccessor(collection, code, cancel) : null) ?? throw CollectionFinder.UnknownFeature(code);
        response.StatusCode = StatusCodes.Status308PermanentRedirect;
        response.Headers.Location = ItemAddress(context, collection, successor) + context.Request.QueryString.ToUriComponent();
    }

    private static void Describe(HttpResponse response, CrsDefinition crs)
    {
        response.ContentType = Links.GeoJson;
        response.Headers["Content-Crs"] = crs.ContentCrs;
    }

    private string ItemAddress(HttpContext context, CollectionDefinition collection, string code) =>
        links.To(context.Request, $"/collections/{collection.Id}/items/{code}");

    private string Tail(HttpContext context, ItemQuery query, QueryReader parameters, ItemStore.Page page)
    {
        var collection = query.Selection.Collection;
        var type = query.Encoding == ItemEncoding.JsonFg ? JsonFg.MediaType : Links.GeoJson;
        var related = new List<Link>
        {
            new(links.Self(context.Request), "self", type),
            new(links.To(context.Request, $"/collections/{collection.Id}"), "collection", Links.Json),
        };
        if (collections.IsOfPlan(collection))
        {
            related.Insert(1, new Link(links.Self(context.Request, parameters.All.Where(given => given.Key is not ("f" or "crs")).Append(new("f", "html"))), "alternate", Links.Html));
        }

        if (page.NextToken is { } token)
        {
            related.Add(new Link(Next(context, parameters, token), "next", type));
        }

        var matched = page.Matched is { } total ? string.Create(CultureInfo.InvariantCulture, $",\"numberMatched\":{total}") : "";
        var stamp = DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"],\"numberReturned\":{page.Count}{matched},\"timeStamp\":\"{stamp}\",\"links\":{JsonSerializer.Serialize(related, JsonOptions.Links)}}}");
    }
}
