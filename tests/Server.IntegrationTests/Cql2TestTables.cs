using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;
using SpatialPlan.Server.Cql2;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>The tables of the standard's test data set, copied from the GeoPackage into a database of their own.</summary>
public sealed class Cql2TestTables(PlanDatabases databases) : IAsyncLifetime
{
    private const int Srid = 4326;
    private const int HeaderBytes = 8;

    // How many bytes of envelope stand before the geometry, by the indicator in the header (GeoPackage 1.3, clause 2.1.3).
    private static readonly int[] EnvelopeBytes = [0, 32, 48, 48, 64];

    private readonly Dictionary<string, Queryables> queryables = [];

    public TestDatabase Database { get; private set; } = null!;

    /// <summary>What may be asked of a table; null where the test data set is not here.</summary>
    public Queryables? Find(string table) => queryables.GetValueOrDefault(table);

    public async ValueTask InitializeAsync()
    {
        if (Cql2Vectors.Folder is null)
        {
            return;
        }

        Database = await databases.Migrated();
        await using var package = new SqliteConnection($"Data Source=file:{Path.Combine(Cql2Vectors.Folder, "ne110m4cql2.gpkg")}?immutable=1;Mode=ReadOnly");
        await package.OpenAsync();
        foreach (var table in await Names(package))
        {
            await Copy(package, table);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Database is not null)
        {
            await Database.DisposeAsync();
        }
    }

    private static async Task<List<string>> Names(SqliteConnection package)
    {
        var names = new List<string>();
        await using var command = new SqliteCommand("select table_name from gpkg_contents where data_type = 'features' order by 1", package);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    private async Task Copy(SqliteConnection package, string table)
    {
        await using var command = new SqliteCommand($"select * from \"{table}\"", package);
        await using var reader = await command.ExecuteReaderAsync();
        var columns = Enumerable.Range(0, reader.FieldCount).Select(index => Column.Of(reader.GetName(index), reader.GetDataTypeName(index))).ToArray();
        queryables[table] = new Queryables(columns.ToDictionary(column => column.Name, column => new QueryableColumn($"f.\"{column.Name}\"", column.Type)), Srid);
        await Database.Execute($"create table \"{table}\" ({string.Join(", ", columns.Select(column => $"\"{column.Name}\" {column.SqlType}"))})");
        var places = columns.Select((column, index) => column.Type == CqlType.Geometry ? $"ST_GeomFromWKB(${index + 1}, {Srid})" : $"${index + 1}::{column.SqlType}");
        await using var batch = Database.Database.Plan.CreateBatch();
        while (await reader.ReadAsync())
        {
            var insert = new NpgsqlBatchCommand($"insert into \"{table}\" values ({string.Join(", ", places)})");
            for (var index = 0; index < columns.Length; index++)
            {
                insert.Parameters.Add(Parameter(columns[index], reader.GetValue(index)));
            }

            batch.BatchCommands.Add(insert);
        }

        await batch.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private static NpgsqlParameter Parameter(Column column, object value) => value switch
    {
        byte[] geometry => new() { Value = geometry[(HeaderBytes + EnvelopeBytes[(geometry[3] >> 1) & 7])..] },
        DBNull => new() { Value = value, NpgsqlDbType = column.Type == CqlType.Geometry ? NpgsqlDbType.Bytea : NpgsqlDbType.Text },

        // The moments of a GeoPackage are in UTC, with or without the letter that says so.
        string moment when column.Type == CqlType.Timestamp => new() { Value = moment.TrimEnd('Z') + "Z", NpgsqlDbType = NpgsqlDbType.Text },
        _ => new() { Value = Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture), NpgsqlDbType = NpgsqlDbType.Text },
    };

    private sealed record Column(string Name, string SqlType, CqlType Type)
    {
        public static Column Of(string name, string declared) => declared.Split('(')[0] switch
        {
            "TEXT" => new(name, "text", CqlType.Text),
            "INTEGER" or "MEDIUMINT" => new(name, "bigint", CqlType.Number),
            "REAL" or "DOUBLE" => new(name, "double precision", CqlType.Number),
            "DATE" => new(name, "date", CqlType.Date),
            "DATETIME" => new(name, "timestamptz", CqlType.Timestamp),
            "BOOLEAN" => new(name, "boolean", CqlType.Boolean),
            _ => new(name, $"geometry(geometry, {Srid})", CqlType.Geometry),
        };
    }
}
