using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Database;

namespace SpatialPlan.Server.SiteCheck;

/// <summary>Published features that have a value already. Values are parameters; collections and properties are those of the catalogue.</summary>
public sealed class Duplicates(PlanDatabase database, PlanCatalogue catalogue)
{
    private const int Most = 5;

    /// <summary>What a rule asks.</summary>
    /// <param name="Attribute">What of the form.</param>
    /// <param name="Properties">Which properties may have it.</param>
    /// <param name="Collections">Of which collections.</param>
    /// <param name="Through">The collection whose feature may be meant by its name: a project has the code of its enterprise.</param>
    public sealed record Question(string Attribute, IReadOnlyList<string> Properties, IReadOnlyList<string> Collections, string? Through = null);

    /// <summary>A feature that has the value.</summary>
    public sealed record Same(string Collection, string Code, string NameZh, string? NameEn);

    /// <summary>Whether any of the collections has any of the properties.</summary>
    public bool CanAsk(Question question) => Asked(question).Any();

    /// <summary>A few of those that have it; each property is found by its index.</summary>
    public async Task<IReadOnlyList<Same>> Find(Question question, string value, string? own, CancellationToken cancel)
    {
        var selects = Asked(question).Select(asked => $"""
            (select '{asked.Collection.Id}', f.code, f.name_zh, f.name_en from {asked.Collection.Published} f
             where f.{asked.Property} = any(@values) and f.code <> @own order by f.code limit {Most})
            """);
        await using var command = database.Public.CreateCommand(string.Join("\nunion\n", selects));
        command.Parameters.AddWithValue("values", (string[])[value, .. await Meant(question, value, cancel)]);
        command.Parameters.AddWithValue("own", own ?? "");
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var same = new List<Same>();
        while (await reader.ReadAsync(cancel))
        {
            same.Add(new Same(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.IsDBNull(3) ? null : reader.GetString(3)));
        }

        // A site has the code of its project: it is the same thing.
        return [.. same.OrderBy(one => catalogue.FindCollection(one.Collection)!.Order).DistinctBy(one => one.Code).Take(Most)];
    }

    /// <summary>Whether a collection has a published feature of this code; true where there is no such collection.</summary>
    public async Task<bool> Exists(string collection, string code, CancellationToken cancel)
    {
        if (catalogue.FindCollection(collection) is not { } found)
        {
            return true;
        }

        await using var command = database.Public.CreateCommand($"select exists (select from {found.Published} f where f.code = @code)");
        command.Parameters.AddWithValue("code", code);
        return await command.ExecuteScalarAsync(cancel) is true;
    }

    private async Task<IReadOnlyList<string>> Meant(Question question, string value, CancellationToken cancel)
    {
        if (question.Through is null || catalogue.FindCollection(question.Through) is not { } through)
        {
            return [];
        }

        await using var command = database.Public.CreateCommand($"select f.code from {through.Published} f where f.name_zh = @value or f.name_en = @value or @value = any(f.aliases) limit {Most}");
        command.Parameters.AddWithValue("value", value);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var codes = new List<string>();
        while (await reader.ReadAsync(cancel))
        {
            codes.Add(reader.GetString(0));
        }

        return codes;
    }

    private IEnumerable<(CollectionDefinition Collection, string Property)> Asked(Question question) =>
        from id in question.Collections
        let collection = catalogue.FindCollection(id)
        where collection is not null
        from property in question.Properties
        where collection.Has(property)
        select (collection, collection.FindProperty(property)!.Column);
}
