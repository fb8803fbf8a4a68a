using System.Text.Json;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Ogc;

/// <summary>
/// The properties of a feature as JSON text in SQL, members of all names whatever their value: QGIS before 3.44 knows of no column but
/// those of the first features. Written member by member, which takes PostgreSQL a fifth less than a row that it turns to JSON.
/// </summary>
internal static class PropertiesSql
{
    /// <summary>PostgreSQL takes no more than a hundred.</summary>
    private const int MostArguments = 90;

    /// <summary>An object with what is wanted of a row <c>f</c>.</summary>
    public static string Write(FeatureContent content)
    {
        (string Name, string Value, string Missing)[] members =
        [
            .. content.HasCode ? [("code", Text("f.code"), "null")] : Array.Empty<(string, string, string)>(),
            .. content.HasVersion ? [("version", "f.version::text", "null")] : Array.Empty<(string, string, string)>(),
            .. content.Properties.Where(property => property.Name != "code").Select(property => (property.Name, Value(property), IsList(property) ? "[]" : "null")),
        ];
        return Concat(["'{'", .. members.Select((member, place) => Member(place > 0 ? "," : "", member)), "'}'"]);
    }

    private static string Member(string before, (string Name, string Value, string Missing) member)
    {
        var name = $"{before}{JsonSerializer.Serialize(member.Name, JsonOptions.Links)}:".Replace("'", "''", StringComparison.Ordinal);
        return $"coalesce('{name}' || {member.Value}, '{name}{member.Missing}')";
    }

    private static string Concat(IReadOnlyList<string> parts) => parts.Count <= MostArguments
        ? $"concat({string.Join(", ", parts)})"
        : Concat([.. parts.Chunk(MostArguments).Select(Concat)]);

    /// <summary>A list that nobody filled is an empty list to a reader.</summary>
    private static bool IsList(PropertyDefinition property) =>
        property.IsCitedList || property.Type is PropertyType.Codes or PropertyType.Strings or PropertyType.Citations;

    private static string Value(PropertyDefinition property) => property.Type switch
    {
        PropertyType.Codes or PropertyType.Strings => $"array_to_json(f.{property.Column})::text",
        PropertyType.Integer => $"f.{property.Column}::text",
        PropertyType.Number => Fraction($"f.{property.Column}"),
        _ when IsList(property) => $"f.{property.Column}::text",
        _ => Text($"f.{property.Column}"),
    };

    private static string Text(string column) => $"to_json({column})::text";

    /// <summary>
    /// A number with a fraction, though it be zero: programs that take types from the first features would take it for an
    /// integer, and lose the fractions or the size of those that follow.
    /// </summary>
    private static string Fraction(string column) =>
        $"case when {column} = trunc({column}) and abs({column}) < 1e15 then {column}::text || '.0' else to_json({column})::text end";
}
