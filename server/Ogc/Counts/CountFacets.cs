using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Ogc.Counts;

/// <summary>What alone makes more than half of a sum.</summary>
public sealed record Majority(string Code, double Value);

/// <summary>Facets from the index: the same answer as the statement of <see cref="FacetStore"/>, without looking at a row.</summary>
public static class CountFacets
{
    private static readonly JsonWriterOptions Format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="index">The points.</param>
    /// <param name="selection">A selection that the dimensions of the index cover.</param>
    /// <param name="findMajority">Finds, in the database, the feature that alone makes more than half of a sum.</param>
    public static async Task<string> Count(PointIndex index, FeatureSelection selection, Func<PropertyDefinition, double, Task<Majority?>> findMajority)
    {
        var (dimensions, combinations) = (index.Dimensions, index.Combinations);
        var tally = index.Tally(selection.Bbox);
        var taken = dimensions.Taken(combinations, selection);
        var placement = dimensions.FacetOf("placement");
        var (matched, unplaced, withoutHorizon) = (0L, 0L, 0L);
        for (var combination = 0; combination < taken.Length; combination++)
        {
            if (taken[combination] && tally.Numbers[combination] is > 0 and var number)
            {
                matched += number;
                unplaced += combinations[combination].Terms[placement] is ["unplaced"] ? number : 0;
                withoutHorizon += combinations[combination] is { From: null, To: null } ? number : 0;
            }
        }

        var buffer = new ArrayBufferWriter<byte>(4096);
        await using var json = new Utf8JsonWriter(buffer, Format);
        json.WriteStartObject();
        json.WriteNumber("revision", index.Revision.Number);
        json.WriteNumber("numberMatched", matched);
        json.WriteNumber("placed", matched - unplaced);
        json.WriteNumber("unplaced", unplaced);
        json.WriteNumber("without_horizon", withoutHorizon);
        json.WriteStartObject("facets");
        foreach (var facet in dimensions.Facets)
        {
            WriteFacet(json, index, tally, selection, facet, taken);
        }

        json.WriteEndObject();
        json.WriteStartObject("sums");
        for (var figure = 0; figure < dimensions.Sums.Count; figure++)
        {
            await WriteSum(json, tally, taken, figure, matched, dimensions.Sums[figure], findMajority);
        }

        json.WriteEndObject();
        json.WriteEndObject();
        await json.FlushAsync();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteFacet(Utf8JsonWriter json, PointIndex index, CountTally tally, FeatureSelection selection, PropertyDefinition facet, bool[] takenByAll)
    {
        var isFiltered = selection.Filters.Any(filter => filter.Property == facet);
        var taken = isFiltered ? index.Dimensions.Taken(index.Combinations, selection, except: facet) : takenByAll;
        var place = index.Dimensions.FacetOf(facet.Name);
        var numbers = new SortedDictionary<string, long>(StringComparer.Ordinal);
        for (var combination = 0; combination < taken.Length; combination++)
        {
            if (taken[combination] && tally.Numbers[combination] is > 0 and var number)
            {
                foreach (var term in index.Combinations[combination].Terms[place])
                {
                    numbers[term] = numbers.GetValueOrDefault(term) + number;
                }
            }
        }

        json.WriteStartObject(facet.Name);
        foreach (var (term, number) in numbers)
        {
            json.WriteNumber(term, number);
        }

        json.WriteEndObject();
    }

    private static async Task WriteSum(
        Utf8JsonWriter json, CountTally tally, bool[] taken, int figure, long matched, PropertyDefinition property, Func<PropertyDefinition, double, Task<Majority?>> findMajority)
    {
        var (sum, known, largest) = (0.0, 0L, double.NegativeInfinity);
        for (var combination = 0; combination < taken.Length; combination++)
        {
            var total = tally.Figures[(combination * tally.FigureCount) + figure];
            if (taken[combination] && total.Known > 0)
            {
                (sum, known, largest) = (sum + total.Sum, known + total.Known, Math.Max(largest, total.Largest));
            }
        }

        json.WriteStartObject(property.Name);
        json.WritePropertyName("sum");
        if (known == 0)
        {
            json.WriteNullValue();
        }
        else
        {
            json.WriteNumberValue(sum);
        }

        json.WriteNumber("known", known);
        json.WriteNumber("not_stated", matched - known);
        json.WriteStartArray("of_which");
        if (known > 0 && largest * 2 > sum && await findMajority(property, largest) is { } majority)
        {
            json.WriteStartObject();
            json.WriteString("code", majority.Code);
            json.WriteNumber("value", majority.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
