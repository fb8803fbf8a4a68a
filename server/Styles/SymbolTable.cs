using System.Text.Json;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Styles;

/// <summary>catalogue/symbols.json under one theme ("light" or "dark"): the entry of a layer, and colours by their names.</summary>
public sealed class SymbolTable(PlanCatalogue catalogue, string theme)
{
    public const string Light = "light";
    public const string Dark = "dark";

    private const string NoColour = "#46505E";

    private readonly JsonElement? root = catalogue.Symbols;

    public string Theme => theme;

    /// <summary>The entry of a collection, or the one that stands in for its kind of geometry; null when the package has no symbols.</summary>
    public JsonElement? Layer(CollectionDefinition collection)
    {
        if (root is not { } symbols)
        {
            return null;
        }

        var layers = symbols.GetProperty("layers");
        return layers.TryGetProperty(collection.Id, out var own) ? own
            : layers.TryGetProperty(symbols.GetProperty("fallback").GetProperty(KindOf(collection)).GetString()!, out var other) ? other
            : null;
    }

    /// <summary>"area", "line" or "point".</summary>
    public static string KindOf(CollectionDefinition collection) =>
        collection.GeometryType.EndsWith("Polygon", StringComparison.Ordinal) ? "area"
        : collection.GeometryType.EndsWith("LineString", StringComparison.Ordinal) ? "line"
        : "point";

    /// <summary>"#RRGGBB" of a name of the palette; the neutral colour of the theme for a name that is not there.</summary>
    public string Colour(string? name) => Named(name) ?? Named("neutral") ?? NoColour;

    private string? Named(string? name) =>
        name is not null && root is { } symbols && symbols.GetProperty("palette").GetProperty(theme).TryGetProperty(name, out var colour) ? colour.GetString() : null;

    /// <summary>The colour of a term of a vocabulary.</summary>
    public string Colour(Term term) =>
        term.Definition.TryGetProperty("colour", out var colours) && colours.TryGetProperty(theme, out var colour) ? colour.GetString()! : Colour("neutral");

    /// <summary>The palette families of features by code, those of this layer only: they are called as the one of the layer is ("belt-teal", "belt-sky").</summary>
    public IEnumerable<KeyValuePair<string, string>> Tints(CollectionDefinition collection) =>
        root is not { } symbols || Layer(collection)?.Text("tint") is not { } own ? [] : symbols.GetProperty("tints").EnumerateObject()
            .Where(tint => tint.Value.GetString()!.StartsWith($"{own.Split('-')[0]}-", StringComparison.Ordinal))
            .Select(tint => KeyValuePair.Create(tint.Name, tint.Value.GetString()!));

    /// <summary>How an area of a plan status is filled.</summary>
    public JsonElement? StatusFill(Term status) =>
        status.Text("fill") is { } name && root is { } symbols && symbols.GetProperty("status_fill").TryGetProperty(name, out var fill) ? fill : null;

    /// <summary>How names of a kind are written.</summary>
    public JsonElement? Label(string name) => root is { } symbols && symbols.GetProperty("labels").TryGetProperty(name, out var label) ? label : null;

    /// <summary>The outlines of signs by their shape, in radii, y downwards.</summary>
    public IReadOnlyDictionary<string, (double X, double Y)[]> MarkerOutlines() =>
        (root is { } symbols && symbols.TryGetProperty("marker_shapes", out var shapes) ? shapes.EnumerateObject().ToList() : [])
            .Where(shape => shape.Value.TryGetProperty("outline", out _))
            .ToDictionary(shape => shape.Name, shape => shape.Value.GetProperty("outline").EnumerateArray().Select(point => (point[0].GetDouble(), point[1].GetDouble())).ToArray());

    /// <summary>Collections bottom to top; one that the table does not name lies upon the one whose symbol it takes, as in the client.</summary>
    public IEnumerable<CollectionDefinition> Drawn()
    {
        if (root is not { } symbols)
        {
            return catalogue.Collections;
        }

        var order = symbols.GetProperty("draw_order").EnumerateArray().Select(id => id.GetString()!).ToList();
        double Place(CollectionDefinition collection) => order.IndexOf(collection.Id) is >= 0 and var place ? place
            : order.IndexOf(symbols.GetProperty("fallback").GetProperty(KindOf(collection)).GetString()!) is >= 0 and var below ? below + 0.5
            : order.Count;
        return catalogue.Collections.OrderBy(Place);
    }

    public bool IsHiddenAtFirst(CollectionDefinition collection) =>
        root is { } symbols && symbols.GetProperty("hidden_at_first").EnumerateArray().Any(id => id.GetString() == collection.Id);
}
