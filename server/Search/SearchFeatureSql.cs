using Npgsql;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Search;

/// <summary>How features are asked for that can be found by name. Names of collections come from the catalogue, where the schema allows lower case, digits and hyphens only.</summary>
internal static class SearchFeatureSql
{
    /// <summary>The columns of a published feature f.</summary>
    public static string Columns(CollectionDefinition collection) =>
        $"'{collection.Id}' as collection, f.code, f.name_zh, f.name_en, coalesce(f.aliases, '{{}}') as aliases, {(collection.Has("other_codes") ? "coalesce(f.other_codes, '{}')" : "'{}'::text[]")} as other_codes, f.placement";

    public static SearchFeature Read(NpgsqlDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.IsDBNull(3) ? "" : row.GetString(3),
        row.GetFieldValue<string[]>(4), row.GetFieldValue<string[]>(5), row.GetString(6));
}
