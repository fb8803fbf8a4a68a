using System.Data;
using System.Text.Json.Nodes;
using Npgsql;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Geo;

namespace SpatialPlan.Server.Ogc.Counts;

/// <summary>Reads the points of a collection from PostGIS: all of them, or what changed since a snapshot.</summary>
public sealed class PointReader(PlanDatabase database, CountDimensions dimensions)
{
    private Dictionary<string, int> combinationOf = new(StringComparer.Ordinal);
    private List<Combination> combinations = [];

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
        var figures = string.Concat(dimensions.Sums.Select(sum => $", f.{sum.Name}"));
        await using var command = new NpgsqlCommand(
            $"""
            select ST_X(f.geom), ST_Y(f.geom), ST_X(f.{Crs.MapColumn}), ST_Y(f.{Crs.MapColumn}), {dimensions.Sql}{figures}
            from {dimensions.Collection.Published} f
            """,
            connection);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var values = new double[dimensions.Sums.Count];
        while (await reader.ReadAsync(cancel))
        {
            for (var sum = 0; sum < values.Length; sum++)
            {
                values[sum] = reader.IsDBNull(5 + sum) ? double.NaN : reader.GetDouble(5 + sum);
            }

            var combination = CombinationOf(reader.GetString(4));
            if (reader.IsDBNull(0))
            {
                columns.Add(PointRow.Nowhere, double.NaN, double.NaN, combination, values);
            }
            else
            {
                columns.Add(MapCell.Of(reader.GetDouble(2), reader.GetDouble(3)), reader.GetDouble(0), reader.GetDouble(1), combination, values);
            }
        }

        // Who waits for ReadAll tidies up, on top of this method when its end comes at once: by then nothing may hold on to
        // the columns.
        PointChunk[] chunks = [.. columns.Chunks()];
        columns = null;
        return chunks;
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
