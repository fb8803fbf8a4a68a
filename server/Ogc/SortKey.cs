using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Ogc;

/// <summary>
/// A property that features are sorted by (the parameter sortby, OGC API Features Part 8). Null is last in either
/// direction, texts follow their code points, and where keys are equal the code decides, in the direction of the last key.
/// </summary>
public sealed record SortKey(PropertyDefinition Property, bool IsDescending)
{
    public const string Parameter = "sortby";

    private const int Most = 8;

    /// <summary>What can be sorted by: what can be asked for and has one value.</summary>
    public static IEnumerable<PropertyDefinition> Sortables(CollectionDefinition collection) => collection.Properties.Where(property =>
        property is { Queryable: true, Type: PropertyType.String or PropertyType.Integer or PropertyType.Number or PropertyType.Code });

    /// <summary>Reads "-investment_cny,name_zh"; what comes after the code changes nothing and is left out.</summary>
    public static IReadOnlyList<SortKey> Read(CollectionDefinition collection, QueryReader query)
    {
        if (query.Find(Parameter) is not { } text)
        {
            return [];
        }

        var keys = text.Split(',').Select(name => ReadKey(collection, name)).ToList();
        if (keys.Count > Most || keys.DistinctBy(key => key.Property.Name).Count() != keys.Count)
        {
            throw RequestException.Malformed("value-invalid", new { parameter = Parameter, value = text, maximum = Most });
        }

        var code = keys.FindIndex(key => key.IsCode);
        return code < 0 ? keys : keys.GetRange(0, code + 1);
    }

    public bool IsCode => Property.Name == "code";

    internal string Column => $"f.{Property.Column}";

    /// <summary>What is further on compares so.</summary>
    internal string Beyond => IsDescending ? "<" : ">";

    private static SortKey ReadKey(CollectionDefinition collection, string text)
    {
        // A plus that was not escaped arrives as a space.
        var name = text.Length > 0 && text[0] is '+' or '-' or ' ' ? text[1..] : text;
        return Sortables(collection).FirstOrDefault(property => property.Name == name) is { } property
            ? new SortKey(property, text[0] == '-')
            : throw RequestException.Malformed("property-not-sortable", new { parameter = Parameter, value = text });
    }
}
