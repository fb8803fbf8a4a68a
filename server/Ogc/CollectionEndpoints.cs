using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Geo;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Ogc;

/// <summary>OGC API Features Part 1: /req/core/fc-md-op and /req/core/sfc-md-op; Parts 3 and 5 for queryables and schema.</summary>
public sealed class CollectionEndpoints(PlanCatalogue catalogue, CollectionFinder collections, ExtentStore extents, ItemFormats formats, IEnumerable<IOgcAddition> additions, Links links)
{
    private static readonly FrozenSet<string> Parameters = FrozenSet.Create("f", Language.Parameter);

    public async Task<IResult> Collections(HttpContext context)
    {
        QueryReader.Of(context.Request.Query, Parameters);
        var described = new List<object>();
        foreach (var collection in collections.Readable)
        {
            described.Add(await Describe(collection, context));
        }

        return Json(new
        {
            links = new Link[] { new(links.To(context.Request, "/collections"), "self", Links.Json), new(links.To(context.Request, "/collections?f=html"), "alternate", Links.Html) },
            collections = described,
        });
    }

    public async Task<IResult> Collection(string collectionId, HttpContext context)
    {
        var collection = collections.GetReadable(collectionId);
        QueryReader.Of(context.Request.Query, Parameters);
        return Json(await Describe(collection, context));
    }

    public IResult Queryables(string collectionId, HttpContext context) => Schema(collectionId, "queryables", CollectionSchema.Queryables, context);

    public IResult Sortables(string collectionId, HttpContext context) => Schema(collectionId, "sortables", CollectionSchema.Sortables, context);

    public IResult Schema(string collectionId, HttpContext context) => Schema(collectionId, "schema", CollectionSchema.Whole, context);

    /// <summary>A feature as it is written in GeoJSON.</summary>
    public IResult FeatureSchema(string collectionId, HttpContext context) => Schema(collectionId, "schema/feature", CollectionSchema.Feature, context);

    private JsonHttpResult<JsonObject> Schema(
        string collectionId, string resource, Func<CollectionDefinition, IReadOnlyDictionary<string, Vocabulary>, string, string, JsonObject> write, HttpContext context)
    {
        var collection = collections.GetReadable(collectionId);
        QueryReader.Of(context.Request.Query, Parameters);
        var id = links.To(context.Request, $"/collections/{collection.Id}/{resource}");
        return TypedResults.Json(write(collection, collections.Vocabularies, id, Language.Of(context.Request)), JsonOptions.Links, Links.Schema);
    }

    // The same in the list and by itself, to the byte.
    private async Task<object> Describe(CollectionDefinition collection, HttpContext context)
    {
        var extent = await extents.Of(collection, RevisionFilter.Of(context), context.RequestAborted);
        var (language, isOfPlan) = (Language.Of(context.Request), collections.IsOfPlan(collection));
        string Address(string resource) => links.To(context.Request, $"/collections/{collection.Id}{resource}");
        return new
        {
            id = collection.Id,
            title = collection.Title.In(language),
            description = collection.Description.In(language),
            keywords = isOfPlan ? catalogue.Product.Keywords.In(language).Prepend(collection.Title.In(language)) : null,
            attribution = Provenance.Attribution(catalogue, extent.Sources),
            contacts = isOfPlan ? Provenance.Contacts(catalogue.Product) : null,
            itemType = "feature",
            itemCount = extent.Count,
            crs = CrsParameter.Supported,
            storageCrs = CrsList.Store.Uri,
            extent = new { spatial = extent.Bbox is null ? null : new { bbox = new[] { extent.Bbox }, crs = Crs.Wire }, temporal = Temporal(extent) },
            links = (Link[])[
                new(Address(""), "self", Links.Json),
                new(Address("/items"), "items", Links.GeoJson, collection.Title.In(language)),
                new(Address("/queryables"), Links.QueryablesRel, Links.Schema),
                new(Address("/sortables"), Links.SortablesRel, Links.Schema),
                new(Address("/schema"), Links.SchemaRel, Links.Schema),

                // GDAL knows the relation in another spelling only; to everybody else they are the same (RFC 8288, 2.1.1).
                new(Address("/schema/feature"), "describedby", Links.Schema),
                new(Address("/schema/feature"), "describedBy", Links.Schema),
                .. formats.LinksOf(Address, isOfPlan),
                .. Provenance.Licences(catalogue, extent.Sources),
                .. isOfPlan ? OfPlan(collection, Address).Concat(StyleEndpoints.Of(collection, context.Request, links)) : [],
            ],
        };
    }

    private IEnumerable<Link> OfPlan(CollectionDefinition collection, Func<string, string> address) =>
    [
        new(address("?f=html"), "alternate", Links.Html),
        new(address("/facets"), "related", Links.Json),
        new(address("/tiles"), Links.VectorTilesRel, Links.Json),
        .. additions.SelectMany(addition => addition.LinksOf(collection, address)),
    ];

    private static object? Temporal(Extent extent)
    {
        if (extent is { FromYear: null, ToYear: null })
        {
            return null;
        }

        static string? Date(int? year, string day) => year is null ? null : string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{day}");
        return new { interval = new[] { new[] { Date(extent.FromYear, "01-01T00:00:00Z"), Date(extent.ToYear, "12-31T23:59:59Z") } } };
    }

    private static JsonHttpResult<object> Json(object value) => TypedResults.Json(value, JsonOptions.Links, Links.Json);
}
