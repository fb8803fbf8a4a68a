using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Web;
using SpatialPlan.Server.Web.OpenApi;
using SpatialPlan.Server.Ogc.Tiles;

namespace SpatialPlan.Server.Ogc;

/// <summary>The API in OpenAPI 3.0, written from the catalogue: everything in its place and parameters with their style, as strict clients want them.</summary>
public sealed class OpenApiDocument(CollectionFinder collections, ItemFormats formats, IEnumerable<IOgcAddition> additions)
{
    public JsonObject Of(PlanCatalogue catalogue, string server, string language = Language.Chinese)
    {
        var paths = new JsonObject
        {
            ["/"] = Path("landing", "Landing page", [Form("json", "html"), Lang()], Links.Json, Links.Html),
            ["/conformance"] = Path("conformance", "Conformance classes", [Form("json", "html"), Lang()], Links.Json, Links.Html),
            ["/api"] = Path("api", "This document", [Form("json", "html"), Lang()], Links.OpenApi, Links.Html),
            ["/functions"] = Path("functions", "What a filter may call", [Form("json"), Lang()], Links.Json),
            ["/collections"] = Path("collections", "The collections", [Form("json", "html"), Lang()], Links.Json, Links.Html),
        };
        StylePaths.AddTo(paths);
        TilePaths.AddTo(paths, catalogue, collections.All);
        foreach (var collection in collections.Readable)
        {
            var (id, address) = (collection.Id.Replace('-', '_'), $"/collections/{collection.Id}");
            paths[address] = Path($"describe_{id}", collection.Title.En, [Form(["json", .. Html("html")]), Lang()], [Links.Json, .. Html(Links.Html)]);
            paths[$"{address}/queryables"] = Path($"queryables_{id}", $"{collection.Title.En}: queryables", [Form("json"), Lang()], Links.Schema);
            paths[$"{address}/sortables"] = Path($"sortables_{id}", $"{collection.Title.En}: sortables", [Form("json"), Lang()], Links.Schema);
            paths[$"{address}/schema"] = Path($"schema_{id}", $"{collection.Title.En}: schema", [Form("json"), Lang()], Links.Schema);
            paths[$"{address}/schema/feature"] = Path($"schema_feature_{id}", $"{collection.Title.En}: schema of a feature as GeoJSON", [Form("json"), Lang()], Links.Schema);
            var written = formats.LinksOf(path => path, collections.IsOfPlan(collection)).ToList();
            paths[$"{address}/items"] = Path(
                $"items_{id}",
                $"{collection.Title.En}: features",
                OpenApiOperation.Features,
                [.. Selection(collection, catalogue), .. Paging(), SortBy(collection), Output(), Form([ItemFormats.GeoJson, .. written.Select(link => link.Title!), .. Html("html")])],
                [Links.GeoJson, .. written.Select(link => link.Type), .. Html(Links.Html)]);
            paths[$"{address}/items/{{featureId}}"] = Path($"item_{id}", $"{collection.Title.En}: one feature", OpenApiOperation.Feature, [FeatureId(), AsOf(), Output(), Form(["json", .. Html("html")])], [Links.GeoJson, .. Html(Links.Html)]);
            if (!collections.IsOfPlan(collection))
            {
                continue;
            }

            paths[$"{address}/facets"] = Path($"facets_{id}", $"{collection.Title.En}: counts and sums; each facet ignores its own filter", [.. Selection(collection, catalogue), Form("json")], Links.Json);

            // Collections of samples have no pages.
            string[] Html(string what) => collections.IsOfPlan(collection) ? [what] : [];
        }

        foreach (var addition in additions)
        {
            addition.Describe(paths, catalogue);
        }

        var document = new JsonObject
        {
            ["openapi"] = "3.0.3",
            ["info"] = ApiInfo.Of(catalogue.Product, language),
            ["servers"] = new JsonArray(new JsonObject { ["url"] = server }),
            ["paths"] = OpenApiParts.InPlace(paths),
        };
        foreach (var addition in additions)
        {
            addition.Complete(document, catalogue);
        }

        return document;
    }

    internal static JsonObject Path(string id, string summary, JsonObject[] parameters, params string[] mediaTypes) => Path(id, summary, OpenApiOperation.Plain, parameters, mediaTypes);

    internal static JsonObject Path(string id, string summary, OpenApiOperation operation, JsonObject[] parameters, params string[] mediaTypes) => new()
    {
        ["get"] = new JsonObject
        {
            ["operationId"] = id,
            ["summary"] = summary,
            ["parameters"] = new JsonArray([.. parameters]),
            ["responses"] = operation.Responses(mediaTypes),
        },
    };

    /// <summary>The forms of an answer, the first without asking; a page has the parameters of what it shows.</summary>
    internal static JsonObject Form(params string[] forms) => Query("f", "The form of the answer, instead of the header Accept", new JsonObject
    {
        ["type"] = "string",
        ["enum"] = new JsonArray([.. forms.Select(form => (JsonNode)form)]),
    });

