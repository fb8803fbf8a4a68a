using System.Buffers;
using System.IO.Pipelines;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Geo;

namespace SpatialPlan.Server.Ogc;

/// <summary>Features as PostgreSQL writes them: the server passes the text on.</summary>
public sealed class ItemStore(PlanDatabase database)
{
    private const int FlushBytes = 64 * 1024;

    /// <summary>What a page held, once it has been written.</summary>
    public sealed record Page(int Count, string? NextAfter);

    /// <summary>
    /// Writes the features of a page between commas. <paramref name="begin"/> is called when the database has answered,
    /// so that an error can still become a problem.
    /// </summary>
    public async Task<Page> Write(ItemQuery query, PipeWriter output, Action begin, CancellationToken cancel)
    {
        await using var command = PageStatement(query).Command(database.Public);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var hasRow = await reader.ReadAsync(cancel);
        begin();
        var count = 0;
        var last = "";
        while (hasRow && count < query.Limit)
        {
            if (count++ > 0)
            {
                output.Write(","u8);
            }

            RowText.Copy(reader, 1, output);
            if (count == query.Limit)
            {
                last = reader.GetString(0);
            }

            if (output.UnflushedBytes > FlushBytes)
            {
                await output.FlushAsync(cancel);
            }

            hasRow = await reader.ReadAsync(cancel);
        }

        return new Page(count, hasRow ? last : null);
    }

    /// <summary>
    /// Writes one feature without its closing brace, or nothing when there is none. <paramref name="begin"/> is called
    /// when it was found.
    /// </summary>
    public async Task<bool> WriteOne(CollectionDefinition collection, string code, DateTimeOffset? asOf, CrsDefinition crs, IBufferWriter<byte> output, Action begin, CancellationToken cancel)
    {
        var statement = new Statement();
        statement.Append($"select {FeatureSql.OpenFeature(collection, crs)}")
            .Append($"from {FeatureSql.Source(collection, asOf, statement)}")
            .Append($"where f.code = {statement.Parameter(code)}");
        await using var command = statement.Command(database.Public);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        if (!await reader.ReadAsync(cancel))
        {
            return false;
        }

        begin();
        RowText.Copy(reader, 0, output);
        return true;
    }

    /// <summary>The code of the feature that has taken a code over (a project that stands in several boxes), or null.</summary>
    public async Task<string?> FindSuccessor(CollectionDefinition collection, string code, CancellationToken cancel)
    {
        if (!collection.Has("other_codes"))
        {
            return null;
        }

        var statement = new Statement();
        statement.Append($"select f.code from published.{collection.TableName} f where f.other_codes @> {statement.Parameter(new[] { code })} order by f.code limit 1");
        await using var command = statement.Command(database.Public);
        return (string?)await command.ExecuteScalarAsync(cancel);
    }

    // One more than the page holds, to know whether another follows.
    internal static Statement PageStatement(ItemQuery query)
    {
        var (selection, statement) = (query.Selection, new Statement());
        var conditions = FeatureSql.Conditions(selection, statement)
            .Concat(selection.Filters.Select(filter => filter.Condition(statement)))
            .Concat(query.After is { } after ? [$"f.code > {statement.Parameter(after)}"] : [])
            .ToList();
        return statement
            .Append($"select f.code, {FeatureSql.OpenFeature(selection.Collection, query.Output)} || '}}'")
            .Append($"from {FeatureSql.Source(selection.Collection, selection.AsOf, statement)}")
            .Append(FeatureSql.Where(conditions))
            .Append("order by f.code")
            .Append($"limit {statement.Parameter(query.Limit + 1)}");
    }
}
