using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Ogc;

/// <summary>
/// Which members of a feature are wanted: the parameters properties, exclude-properties and skipGeometry (OGC API Features
/// Part 6, draft). The id is always there; version, which is no property of the catalogue, only when nothing is chosen.
/// </summary>
public sealed record FeatureContent(IReadOnlyList<PropertyDefinition> Properties, bool HasGeometry)
{
    public static readonly string[] Parameters = ["properties", "exclude-properties", "skipGeometry"];

    public bool HasCode { get; private init; }

    public bool HasVersion { get; private init; }

    /// <summary>A feature as it is.</summary>
    public static FeatureContent Whole(CollectionDefinition collection) => new(collection.Properties, HasGeometry: true) { HasCode = true, HasVersion = true };

    /// <summary>Null when all is wanted.</summary>
    public static FeatureContent? Read(CollectionDefinition collection, QueryReader query)
    {
        var (wanted, unwanted, withoutGeometry) = (Named(collection, query, "properties"), Named(collection, query, "exclude-properties"), ReadSkip(query));
        if (wanted is not null && unwanted is not null)
        {
            throw RequestException.Malformed("value-invalid", new { parameter = "exclude-properties", supported = new[] { "properties" } });
        }

        if (wanted is null && unwanted is null)
        {
            return withoutGeometry ? Whole(collection) with { HasGeometry = false } : null;
        }

        bool IsWanted(string name) => wanted?.Contains(name) ?? !unwanted!.Contains(name);
        return new FeatureContent([.. collection.Properties.Where(property => IsWanted(property.Name))], !withoutGeometry) { HasCode = IsWanted("code"), HasVersion = wanted is null };
    }

    private static HashSet<string>? Named(CollectionDefinition collection, QueryReader query, string parameter)
    {
        if (query.Find(parameter) is not { } text)
        {
            return null;
        }

        var names = text.Split(',');
        return Array.Find(names, name => name != "code" && !collection.Has(name)) is { } unknown
            ? throw RequestException.Malformed("property-unknown", new { parameter, value = QueryReader.Shortened(unknown) })
            : [.. names];
    }

    private static bool ReadSkip(QueryReader query) => query.Find("skipGeometry") switch
    {
        null or "false" => false,
        "true" => true,
        var other => throw RequestException.Malformed("value-invalid", new { parameter = "skipGeometry", value = other, supported = new[] { "true", "false" } }),
    };
}
