using System.Collections.Frozen;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Geo;
using SpatialPlan.Server.Styles;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Ogc;

/// <summary>OGC API Styles (draft 20-009), core and reading only: the map in light and dark, and each collection by itself.</summary>
public sealed class StyleEndpoints(PlanCatalogue catalogue, Links links)
{
    /// <summary>The styles of the whole map.</summary>
    public static readonly IReadOnlyList<string> Maps = ["plan-light", "plan-dark"];

    /// <summary>The language of styles differs at one address too.</summary>
    public static readonly Variant Variant = new(request => $"{StyleFormat.Of(request, null).Name}-{Language.Of(request)}", Language.Of);

    private static readonly FrozenSet<string> Parameters = FrozenSet.Create("f", Language.Parameter);
    private static readonly string[] WrittenOnMap = ["code", "name_zh", "name_en", "number"];
    private static readonly string[] Themes = [SymbolTable.Light, SymbolTable.Dark];

    public IResult List(HttpContext context)
    {
        QueryReader.Of(context.Request.Query, Parameters);
        var language = Language.Of(context.Request);
        return TypedResults.Json(
            new JsonObject
            {
                ["title"] = catalogue.Product.Title.In(language),
                ["default"] = Maps[0],
                ["styles"] = new JsonArray([.. Ids().Select(id => new JsonObject { ["id"] = id, ["title"] = Title(id, language), ["links"] = LinksOf(id, context.Request) })]),
                ["links"] = new JsonArray(Link(links.To(context.Request, "/styles"), "self", Links.Json)),
            },
            JsonOptions.Links,
            Links.Json);
    }

    public IResult Style(string styleId, HttpContext context)
    {
        var collection = Check(styleId);
        var formats = Formats(collection);
        var query = QueryReader.Of(context.Request.Query, Parameters, [.. formats.Select(format => format.Name)]);
        var format = StyleFormat.Of(context.Request, query.Find("f"));
        var language = Language.Of(context.Request);
        if (!formats.Contains(format))
        {
            throw new RequestException(StatusCodes.Status406NotAcceptable, "not-acceptable", new { offered = formats.Select(one => one.MediaType) });
        }

        var symbols = new SymbolTable(catalogue, styleId == Maps[1] ? SymbolTable.Dark : SymbolTable.Light);
        if (format == StyleFormat.MapLibre)
        {
            return TypedResults.Json(MapLibre(styleId, collection, symbols, language, context.Request), JsonOptions.Links, format.MediaType);
        }

        var rules = StyleRules.Of(collection!, catalogue, symbols);
        return TypedResults.Text(format == StyleFormat.Qml ? QgisStyle.Of(collection!, rules, language) : SldStyle.Of(collection!, rules, format == StyleFormat.Sld11, language), format.MediaType);
    }

    public IResult Metadata(string styleId, HttpContext context)
    {
        var collection = Check(styleId);
        QueryReader.Of(context.Request.Query, Parameters);
        var (language, product) = (Language.Of(context.Request), catalogue.Product);
        return TypedResults.Json(
            new
            {
                id = styleId,
                title = Title(styleId, language),
                description = (collection?.Description ?? product.Description).In(language),
                keywords = product.Keywords.In(language),
                license = product.Licence.Code,
                scope = "style",
                stylesheets = Formats(collection).Select(format => new { title = format.Title, version = format.Version, specification = format.Specification, native = format == StyleFormat.MapLibre, link = Stylesheet(styleId, format, context.Request) }),
                layers = (collection is null ? catalogue.Collections : [collection]).Select(layer => new { id = layer.Id, type = SymbolTable.KindOf(layer) switch { "area" => "polygon", var kind => kind }, sampleData = Link(links.To(context.Request, $"/collections/{layer.Id}/items"), "items", Links.GeoJson) }),
                links = new[] { Link(links.To(context.Request, $"/styles/{styleId}/metadata"), "self", Links.Json), Link(links.To(context.Request, $"/styles/{styleId}"), "describes", StyleFormat.MapLibre.MediaType) },
            },
            JsonOptions.Links,
            Links.Json);
    }

    /// <summary>The signs of a theme: "light.json", "light.png", "light@2x.json", "dark@2x.png", …</summary>
    public IResult Sprite(string file, HttpContext context)
    {
        QueryReader.Of(context.Request.Query, FrozenSet<string>.Empty);
        var (name, kind) = file.Split('.') is [var first, "json" or "png"] parts ? (first, parts[1]) : ("", "");
        var (theme, ratio) = name.EndsWith("@2x", StringComparison.Ordinal) ? (name[..^3], 2) : (name, 1);
        if (!Themes.Contains(theme))
        {
            throw RequestException.Unknown("not-found");
        }

        var sheet = SpriteSheet.Of(catalogue, new SymbolTable(catalogue, theme), ratio);
        return kind == "json" ? TypedResults.Json(sheet.Json, JsonOptions.Links, Links.Json) : TypedResults.Bytes(sheet.Picture, "image/png");
    }

    /// <summary>Which styles draw a tileset, as links: the map's, or that of its collection.</summary>
    public static IEnumerable<Link> Of(CollectionDefinition? collection, HttpRequest request, Links links) =>
        (collection is null ? Maps : [collection.Id]).Select(id => new Link(links.To(request, $"/styles/{id}"), "stylesheet", StyleFormat.MapLibre.MediaType, id));

    private static IReadOnlyList<StyleFormat> Formats(CollectionDefinition? collection) => [.. StyleFormat.All.Where(format => format.IsOfMap || collection is not null)];

    private IEnumerable<string> Ids() => Maps.Concat(catalogue.Collections.Select(collection => collection.Id));

    /// <summary>The collection that is styled, or null for the map.</summary>
    private CollectionDefinition? Check(string id) =>
        Maps.Contains(id) ? null : catalogue.FindCollection(id) ?? throw RequestException.Unknown("style-unknown");

    private string Title(string id, string language) =>
        catalogue.FindCollection(id) is { } collection ? collection.Title.In(language) : $"{catalogue.Product.Title.In(language)} ({id})";

    private JsonObject MapLibre(string id, CollectionDefinition? collection, SymbolTable symbols, string language, HttpRequest request)
    {
        var tiles = links.To(request, $"{(collection is null ? "" : $"/collections/{collection.Id}")}/tiles/{TileMatrixSet.WebMercatorQuad.Id}/tilejson");
        string Written(CollectionDefinition named) =>
            links.To(request, $"/collections/{named.Id}/items?limit={ItemQuery.MaximumLimit}&properties={string.Join(',', WrittenOnMap.Where(property => named.FindProperty(property) is not null))}");
        return MapLibreStyle.Of(catalogue, symbols, collection is null ? symbols.Drawn() : [collection], Title(id, language), tiles, Written, links.To(request, $"/styles/sprites/{symbols.Theme}"), language);
    }

    private JsonArray LinksOf(string id, HttpRequest request) => new(
        [.. Formats(catalogue.FindCollection(id)).Select(format => (JsonNode)Stylesheet(id, format, request)), Link(links.To(request, $"/styles/{id}/metadata"), "describedby", Links.Json)]);

    private JsonObject Stylesheet(string id, StyleFormat format, HttpRequest request) =>
        Link(links.To(request, $"/styles/{id}?f={format.Name}"), "stylesheet", format.MediaType, $"{format.Title} {format.Version}");

    private static JsonObject Link(string href, string rel, string type, string? title = null)
    {
        var link = new JsonObject { ["href"] = href, ["rel"] = rel, ["type"] = type };
        if (title is not null)
        {
            link["title"] = title;
        }

        return link;
    }
}
