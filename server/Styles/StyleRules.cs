using System.Text.Json;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Styles;

/// <summary>From the style table to rules: by class, kind, tint or status of a feature, whatever its layer is told apart by.</summary>
public static class StyleRules
{
    private const double ThinLine = 1.2;

    /// <summary>The rules of a collection; those with a value first, the one for all others last.</summary>
    public static IReadOnlyList<StyleRule> Of(CollectionDefinition collection, PlanCatalogue catalogue, SymbolTable symbols)
    {
        if (symbols.Layer(collection) is not { } entry)
        {
            return [Plain(collection.Title, symbols, default, SymbolTable.KindOf(collection))];
        }

        var kind = SymbolTable.KindOf(collection);
        var rules = (entry.Members("classes").Any(), entry.Members("kinds").Any(), entry.Text("tint"), HasOwnColour(entry)) switch
        {
            (true, _, _, _) => Terms(collection, catalogue, entry, "classes").Select(term => new StyleRule(Title(term.Term), term.Property, term.Term.Code, null, Line(term.Entry, symbols), null, MinZoom: term.Term.Definition.Number("min_zoom"))),
            (_, true, _, _) => Terms(collection, catalogue, entry, "kinds").Select(term => Area(Title(term.Term), term.Property, term.Term.Code, symbols, term.Entry, entry)),
            (_, _, not null, _) => symbols.Tints(collection).Select(tint => Tinted(collection.Title, tint.Key, tint.Value, symbols, entry, kind)),
            (_, _, _, false) => catalogue.Vocabularies.GetValueOrDefault("plan_status")?.Terms.Select(status => OfStatus(status, symbols, entry, kind)) ?? [],
            _ => entry.Members("widths").Select(width => new StyleRule(collection.Title, "code", width.Name, null, Line(entry, symbols, [.. width.Value.EnumerateArray().Select(number => number.GetDouble())]), null)),
        };
        IReadOnlyList<StyleRule> told = [.. rules];
        var others = entry.Text("tint") is { } family ? Tinted(collection.Title, null, family, symbols, entry, kind) : Plain(collection.Title, symbols, entry, kind);

        // Not before all others are drawn: QGIS gives what a rule leaves out for its scale to the rule for the rest.
        return [.. told, others with { MinZoom = told.Max(rule => rule.MinZoom) }];
    }

    private static bool HasOwnColour(JsonElement entry) => entry.Text("fill") is not null || entry.Text("line") is not null;

    private static Words Title(Term term) => new(term.Zh, term.En);

    private static IEnumerable<(Term Term, string Property, JsonElement Entry)> Terms(CollectionDefinition collection, PlanCatalogue catalogue, JsonElement entry, string member)
    {
        foreach (var (code, style) in entry.Members(member).Select(one => (one.Name, one.Value)))
        {
            var property = collection.Properties.FirstOrDefault(property => property.Vocabulary is { } name && catalogue.Vocabularies[name].Find(code) is not null);
            if (property is not null)
            {
                yield return (catalogue.Vocabularies[property.Vocabulary!].Find(code)!, property.Name, style);
            }
        }
    }

    private static StyleRule Plain(Words title, SymbolTable symbols, JsonElement entry, string kind) => kind switch
    {
        "area" when entry.ValueKind == JsonValueKind.Object => Area(title, null, null, symbols, entry, entry),
        "line" when entry.ValueKind == JsonValueKind.Object => new StyleRule(title, null, null, null, Line(entry, symbols), null),
        "point" when entry.ValueKind == JsonValueKind.Object => new StyleRule(title, null, null, null, [], Mark(symbols, entry, "disc", symbols.Colour(entry.Text("fill")), null)),
        "point" => new StyleRule(title, null, null, null, [], new StyleMark("disc", 12, symbols.Colour("marker-ground"), symbols.Colour("neutral"), ThinLine)),
        _ => new StyleRule(title, null, null, null, [new StyleStroke(symbols.Colour("neutral"), ThinLine)], null),
    };

    private static StyleRule Area(Words title, string? property, string? value, SymbolTable symbols, JsonElement own, JsonElement common)
    {
        var (fill, line) = (own.Text("fill") ?? common.Text("fill"), own.Text("line") ?? common.Text("line"));
        var opacity = (symbols.Theme == SymbolTable.Dark ? own.Number("fill_opacity_dark") ?? common.Number("fill_opacity_dark") : null) ?? own.Number("fill_opacity") ?? common.Number("fill_opacity") ?? 1;
        var hatch = own.Text("pattern") is null ? null : symbols.Colour(own.Text("pattern_colour"));
        var strokes = Bands(common, symbols).Append(new StyleStroke(symbols.Colour(line ?? "neutral"), own.Number("width") ?? common.Number("width") ?? ThinLine, own.Number("line_opacity") ?? common.Number("line_opacity") ?? 1, own.Numbers("dash") ?? common.Numbers("dash")));
        return new StyleRule(title, property, value, fill is null ? null : new StyleFill(symbols.Colour(fill), opacity, hatch), [.. Casing(common, symbols, common.Number("casing")), .. strokes], null);
    }

