using System.Globalization;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Ogc;

/// <summary>A property that must have any of some values; <see cref="Values"/> is a typed array for PostgreSQL.</summary>
public sealed record PropertyFilter(PropertyDefinition Property, Array Values)
{
    /// <summary>Reads "a" or "a,b" (any of). A text may have a comma of its own, so the whole is an alternative too.</summary>
    public static PropertyFilter Read(PropertyDefinition property, string parameter, string text)
    {
        var parts = text.Split(',');
        Array? values = property.Type switch
        {
            PropertyType.Integer => All<int>(parts, part => int.TryParse(part, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null),
            PropertyType.Number => All<double>(parts, part => double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null),
            PropertyType.Boolean => All<bool>(parts, part => part switch { "true" => true, "false" => false, _ => null }),
            PropertyType.Date => All<DateOnly>(parts, part => DateOnly.TryParseExact(part, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null),
            PropertyType.Timestamp => All<DateTime>(parts, part => PlanInterval.TryParseMoment(part)?.UtcDateTime),
            PropertyType.String => parts.Append(text).Distinct().ToArray(),
            _ => parts,
        };
        return values is null
            ? throw RequestException.Malformed("value-invalid", new { parameter, value = text, type = property.Type.ToString().ToLowerInvariant() })
            : new PropertyFilter(property, values);
    }

    /// <summary>The condition in SQL. The name of the column is the catalogue's, the values are a parameter.</summary>
    public string Condition(Statement statement)
    {
        if (Property.Type == PropertyType.Codes)
        {
            return $"f.{Property.Column} && {statement.Parameter(Values)}";
        }

        // With one value the index on (property, code) has the features in order already.
        return Values.Length == 1 ? $"f.{Property.Column} = {statement.Parameter(Values.GetValue(0)!)}" : $"f.{Property.Column} = any({statement.Parameter(Values)})";
    }

    private static T[]? All<T>(string[] parts, Func<string, T?> read)
        where T : struct
    {
        var values = parts.Select(read).ToArray();
        return Array.TrueForAll(values, value => value is not null) ? [.. values.Select(value => value!.Value)] : null;
    }
}
