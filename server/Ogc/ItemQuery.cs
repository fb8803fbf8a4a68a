using System.Collections.Frozen;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Cql2;
using SpatialPlan.Server.Geo;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Ogc;

/// <summary>Which features of a collection: the part of a query that items and facets share.</summary>
public sealed record FeatureSelection(
    CollectionDefinition Collection, Bbox? Bbox, PlanInterval? Horizon, DateTimeOffset? AsOf, IReadOnlyList<PropertyFilter> Filters, Filter? Condition = null)
{
    /// <summary>The properties of conditions that leave this collection as it is, where many are asked the same.</summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];

    /// <summary>What the reader proposes in place of what is published; null for everybody, and of what stood before.</summary>
    public OwnFeatures? Own { get; init; }

    public static FeatureSelection Read(CollectionDefinition collection, QueryReader query) =>
        Read(collection, query, FilterParameter.Read(query) is { } given ? CollectionFilter.Of(given, collection, isShared: false) : CollectionFilter.None);

    /// <summary>The same question to several collections: what one does not have leaves it as it is.</summary>
    /// <param name="collections">Those that are asked.</param>
    /// <param name="known">Those whose properties may be named; any other name is a mistake.</param>
    /// <param name="query">The parameters.</param>
    public static IReadOnlyList<FeatureSelection> ReadShared(IEnumerable<CollectionDefinition> collections, IReadOnlyList<CollectionDefinition> known, QueryReader query)
    {
        var given = FilterParameter.Read(query);
        given?.RefuseUnknown(known);
        return [.. collections.Select(collection => Read(collection, query, given is null ? CollectionFilter.None : CollectionFilter.Of(given, collection, isShared: true)))];
    }

    /// <summary>The parameters that select, by property or otherwise.</summary>
    public static IEnumerable<string> Parameters(CollectionDefinition collection) =>
        PropertyParameters(collection).Concat(["bbox", "bbox-crs", "datetime", "as-of", .. FilterParameter.Names]);

    /// <summary>The names of parameters that filter by a property.</summary>
    public static IEnumerable<string> PropertyParameters(CollectionDefinition collection) =>
        collection.Properties.Where(property => property.Queryable).Select(property => property.Name)
            .Concat(SharedName.Of(collection))
            .Distinct();

    /// <summary>An instant, or a day, at whose end.</summary>
    public static DateTimeOffset? ReadAsOf(QueryReader query) =>
        query.Find("as-of") is { } moment
            ? PlanInterval.TryParseMoment(moment) ?? throw RequestException.Malformed("as-of-invalid", new { parameter = "as-of", value = moment })
            : null;

    /// <summary>Some features by their codes, as they stand or as they stood.</summary>
    public FeatureSelection OfCodes(string[] codes) => new(Collection, null, null, AsOf, [new PropertyFilter(Code, codes)]);

    private PropertyDefinition Code => Collection.FindProperty("code") ?? new PropertyDefinition("code", PropertyType.String, Collection.Title);

    private static FeatureSelection Read(CollectionDefinition collection, QueryReader query, CollectionFilter filter) => new(
        collection,
        ReadBbox(query),
        query.Find("datetime") is { } time
            ? PlanInterval.TryParse(time) ?? throw RequestException.Malformed("datetime-invalid", new { parameter = "datetime", value = time })
            : null,
        ReadAsOf(query),
        [.. query.All.Select(given => (given, property: FindProperty(collection, given.Key)))
            .Where(entry => entry.property is not null)
            .Select(entry => PropertyFilter.Read(entry.property!, entry.given.Key, entry.given.Value)), .. filter.Coded],
        filter.Condition) { Ignored = filter.Ignored };

    private static PropertyDefinition? FindProperty(CollectionDefinition collection, string parameter) =>
        collection.FindProperty(parameter) is { Queryable: true } property ? property : SharedName.Find(collection, parameter);

    private static Bbox? ReadBbox(QueryReader query)
    {
        var crs = CrsParameter.Read(query, "bbox-crs");
        if (query.Find("bbox") is not { } text)
        {
            return null;
        }

        return Bbox.TryParse(text, crs, out var bbox) is { } code
            ? throw RequestException.Malformed(code, new { parameter = "bbox", crs = crs.Code, order = crs.BoxOrder })
            : bbox;
    }
}

/// <summary>How the features of a page are written.</summary>
public enum ItemEncoding
{
    GeoJson,
    JsonFg,

    /// <summary>Which they are, and nothing of them.</summary>
    Codes,
}

/// <summary>A page of a collection.</summary>
public sealed record ItemQuery(FeatureSelection Selection, int Limit, PagePlace? After)
{
    public const int DefaultLimit = 100;
    public const int MaximumLimit = 10_000;

    /// <summary>The parameter that asks for the number of all features selected where nobody knows it; nothing counts them unasked.</summary>
    public const string CountParameter = "count";

    private static readonly OncePerCollection<FrozenSet<string>> Known =
        new(collection => FeatureSelection.Parameters(collection).Concat([SortKey.Parameter, CountParameter, "crs", "limit", "token", "f", .. FeatureContent.Parameters]).ToFrozenSet());

    /// <summary>What the answer is in.</summary>
    public CrsDefinition Output { get; init; } = CrsList.Wire;

    /// <summary>What the features are sorted by; by code when there is nothing.</summary>
    public IReadOnlyList<SortKey> Order { get; init; } = [];

    /// <summary>Which members of the features are wanted; all when it is null.</summary>
    public FeatureContent? Content { get; init; }

    /// <summary>How the features are written.</summary>
    public ItemEncoding Encoding { get; init; }

    public bool IsCounted { get; init; }

    /// <summary>How many features are selected in all, where that is known before they are asked for.</summary>
    public long? Matched { get; init; }

    /// <summary>How many features the collection has in all, where the way to those in a box depends on it and it is known.</summary>
    public long? Total { get; init; }

    public static FrozenSet<string> Parameters(CollectionDefinition collection) => Known.For(collection);

    public static ItemQuery Read(CollectionDefinition collection, QueryReader query)
    {
        var order = SortKey.Read(collection, query);
        return new(FeatureSelection.Read(collection, query), query.Limit(MaximumLimit, DefaultLimit), ReadToken(query, order))
        {
            Output = CrsParameter.Read(query, "crs"),
            Order = order,
            IsCounted = ReadCount(query),
            Content = FeatureContent.Read(collection, query),
        };
    }

    private static PagePlace? ReadToken(QueryReader query, IReadOnlyList<SortKey> order) =>
        query.Find("token") is { } token
            ? PagingToken.TryRead(token, order) ?? throw RequestException.Malformed("token-invalid", new { parameter = "token" })
            : null;

    private static bool ReadCount(QueryReader query) => query.Find(CountParameter) switch
    {
        null or "false" => false,
        "true" => true,
        var other => throw RequestException.Malformed("value-invalid", new { parameter = CountParameter, value = other, supported = new[] { "true", "false" } }),
    };
}
