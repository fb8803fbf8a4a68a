using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Database;

namespace SpatialPlan.Server.Search;

/// <summary>
/// Features of collections that have more than the index holds: found in PostgreSQL, along the indexes on names and codes,
/// where one of them begins with what was typed.
/// </summary>
public sealed class FeaturesBeyond(PlanDatabase database)
{
    private static readonly string[] Columns = ["name_zh", "name_en", "code"];

    /// <summary>Some of them, not more than <see cref="SearchQuery.Limit"/> for each column; among them may be features of the index.</summary>
    public async Task<IReadOnlyList<SearchFeature>> Find(SearchIndex index, SearchQuery query, CancellationToken cancel)
    {
        var found = new List<SearchFeature>();
        if (index.Beyond.Count == 0 || query.Whole.Length == 0)
        {
            return found;
        }

        await using var command = database.Public.CreateCommand(Sql(index.Beyond));
        command.Parameters.Add(new() { Value = Written(query.Written.Trim()) });
        command.Parameters.Add(new() { Value = query.Limit });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            found.Add(SearchFeatureSql.Read(reader));
        }

        return found;
    }

    /// <summary>As it was typed, as a code, and as a name in English begins.</summary>
    private static string[] Written(string typed) =>
        [.. new[] { typed, typed.ToLowerInvariant(), char.ToUpperInvariant(typed[0]) + typed[1..] }.Distinct()];

    // A range says what LIKE says, and is read from an index whatever the parameter. Nothing sorts after the last character.
    private static string Sql(IReadOnlyList<CollectionDefinition> collections) => string.Join(
        "\nunion\n",
        collections.SelectMany(collection => Columns.Select(column => $"""
            select one.*
            from unnest($1::text[]) typed
            cross join lateral (
              select {SearchFeatureSql.Columns(collection)}
              from {collection.Published} f
              where f.{column} >= typed and f.{column} < typed || chr(1114111)
              order by f.{column}, f.code
              limit $2) one
            """)));
}
