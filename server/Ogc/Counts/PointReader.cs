using System.Data;
using System.Text.Json.Nodes;
using Npgsql;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Geo;

namespace SpatialPlan.Server.Ogc.Counts;

/// <summary>Reads the points of a collection from PostGIS: all of them, or what changed since a snapshot.</summary>
public sealed class PointReader(PlanDatabase database, CountDimensions dimensions)
{
    /// <summary>More changes than this since a moment are not undone: PostgreSQL is asked about the moment itself.</summary>
    public const int MostUndone = 20_000;

    private Dictionary<string, int> combinationOf = new(StringComparer.Ordinal);
    private List<Combination> combinations = [];

    private string Columns =>
        $"ST_X(f.geom), ST_Y(f.geom), ST_X(f.{Crs.MapColumn}), ST_Y(f.{Crs.MapColumn}), {dimensions.Sql}{string.Concat(dimensions.Sums.Select(sum => $", f.{sum.Name}"))}";

    public async Task<PointIndex> ReadAll(CancellationToken cancel)
    {
        await using var connection = await database.Bulk.OpenConnectionAsync(cancel);

        // Revision, snapshot and points as of one moment.
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        var (revision, snapshot) = await Moment(connection, cancel);
        var reading = new PointReader(database, dimensions);
        var chunks = await reading.ReadRows(connection, cancel);
        await transaction.CommitAsync(cancel);

        // Only now: had the reading failed, the numbers of the combinations would still be those of the last index.
        (combinationOf, combinations) = (reading.combinationOf, reading.combinations);
        return new PointIndex(dimensions, [.. combinations], chunks, revision, snapshot);
    }

    /// <summary>The index after the changes it has not seen; null when they cannot be had any more, were too many, or it is another database.</summary>
    public async Task<PointIndex?> ReadChanges(PointIndex known, CancellationToken cancel)
    {
        await using var connection = await database.Public.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        var (revision, snapshot) = await Moment(connection, cancel);
        if (revision.Installation != known.Revision.Installation)
        {
            return null;
        }

        await using (var pruned = new NpgsqlCommand("select p.up_to >= pg_snapshot_xmin($1::text::pg_snapshot) from published_plan.point_change_pruned p", connection))
        {
            pruned.Parameters.Add(new() { Value = known.Snapshot });
            if (await pruned.ExecuteScalarAsync(cancel) is true)
            {
                return null;
            }
        }

        var (came, went) = (new List<PointRow>(), new List<PointRow>());
        await using var command = new NpgsqlCommand(
            """
            select c.sign, c.feature::text
            from published_plan.point_change c
            where c.collection = $2
              and c.xid >= pg_snapshot_xmin($1::text::pg_snapshot)
              and not pg_visible_in_snapshot(c.xid, $1::text::pg_snapshot)
            """,
            connection);
        command.Parameters.Add(new() { Value = known.Snapshot });
        command.Parameters.Add(new() { Value = dimensions.Collection.Id });
        await using (var reader = await command.ExecuteReaderAsync(cancel))
        {
            while (await reader.ReadAsync(cancel))
            {
                var sign = reader.GetInt16(0);
                if (sign == 0)
                {
                    return null;
                }

                (sign > 0 ? came : went).Add(RowOf((JsonObject)JsonNode.Parse(reader.GetString(1))!));
            }
        }

        var chunks = came.Count + went.Count == 0 ? [.. known.Chunks] : PointChanges.Apply(known.Chunks, came, went, dimensions.Sums.Count);
        return chunks is null ? null : new PointIndex(dimensions, [.. combinations], chunks, revision, snapshot);
    }

