using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Ogc.Counts;

/// <summary>One set of values of all dimensions; a feature belongs to exactly one.</summary>
public sealed record Combination(string[][] Terms, int? From, int? To);

/// <summary>What the points of a collection are counted by: every facet, and the horizon; and the figures that are summed.</summary>
public sealed class CountDimensions(CollectionDefinition collection)
{
    private const char Between = '\u001f';
    private const string FromYear = "horizon_from";
    private const string ToYear = "horizon_to";

    public CollectionDefinition Collection { get; } = collection;

    public IReadOnlyList<PropertyDefinition> Facets { get; } = [.. collection.Properties.Where(property => property.IsFacet)];

    public IReadOnlyList<PropertyDefinition> Sums { get; } = [.. collection.Properties.Where(property => property.Sum)];

    /// <summary>The values of a row as one text, which names its combination.</summary>
    public string Sql => $"concat_ws(chr(31), {string.Join(", ", Facets.Select(Term).Append(Year(FromYear)).Append(Year(ToYear)))})";

    public int FacetOf(string property)
    {
        for (var place = 0; place < Facets.Count; place++)
        {
            if (Facets[place].Name == property)
            {
                return place;
            }
        }

        return -1;
    }

    /// <summary>Whether a selection asks for nothing but these dimensions (and a box with straight sides), as of whatever moment.</summary>
    public bool Cover(FeatureSelection selection) =>
        selection is { Condition: null, Bbox: null or { Outline: null } } && selection.Filters.All(filter => filter.Property.Name is FromYear or ToYear || FacetOf(filter.Property.Name) >= 0);

    /// <summary>The same text as <see cref="Sql"/> gives, from a row of the feed of changes.</summary>
    public string KeyOf(JsonObject feature) => string.Join(Between, Facets
        .Select(facet => feature[facet.Name] is JsonArray list ? string.Join(',', list.Select(term => (string?)term)) : (string?)feature[facet.Name] ?? "")
        .Append(feature[FromYear]?.ToString() ?? "")
        .Append(feature[ToYear]?.ToString() ?? ""));

    /// <summary>The text that <see cref="Parse"/> reads.</summary>
    public string KeyOf(Combination combination) => string.Join(Between, combination.Terms.Select(terms => string.Join(',', terms))
        .Append(combination.From?.ToString(CultureInfo.InvariantCulture) ?? "")
        .Append(combination.To?.ToString(CultureInfo.InvariantCulture) ?? ""));

    public Combination Parse(string key)
    {
        var parts = key.Split(Between);
        return parts.Length == Facets.Count + 2
            ? new Combination(
                [.. parts.Take(Facets.Count).Select(part => part.Length == 0 ? [] : part.Split(',').Select(string.Intern).ToArray())],
                YearOf(parts[^2]),
                YearOf(parts[^1]))
            : throw new InvalidDataException($"{Collection.Id} is counted by {Facets.Count + 2} dimensions, and the database gives {parts.Length}");
    }

    /// <summary>For each combination whether a selection takes it; a facet that ignores its own filter leaves that one out.</summary>
    public bool[] Taken(Combination[] combinations, FeatureSelection selection, PropertyDefinition? except = null)
    {
        var tests = selection.Filters.Where(filter => filter.Property != except || !filter.Property.IsFacet).Select(Test).ToArray();
        var (from, to) = (selection.Horizon?.From, selection.Horizon?.To);
        var taken = new bool[combinations.Length];
        for (var place = 0; place < taken.Length; place++)
        {
            var combination = combinations[place];
            taken[place] = (to is null || combination.From is null || combination.From <= to)
                && (from is null || combination.To is null || combination.To >= from)
                && Passes(combination, tests);
        }

        return taken;
    }

    // Written out, and not a lambda of each combination: every tile goes through some thousand of them.
    private static bool Passes(Combination combination, Predicate<Combination>[] tests)
    {
        foreach (var test in tests)
        {
            if (!test(combination))
            {
                return false;
            }
        }

        return true;
    }

    private static string Term(PropertyDefinition property) => property.Type == PropertyType.Codes
        ? $"coalesce(array_to_string(f.{property.Name}, ','), '')"
        : $"coalesce(f.{property.Name}, '')";

    private static string Year(string name) => $"coalesce(f.{name}::text, '')";

    private static int? YearOf(string text) => text.Length == 0 ? null : int.Parse(text, CultureInfo.InvariantCulture);

    private Predicate<Combination> Test(PropertyFilter filter)
    {
        if (FacetOf(filter.Property.Name) is >= 0 and var facet)
        {
            var terms = filter.Values.Cast<string>().ToFrozenSet();
            return combination => Array.Exists(combination.Terms[facet], terms.Contains);
        }

        var years = filter.Values.Cast<int>().ToFrozenSet();
        return filter.Property.Name == FromYear
            ? combination => combination.From is { } year && years.Contains(year)
            : combination => combination.To is { } year && years.Contains(year);
    }
}
