using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using NetTopologySuite.Geometries;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Geo;
using SpatialPlan.Server.Ogc.Counts;
using SpatialPlan.Server.Ogc.Mvt;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Ogc.Tiles;

/// <summary>What tiles there are: OGC API Tiles /req/tileset/desc-op, and TileJSON 3.0 for maps that know nothing else.</summary>
public sealed class TilesetEndpoints(CollectionFinder collections, PlanCatalogue catalogue, ExtentStore extents, PointIndexes indexes, LargeCollections large, PlanDatabase database, Links links)
{
    private const string TilingSchemeRel = "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme";

    public IResult MatrixSets(HttpContext context)
    {
        Read(context, []);
        return Json(new { tileMatrixSets = TileMatrixSet.All.Select(set => new { id = set.Id, title = set.Title, uri = set.Uri, crs = set.Crs, links = new Link[] { new(Scheme(set, context), "self", Links.Json) } }) });
    }

    public IResult MatrixSet(string matrixSet, HttpContext context)
    {
        var set = Find(matrixSet);
        Read(context, []);
        return TypedResults.Json(TileMatrices.Definition(set), JsonOptions.Links, Links.Json);
    }

    public IResult Tilesets(string? collectionId, HttpContext context)
    {
        var chosen = Chosen(collectionId, context);
        Read(context, chosen);
        var title = (collectionId is null ? catalogue.Product.Title : chosen[0].Title).In(Language.Of(context.Request));
        return Json(new
        {
            tilesets = TileMatrixSet.All.Select(set => new
            {
                title,
                dataType = "vector",
                crs = set.Crs,
                tileMatrixSetURI = set.Uri,
                links = new Link[] { new(Address(set, collectionId, context), "self", Links.Json), new(Scheme(set, context), TilingSchemeRel, Links.Json) },
            }),
        });
    }

    public async Task<IResult> Tileset(string? collectionId, string matrixSet, HttpContext context)
    {
        var set = Find(matrixSet);
        var chosen = Chosen(collectionId, context);
        Read(context, chosen);
        var (address, language) = (Address(set, collectionId, context), Language.Of(context.Request));
        var (reach, _) = await Reach(chosen, RevisionFilter.Of(context), context.RequestAborted);
        return Json(new
        {
            title = (collectionId is null ? catalogue.Product.Title : chosen[0].Title).In(language),
            dataType = "vector",
            crs = set.Crs,
            tileMatrixSetURI = set.Uri,
            tileMatrixSetLimits = reach.IsNull ? null : TileMatrices.Limits(set, reach, TileSql.Buffer / (double)MvtLayer.Extent),
            boundingBox = reach.IsNull ? null : new { crs = Crs.Wire, lowerLeft = new[] { reach.MinX, reach.MinY }, upperRight = new[] { reach.MaxX, reach.MaxY } },
            layers = chosen.Select(collection => new { id = collection.Id, title = collection.Title.In(language), description = collection.Description.In(language), dataType = "vector", geometryDimension = Dimension(collection) }),
            links = (object[])
            [
                new Link(address, "self", Links.Json),
                new Link(Scheme(set, context), TilingSchemeRel, Links.Json),
                new Link($"{address}/tilejson", "describedby", Links.Json),
                .. StyleEndpoints.Of(collectionId is null ? null : chosen[0], context.Request, links),
                new { href = $"{address}/{{tileMatrix}}/{{tileRow}}/{{tileCol}}", rel = "item", type = TileResponse.MediaType, templated = true },
            ],
        });
    }