    internal static JsonObject Lang() => Query(Language.Parameter, "The language of words, instead of the header Accept-Language", new JsonObject
    {
        ["type"] = "string",
        ["enum"] = new JsonArray(Language.Chinese, Language.English),
    });

    /// <summary>What an export understands of what items do.</summary>
    internal static IEnumerable<JsonObject> Exportable(CollectionDefinition collection, PlanCatalogue catalogue) => [.. Selection(collection, catalogue), SortBy(collection), Output()];

    internal static IEnumerable<JsonObject> Selection(CollectionDefinition collection, PlanCatalogue catalogue)
    {
        yield return Query("bbox", "west,south,east,north in degrees (west of 180° to east of it crosses the meridian), or in the order of bbox-crs", new JsonObject
        {
            ["type"] = "array",
            ["minItems"] = 4,
            ["maxItems"] = 6,
            ["items"] = new JsonObject { ["type"] = "number" },
        });
        yield return CrsOf("bbox-crs", "What the numbers of bbox are in");
        yield return Query("datetime", "Plan time: a year, a date, a date-time or an interval; selects by horizon_from and horizon_to", Text());
        yield return AsOf();
        yield return Query("filter", "A condition in CQL2 on the queryables, geometry among them", Text());
        yield return Query("filter-lang", "How the condition is written; cql-text is read as cql2-text", new JsonObject
        {
            ["type"] = "string",
            ["enum"] = new JsonArray([.. FilterParameter.Languages.Select(language => (JsonNode)language)]),
            ["default"] = FilterParameter.Languages[0],
        });
        yield return CrsOf("filter-crs", "What the coordinates of the condition are in");
        foreach (var name in FeatureSelection.PropertyParameters(collection))
        {
            var property = collection.FindProperty(name) ?? SharedName.Find(collection, name)!;
            var values = property.Type == PropertyType.Codes
                ? CollectionSchema.Of(property, catalogue.Vocabularies, Language.Chinese)["items"]!.DeepClone()
                : CollectionSchema.Of(property, catalogue.Vocabularies, Language.Chinese);
            yield return Query(name, $"{property.Title.Zh} · {property.Title.En}: any of the values between commas", new JsonObject { ["type"] = "array", ["items"] = values });
        }
    }

    private static IEnumerable<JsonObject> Paging()
    {
        yield return Query("limit", "How many features a page holds; more than the maximum is the maximum", new JsonObject
        {
            ["type"] = "integer",
            ["minimum"] = 1,
            ["maximum"] = ItemQuery.MaximumLimit,
            ["default"] = ItemQuery.DefaultLimit,
        });
        yield return Query(ItemQuery.CountParameter, "Whether to count all features selected (numberMatched); without it they are counted only when they are all on the page", new JsonObject { ["type"] = "boolean", ["default"] = false });
        yield return Query("properties", "Which properties are wanted", List());
        yield return Query("exclude-properties", "Which properties are not wanted", List());
        yield return Query("skipGeometry", "Whether the geometry is left out", new JsonObject { ["type"] = "boolean", ["default"] = false });
        yield return Query("token", "Where a page begins, as the next link of the page before says", Text());
    }

    private static JsonObject SortBy(CollectionDefinition collection) => Query(
        SortKey.Parameter,
        "What the features are sorted by, + (or nothing) for ascending and - for descending; null comes last, equals are sorted by code",
        new JsonObject
        {
            ["type"] = "array",
            ["items"] = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. SortKey.Sortables(collection).SelectMany(property => new[] { property.Name, $"-{property.Name}", $"+{property.Name}" }).Select(name => (JsonNode)name)]) },
        });

    private static JsonObject CrsOf(string name, string description) => Query(name, $"{description}; axes in the order of the authority", new JsonObject
    {
        ["type"] = "string",
        ["format"] = "uri",
        ["enum"] = new JsonArray([.. CrsParameter.Supported.Select(uri => (JsonNode)uri)]),
        ["default"] = CrsParameter.Supported[0],
    });

    private static JsonObject AsOf() => Query("as-of", "Record time: the plan as it stood in the database at that moment, or at the end of that day in UTC (RFC 3339)", new JsonObject { ["type"] = "string", ["example"] = "2026-11-30T08:00:00Z" });

    private static JsonObject Output() => CrsOf("crs", "What the answer is in");

    private static JsonObject FeatureId() => new()
    {
        ["name"] = "featureId", ["in"] = "path", ["required"] = true, ["schema"] = Text(),
    };

    internal static JsonObject Query(string name, string description, JsonObject schema) => new()
    {
        ["name"] = name,
        ["in"] = "query",
        ["description"] = description,
        ["required"] = false,
        ["schema"] = schema,
        ["style"] = "form",
        ["explode"] = false,
    };

    private static JsonObject List() => new() { ["type"] = "array", ["items"] = Text() };

    private static JsonObject Text() => new() { ["type"] = "string" };
}
