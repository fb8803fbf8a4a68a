using System.Text.Json;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.PlanText;

namespace SpatialPlan.Server.Plan.Text;

/// <summary>The sentence of a paragraph that says something, and where in it the name or the figure stands.</summary>
/// <remarks>By says what was found there: figure, parts (figures whose sum it is), words or name.</remarks>
public sealed record Highlight(int Sentence, int Start, int End, string By, int MarkStart, int MarkEnd)
{
    public static Highlight? OfWords(JsonObject paragraph, string words, string by = "words") =>
        (string?)paragraph["text"] is { } text && PlanSentences.OffsetOf(text, words) is { } start
            ? At(paragraph, start, EndOf(text, start, words), by)
            : null;

    /// <summary>Where the value stands; the unit is a code of the vocabulary unit, or null for a bare number.</summary>
    public static Highlight? OfFigure(JsonObject paragraph, decimal value, string? unit)
    {
        var isRow = (string?)paragraph["kind"] == "table-row";
        return (string?)paragraph["text"] is { } text
            && StatedFigure.In(text).Where(figure => figure.Is(value, unit, isRow)).Select(figure => (StatedFigure?)figure).FirstOrDefault() is { } found
                ? At(paragraph, found.Start, found.Start + found.Length, "figure")
                : null;
    }

    /// <summary>The figures of which the value is the sum, where the plan gives the parts and not the whole.</summary>
    private static Highlight? OfParts(JsonObject paragraph, decimal value, string? unit)
    {
        if ((string?)paragraph["text"] is not { } text || FigureSum.Find(text, value, unit) is not { } parts)
        {
            return null;
        }

        var mark = At(paragraph, parts.Start, parts.End, "parts");
        return mark is null || mark.End >= parts.End ? mark : mark with { MarkEnd = mark.End };
    }

    /// <summary>What a feature says of itself in the paragraph: the value of the attribute, or else its name.</summary>
    public static Highlight? OfFeature(JsonObject paragraph, CollectionDefinition collection, JsonElement feature, string? attribute, PlanCatalogue catalogue) =>
        (attribute is null ? null : OfAttribute(paragraph, collection, feature, attribute, catalogue))
        ?? Names(feature).Select(name => OfWords(paragraph, name, "name")).FirstOrDefault(found => found is not null);

    private static Highlight? OfAttribute(JsonObject paragraph, CollectionDefinition collection, JsonElement feature, string attribute, PlanCatalogue catalogue)
    {
        if (collection.FindProperty(attribute) is not { } property || !feature.TryGetProperty(attribute, out var value))
        {
            return null;
        }

        return property.Type switch
        {
            PropertyType.Integer or PropertyType.Number => value.ValueKind == JsonValueKind.Number
                ? OfFigure(paragraph, value.GetDecimal(), property.Unit) ?? OfParts(paragraph, value.GetDecimal(), property.Unit)
                : null,
            PropertyType.Code or PropertyType.Codes => WordsOf(property, value, catalogue).Select(words => OfWords(paragraph, words)).FirstOrDefault(found => found is not null),
            PropertyType.Strings => OfOtherName(paragraph, feature.GetProperty("name_zh").GetString()!, Texts(value)),
            PropertyType.Targets or PropertyType.Outputs => Entries(value, (string)paragraph["id"]!)
                .Select(entry => OfFigure(paragraph, entry.Value, entry.Unit)).FirstOrDefault(found => found is not null),
            _ => null,
        };
    }

    /// <summary>The longest other name that the paragraph has; what is a part of the name itself is not another one (北二环 in 北二环路).</summary>
    private static Highlight? OfOtherName(JsonObject paragraph, string name, IEnumerable<string> others)
    {
        if ((string?)paragraph["text"] is not { } text)
        {
            return null;
        }

        var names = PlanSentences.OffsetsOf(text, name).Select(start => (Start: start, End: EndOf(text, start, name))).ToList();
        return others.OrderByDescending(other => other.Length)
            .SelectMany(other => PlanSentences.OffsetsOf(text, other).Select(start => (Start: start, End: EndOf(text, start, other))))
            .Where(found => !names.Exists(one => one.Start <= found.Start && found.End <= one.End))
            .Select(found => At(paragraph, found.Start, found.End, "name"))
            .FirstOrDefault();
    }

    private static IEnumerable<string> Names(JsonElement feature) =>
        Texts(feature.GetProperty("aliases")).Prepend(feature.GetProperty("name_zh").GetString()!);

    private static IEnumerable<string> Texts(JsonElement list) =>
        list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Select(text => text.GetString()!) : [];

    /// <summary>A code stands in the text as the Chinese name of its term, or as one of the words it is derived from.</summary>
    private static IEnumerable<string> WordsOf(PropertyDefinition property, JsonElement value, PlanCatalogue catalogue)
    {
        var codes = value.ValueKind switch
        {
            JsonValueKind.Array => value.EnumerateArray().Select(code => code.GetString()!),
            JsonValueKind.String => [value.GetString()!],
            _ => [],
        };
        return codes.Select(code => catalogue.Vocabularies[property.Vocabulary!].Find(code)).OfType<Term>().SelectMany(term =>
            term.Definition.TryGetProperty("words", out var words) && words.ValueKind == JsonValueKind.Array
                ? words.EnumerateArray().Select(word => word.GetString()!).OrderByDescending(word => word.Length).Append(term.Zh)
                : [term.Zh]);
    }

    private static IEnumerable<(decimal Value, string? Unit)> Entries(JsonElement list, string paragraph)
    {
        if (list.ValueKind != JsonValueKind.Array)
        {
            yield break;
        }

        foreach (var entry in list.EnumerateArray())
        {
            var number = entry.TryGetProperty("value", out var value) ? value : entry.TryGetProperty("quantity", out var quantity) ? quantity : default;
            if (number.ValueKind == JsonValueKind.Number && entry.GetProperty("paragraph").GetString() == paragraph)
            {
                yield return (number.GetDecimal(), entry.TryGetProperty("unit", out var unit) ? unit.GetString() : null);
            }
        }
    }

    private static Highlight? At(JsonObject paragraph, int start, int end, string by)
    {
        foreach (var (place, sentence) in paragraph["sentences"]!.AsArray().Index())
        {
            if (start < (int)sentence!["end"]!)
            {
                return new Highlight(place, (int)sentence["start"]!, (int)sentence["end"]!, by, start, end);
            }
        }

        return null;
    }

    /// <summary>The text may have spaces where the words have none.</summary>
    private static int EndOf(string text, int start, string words)
    {
        var left = words.Count(letter => !char.IsWhiteSpace(letter));
        var at = start;
        while (left > 0 && at < text.Length)
        {
            left -= char.IsWhiteSpace(text[at]) ? 0 : 1;
            at++;
        }

        return at;
    }
}
