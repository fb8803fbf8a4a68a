using System.Buffers;
using System.Data;
using System.IO.Pipelines;
using Npgsql;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Geo;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Ogc;

/// <summary>Features as PostgreSQL writes them: the server passes the text on.</summary>
public sealed class ItemStore(PlanDatabase database, LargeCollections large, FeatureBatches batches)
{
    private const int FlushBytes = 64 * 1024;

    /// <summary>What a page held, once it has been written: how many features, where the next page begins, and how many are selected in all when that was asked or all are here.</summary>
    public sealed record Page(int Count, string? NextToken, long? Matched);

    /// <summary>
    /// Writes the features of a page between commas. <paramref name="begin"/> is called when the database has answered,
    /// so that an error can still become a problem.
    /// </summary>
    public async Task<Page> Write(ItemQuery query, PipeWriter output, Action begin, CancellationToken cancel)
    {
        var isGathered = PageStatements.IsGathered(query);
        var source = isGathered ? database.Public : SourceOf(query.Selection);
        var isCareful = !isGathered && PageStatements.MayBeSlow(query) && await large.Has(query.Selection.Collection, source, cancel);
        await using var connection = await source.OpenConnectionAsync(cancel);
        var page = new PageProgress(query.Limit);

        // Several statements that depend on each other see one moment.
        await using var moment = isCareful ? await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel) : null;
        await RefuseOutOfReach(query, connection, cancel);
        var matched = query.Matched is null && query.IsCounted ? await Ask(PageSql.Count(query.Selection), connection, cancel)
            : query is { Matched: { } known, Selection.Own: not null } ? known + await Ask(OwnSql.Growth(query.Selection), connection, cancel)
            : query.Matched;
        var statements = isGathered ? AsyncEnumerable.Repeat(PageStatements.Gathered(query, page), 1)
            : isCareful ? new PageStatements(query, connection, page, large.Most).Careful(cancel)
            : PageStatements.Plain(query, page).ToAsyncEnumerable();
        var isBegun = false;
        await foreach (var statement in statements)
        {
            await using var command = statement.Command(connection);
            await using var reader = await command.ExecuteReaderAsync(cancel);
            var hasRow = await reader.ReadAsync(cancel);
            if (!isBegun)
            {
                begin();
                isBegun = true;
            }

            while (hasRow && page.Count < query.Limit)
            {
                if (page.Count++ > 0)
                {
                    output.Write(","u8);
                }

                RowText.Copy(reader, 1, output);
                if (isCareful || page.Count == query.Limit)
                {
                    page.Last = Place(reader);
                }

                if (output.UnflushedBytes > FlushBytes && !await IsReadOn(output, cancel))
                {
                    // Closing a reader reads what is left of it, unless the query is stopped.
                    command.Cancel();
                    throw new OperationCanceledException("Nobody reads on.");
                }

                hasRow = await reader.ReadAsync(cancel);
            }

            if (hasRow)
            {
                return new Page(page.Count, PagingToken.After(query.Order, page.Last!), matched);
            }
        }

        // The total is known for nothing when everything is on this page.
        return new Page(page.Count, null, query.After is null ? page.Count : matched);
    }

    /// <summary>One feature without its closing brace, or null when there is none.</summary>
    public async Task<StoredFeature?> Find(CollectionDefinition collection, string code, DateTimeOffset? asOf, CrsDefinition crs, CancellationToken cancel)
    {
        if (asOf is null && FeatureBatches.Takes(code))
        {
            return await batches.Find(collection, code, crs, cancel);
        }

        await using var command = One(collection, code, asOf, crs);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel) ? new StoredFeature(reader.GetInt32(0), RowText.Bytes(reader, 1)) : null;
    }

    /// <summary>What a reader proposes of one feature; null when it shall not stand any more.</summary>
    public async Task<StoredFeature?> Find(CollectionDefinition collection, OwnFeature own, CrsDefinition crs, CancellationToken cancel)
    {
        if (own.Row is null)
        {
            return null;
        }

        var statement = new Statement();
        statement.Append($"select {FeatureSql.OpenFeature(collection, crs)} from {OwnSql.Source(new(collection, null, null, null, []), OwnFeatures.Json(own), statement)}");
        await using var command = statement.Command(database.Public);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        await reader.ReadAsync(cancel);
        return new StoredFeature(own.State, RowText.Bytes(reader, 0));
    }

    /// <summary>The code of the feature that has taken a code over (a project that stands in several boxes), or null.</summary>
    public async Task<string?> FindSuccessor(CollectionDefinition collection, string code, CancellationToken cancel)
    {
        if (!collection.Has("other_codes"))
        {
            return null;
        }

        var statement = new Statement();
        statement.Append($"select f.code from {collection.Published} f where f.other_codes @> {statement.Parameter(new[] { code })} order by f.code limit 1");
        await using var command = statement.Command(database.Public);
        return (string?)await command.ExecuteScalarAsync(cancel);
    }

    private NpgsqlCommand One(CollectionDefinition collection, string code, DateTimeOffset? asOf, CrsDefinition crs)
    {
        var statement = new Statement();
        return statement.Append($"select f.version, {FeatureSql.OpenFeature(collection, crs)}")
            .Append($"from {FeatureSql.Source(collection, asOf, statement)}")
            .Append($"where f.code = {statement.Parameter(code)}")
            .Command(database.Public);
    }

    // What is asked for decides which plan is good; a page of everything has one plan.
    private NpgsqlDataSource SourceOf(FeatureSelection selection) =>
        selection is { Bbox: null, Horizon: null, AsOf: null, Condition: null, Filters: [], Own: null } ? database.Public : database.Filtered;

    private static async Task RefuseOutOfReach(ItemQuery query, NpgsqlConnection connection, CancellationToken cancel)
    {
        if (PageSql.OutOfReach(query.Selection, query.Output) is { } question)
        {
            await using var command = question.Command(connection);
            if (await command.ExecuteScalarAsync(cancel) is true)
            {
                throw RequestException.Malformed("crs-out-of-reach", new { parameter = "crs" });
            }
        }
    }

    private static async ValueTask<bool> IsReadOn(PipeWriter output, CancellationToken cancel)
    {
        try
        {
            return !(await output.FlushAsync(cancel)).IsCompleted;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static async Task<long> Ask(Statement number, NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = number.Command(connection);
        return (long)(await command.ExecuteScalarAsync(cancel))!;
    }

    private static PagePlace Place(NpgsqlDataReader reader)
    {
        const int FirstValue = 2;
        var values = Enumerable.Range(FirstValue, reader.FieldCount - FirstValue).Select(column => reader.IsDBNull(column) ? null : reader.GetValue(column));
        return new PagePlace(reader.GetString(0), [.. values]);
    }
}