    public async Task<IResult> TileJson(string? collectionId, string matrixSet, HttpContext context)
    {
        var set = Find(matrixSet);
        var chosen = Chosen(collectionId, context);
        Read(context, chosen);
        var (layers, language, revision) = (new JsonArray(), Language.Of(context.Request), RevisionFilter.Of(context));
        var (reach, sources) = await Reach(chosen, revision, context.RequestAborted);
        foreach (var collection in chosen)
        {
            layers.Add(await Layer(collection, set, language, revision, context.RequestAborted));
        }

        // The same filter that the description was asked with is that of the tiles; how the description is told is its own.
        var filter = QueryString.Create(context.Request.Query.Where(given => given.Key is not ("f" or Language.Parameter)));
        var template = $"{Address(set, collectionId, context)}/{{z}}/{{y}}/{{x}}{filter.ToUriComponent()}";
        var described = new JsonObject
        {
            ["tilejson"] = "3.0.0",
            ["name"] = (collectionId is null ? catalogue.Product.Title : chosen[0].Title).In(language),
            ["description"] = (collectionId is null ? catalogue.Product.Description : chosen[0].Description).In(language),
            ["attribution"] = Provenance.Attribution(catalogue, sources) ?? "",
            ["scheme"] = "xyz",
            ["tiles"] = new JsonArray(template),
            ["minzoom"] = 0,
            ["maxzoom"] = set.MaximumZoom,
            ["crs"] = set.Crs,
            ["vector_layers"] = layers,
        };
        if (!reach.IsNull)
        {
            described["bounds"] = new JsonArray(reach.MinX, reach.MinY, reach.MaxX, reach.MaxY);
        }

        return TypedResults.Json(described, JsonOptions.Links, Links.Json);
    }

    private static int Dimension(CollectionDefinition collection) => collection.GeometryType switch { "Point" => 0, "MultiLineString" => 1, _ => 2 };

    private static TileMatrixSet Find(string matrixSet) => TileMatrixSet.Find(matrixSet) ?? throw TileProblems.UnknownMatrixSet();

    /// <summary>The filters are those of the tiles; where there are none to choose, only form and language are asked about.</summary>
    private static void Read(HttpContext context, IReadOnlyList<CollectionDefinition> chosen)
    {
        IEnumerable<string> filters = chosen.Count == 0 ? ["f"] : TileQuery.Parameters(chosen);
        string[] choice = chosen.Count == 0 || context.Request.RouteValues.ContainsKey("collectionId") ? [] : ["collections"];
        QueryReader.Of(context.Request.Query, filters.Concat(choice).Append(Language.Parameter).ToFrozenSet());
    }

    private static JsonHttpResult<object> Json(object value) => TypedResults.Json(value, JsonOptions.Links, Links.Json);

    /// <summary>How many features, and whether a client should draw the collection from tiles; a large one is counted by cell up to a zoom.</summary>
    private async Task<JsonObject> Layer(CollectionDefinition collection, TileMatrixSet set, string language, PlanRevision revision, CancellationToken cancel)
    {
        var index = await indexes.Of(collection, revision, cancel);
        var isLarge = index is null ? await large.Has(collection, database.Tiles, cancel) : index.Count > large.Most;
        return new JsonObject
        {
            ["id"] = collection.Id,
            ["description"] = collection.Title.In(language),
            ["fields"] = new JsonObject(TileSql.Attributes(collection).Select(property => KeyValuePair.Create(property.Name, (JsonNode?)property.Title.In(language)))),
            ["x-geometry-type"] = collection.GeometryType,
            ["x-large"] = isLarge,
            ["x-counted-to-zoom"] = isLarge && index is not null ? LayerChoice.LastFarZoom - set.MapZoom(0) : null,
        };
    }

    /// <summary>What the features of some collections cover, in degrees, and whose they are.</summary>
    private async Task<(Envelope Reach, IReadOnlySet<string> Sources)> Reach(IEnumerable<CollectionDefinition> chosen, PlanRevision revision, CancellationToken cancel)
    {
        var (reach, sources) = (new Envelope(), new HashSet<string>());
        foreach (var collection in chosen)
        {
            var extent = await extents.Of(collection, revision, cancel);
            sources.UnionWith(extent.Sources);
            if (extent.Bbox is [var west, var south, var east, var north])
            {
                reach.ExpandToInclude(new Envelope(west, east, south, north));
            }
        }

        return (reach, sources);
    }

    private IReadOnlyList<CollectionDefinition> Chosen(string? collectionId, HttpContext context) =>
        collectionId is null ? collections.Named(context.Request.Query["collections"]) : [collections.Get(collectionId)];

    private string Address(TileMatrixSet set, string? collectionId, HttpContext context) =>
        links.To(context.Request, $"{(collectionId is null ? "" : $"/collections/{collectionId}")}/tiles/{set.Id}");

    private string Scheme(TileMatrixSet set, HttpContext context) => links.To(context.Request, $"/tileMatrixSets/{set.Id}");
}