    /// <summary>
    /// The points as they stood at a moment: those of now, without what has been approved since, and with what has been closed
    /// since. Null when that is too much, or when the plan has another revision by now, which is given too.
    /// </summary>
    public async Task<(PointIndex? Index, PlanRevision Revision)> ReadPast(PointIndex known, DateTimeOffset moment, CancellationToken cancel)
    {
        await using var connection = await database.Filtered.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        var (revision, snapshot) = await Moment(connection, cancel);
        if (revision != known.Revision)
        {
            return (null, revision);
        }

        // Numbers of its own, beginning with those of the points it goes back from.
        var reading = new PointReader(database, dimensions)
        {
            combinations = [.. known.Combinations],
            combinationOf = known.Combinations.Select((combination, place) => (dimensions.KeyOf(combination), place)).ToDictionary(StringComparer.Ordinal),
        };
        var went = await reading.ReadSome("f.recorded_to is null and f.approved_at > $1", moment, connection, cancel);
        var came = went is null ? null : await reading.ReadSome("f.recorded_to > $1 and f.approved_at <= $1", moment, connection, cancel);
        var chunks = came is null ? null : PointChanges.Apply(known.Chunks, came, went!, dimensions.Sums.Count);
        return (chunks is null ? null : new PointIndex(dimensions, [.. reading.combinations], chunks, revision, snapshot), revision);
    }

    /// <summary>Versions that have been approved; null when there are too many.</summary>
    private async Task<List<PointRow>?> ReadSome(string condition, DateTimeOffset moment, NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand($"select {Columns} from {dimensions.Collection.History} f where {condition} limit {MostUndone + 1}", connection);
        command.Parameters.Add(new() { Value = moment.UtcDateTime });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var rows = new List<PointRow>();
        while (rows.Count <= MostUndone && await reader.ReadAsync(cancel))
        {
            rows.Add(RowOf(reader, new double[dimensions.Sums.Count]));
        }

        return rows.Count <= MostUndone ? rows : null;
    }

    private static async Task<(PlanRevision Revision, string Snapshot)> Moment(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("select installation, value, pg_current_snapshot()::text from published_plan.revision", connection);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        await reader.ReadAsync(cancel);
        return (new PlanRevision(reader.GetGuid(0), reader.GetInt64(1)), reader.GetString(2));
    }

    private async Task<PointChunk[]> ReadRows(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var count = new NpgsqlCommand($"select count(*) from {dimensions.Collection.Published}", connection);
        PointColumns? columns = new PointColumns((int)(long)(await count.ExecuteScalarAsync(cancel))!, dimensions.Sums.Count);
        await using var command = new NpgsqlCommand($"select {Columns} from {dimensions.Collection.Published} f", connection);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var figures = new double[dimensions.Sums.Count];
        while (await reader.ReadAsync(cancel))
        {
            columns.Add(RowOf(reader, figures));
        }

        // Who waits for ReadAll tidies up, on top of this method when its end comes at once: by then nothing may hold on to
        // the columns.
        PointChunk[] chunks = [.. columns.Chunks()];
        columns = null;
        return chunks;
    }

    private PointRow RowOf(NpgsqlDataReader reader, double[] figures)
    {
        for (var sum = 0; sum < figures.Length; sum++)
        {
            figures[sum] = reader.IsDBNull(5 + sum) ? double.NaN : reader.GetDouble(5 + sum);
        }

        var combination = CombinationOf(reader.GetString(4));
        return reader.IsDBNull(0)
            ? new PointRow(PointRow.Nowhere, double.NaN, double.NaN, combination, figures)
            : new PointRow(MapCell.Of(reader.GetDouble(2), reader.GetDouble(3)), reader.GetDouble(0), reader.GetDouble(1), combination, figures);
    }

    private PointRow RowOf(JsonObject feature)
    {
        double Number(string name) => (double?)feature[name] ?? double.NaN;
        return new PointRow(
            feature["x"] is null ? PointRow.Nowhere : MapCell.Of(Number("x"), Number("y")),
            Number("lon"),
            Number("lat"),
            CombinationOf(dimensions.KeyOf(feature)),
            [.. dimensions.Sums.Select(sum => Number(sum.Name))]);
    }

    private int CombinationOf(string key)
    {
        if (!combinationOf.TryGetValue(key, out var combination))
        {
            combination = combinations.Count;
            combinations.Add(dimensions.Parse(key));
            combinationOf.Add(key, combination);
        }

        return combination;
    }
}