    private static StyleRule Tinted(Words title, string? code, string family, SymbolTable symbols, JsonElement entry, string kind)
    {
        var property = code is null ? null : "code";
        if (kind == "area")
        {
            var opacity = (symbols.Theme == SymbolTable.Dark ? entry.Number("fill_opacity_dark") : null) ?? entry.Number("fill_opacity") ?? 1;
            return new StyleRule(title, property, code, new StyleFill(symbols.Colour(family), opacity),
                [.. Casing(entry, symbols, entry.Number("casing")), new StyleStroke(symbols.Colour($"{family}-line"), entry.Number("width") ?? ThinLine, 1, entry.Numbers("dash"))], null);
        }

        // A belt has no line of its own: it is as wide as it is drawn least, its edges soft.
        var (width, opacityOfLine) = (entry.Number("width") ?? entry.Number("min_px") ?? ThinLine, entry.Number("opacity") ?? 1);
        var soft = entry.Number("soft") is { } more ? new[] { new StyleStroke(symbols.Colour(family), width + (2 * more), entry.Number("soft_opacity") ?? opacityOfLine) } : [];
        var heads = entry.Number("head") is { } size ? new StyleHeads(symbols.Colour(family), size, symbols.Colour(entry.Text("chevron"))) : null;
        return new StyleRule(title, property, code, null, [.. soft, .. Casing(entry, symbols, entry.Number("casing") is { } casing ? width + (2 * casing) : null), new StyleStroke(symbols.Colour(family), width, opacityOfLine)], null, heads);
    }

    private static StyleRule OfStatus(Term status, SymbolTable symbols, JsonElement entry, string kind)
    {
        var colour = symbols.Colour(status);
        var dash = status.Definition.Numbers("dash");
        if (kind == "point")
        {
            return new StyleRule(Title(status), "plan_status", status.Code, null, [], Mark(symbols, entry, status.Text("shape") ?? "disc", colour, dash));
        }

        var fill = symbols.StatusFill(status);
        var hatch = fill?.Text("pattern") is null ? null : colour;
        return new StyleRule(Title(status), "plan_status", status.Code, kind == "area" ? new StyleFill(colour, fill?.Number("fill_opacity") ?? 0, hatch) : null, [new StyleStroke(colour, entry.Number("width") ?? ThinLine, 1, dash)], null);
    }

    private static StyleMark Mark(SymbolTable symbols, JsonElement entry, string shape, string colour, IReadOnlyList<double>? dash)
    {
        var own = StyleMark.Shapes.Contains(shape) ? null : symbols.MarkerOutlines().GetValueOrDefault(shape);
        return entry.Text("fill") is { } fill
            ? new StyleMark(shape, entry.Number("size") ?? 14, symbols.Colour(fill), symbols.Colour("halo"), ThinLine, null, own)
            : new StyleMark(shape, 2 * (entry.Number("radius") ?? 7), shape == "disc" ? colour : symbols.Colour("marker-ground"), colour, entry.Number("casing") ?? ThinLine, dash, own);
    }

    private static IEnumerable<StyleStroke> Bands(JsonElement entry, SymbolTable symbols) =>
        entry.Text("band") is { } name && entry.TryGetProperty("bands", out var bands)
            ? bands.EnumerateArray().Select(band => new StyleStroke(symbols.Colour(name), band.Number("width") ?? ThinLine, band.Number("opacity") ?? 1))
            : [];

    private static IEnumerable<StyleStroke> Casing(JsonElement entry, SymbolTable symbols, double? width) =>
        width is { } known && !entry.TryGetProperty("bands", out _) ? [new StyleStroke(symbols.Colour("halo"), known)] : [];

    private static List<StyleStroke> Line(JsonElement entry, SymbolTable symbols, double[]? widths = null)
    {
        var (outer, inner) = (widths?[0] ?? entry.Number("width") ?? ThinLine, widths?[1] ?? entry.Number("fill_width"));
        var strokes = new List<StyleStroke> { new(symbols.Colour(entry.Text("line") ?? entry.Text("fill")), outer) };
        if (entry.Text("fill") is { } fill && inner is { } width)
        {
            strokes.Add(new StyleStroke(symbols.Colour(fill), width, 1, entry.Numbers("dash")));
        }

        if (entry.Text("centre") is { } centre)
        {
            strokes.Add(new StyleStroke(symbols.Colour(centre), 0.8));
        }

        return strokes;
    }
}
