using System.Data;
using System.Globalization;
using System.Text.Json;
using Npgsql;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Gdal;
using SpatialPlan.Server.Geo;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.TestData;

/// <summary>
/// Copies the tables of a GeoPackage into a schema of their own: GDAL writes them as statements, in the system that is
/// stored, PostgreSQL runs these and publishes the tables. The schema goes whole, and the published views with it.
/// </summary>
public sealed class TestDataLoader(OwnerDatabase owner, GdalProcess gdal, TestCollections tests)
{
    private const string Schema = "test_collections";
    private const string Lock = "test_collections_lock";
    private const int LongestStatementSeconds = 300;

    private static readonly string[] Options =
    [
        "-f", "PGDump", "--config", "PG_USE_COPY", "NO", "-t_srs", string.Create(CultureInfo.InvariantCulture, $"EPSG:{Crs.Store}"), "-dim", "XY",
        "-lco", $"SCHEMA={Schema}", "-lco", "CREATE_SCHEMA=NO", "-lco", "DROP_TABLE=OFF", "-lco", "LAUNDER=NO",
    ];

    /// <summary>Replaces what an earlier start has loaded by the tables of a file, or by nothing.</summary>
    /// <exception cref="TestDataException">The file cannot be loaded; there are no test collections now.</exception>
    public async Task Replace(GeoPackageFile? file, CancellationToken cancel)
    {
        // Servers that start at once on one database wait for each other.
        await using var alone = await OwnerLock.Alone(owner.Source, Lock, cancel);
        await using var connection = await owner.Source.OpenConnectionAsync(cancel);
        var isChanged = false;
        try
        {
            isChanged = await Drop(connection, cancel);
            if (file is not null)
            {
                tests.All = await Load(connection, file, cancel);
                isChanged = true;
            }
        }
        finally
        {
            // Only now, so that nobody keeps an answer without them under the new revision.
            if (isChanged && connection.State == ConnectionState.Open)
            {
                await Execute(connection, "select plan.raise_revision()", CancellationToken.None);
            }
        }
    }

    private static async Task<bool> Drop(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var there = new NpgsqlCommand($"select to_regnamespace('{Schema}') is not null", connection);
        if (await there.ExecuteScalarAsync(cancel) is not true)
        {
            return false;
        }

        await Execute(connection, $"drop schema {Schema} cascade", cancel);
        return true;
    }

    private async Task<IReadOnlyList<CollectionDefinition>> Load(NpgsqlConnection connection, GeoPackageFile file, CancellationToken cancel)
    {
        file.Check();
        var statements = await Statements(file, cancel);
        try
        {
            // A moment without a zone is UTC in a GeoPackage. GDAL begins and commits a transaction for each table.
            await Execute(connection, $"create schema {Schema}; set timezone to 'UTC'", cancel);
            await Execute(connection, statements, cancel);
            var loaded = await Publish(connection, cancel);
            return loaded.Count > 0 ? loaded : throw new TestDataException("the file has no table of features that can be a collection");
        }
        catch (Exception fault) when (fault is PostgresException or TestDataException)
        {
            await Execute(connection, "rollback", cancel);
            await Drop(connection, cancel);
            throw fault as TestDataException ?? new TestDataException($"PostgreSQL does not take its tables ({((PostgresException)fault).MessageText})");
        }
    }

    private async Task<string> Statements(GeoPackageFile file, CancellationToken cancel)
    {
        using var folder = JobFolder.Create();
        var tables = folder.File("tables.sql");
        try
        {
            await gdal.Run([.. Options, tables, file.Path], folder, cancel);
            JobFolder.Check(new FileInfo(tables).Length);
            return await File.ReadAllTextAsync(tables, cancel);
        }
        catch (RequestException fault)
        {
            throw new TestDataException(fault.Code == "gdal-missing" ? "ogr2ogr is not installed (Debian's package gdal-bin)" : $"ogr2ogr could not read the file in time and room ({fault.Code})");
        }
        catch (Exception fault) when (fault is InvalidOperationException or IOException)
        {
            throw new TestDataException($"ogr2ogr does not read the file ({fault.Message.Trim()})");
        }
    }

    private static async Task<IReadOnlyList<CollectionDefinition>> Publish(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("select id, geometry_name, geometry_type, properties::text from plan.publish_test_collections()", connection);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var loaded = new List<CollectionDefinition>();
        while (await reader.ReadAsync(cancel))
        {
            var columns = JsonSerializer.Deserialize<List<Column>>(reader.GetString(3), JsonFiles.Format)!;
            loaded.Add(Definition(reader.GetString(0), reader.GetString(1), reader.GetString(2), columns, loaded.Count));
        }

        return loaded;
    }

    // The tables have no words beside their names.
    private static CollectionDefinition Definition(string id, string geometry, string type, List<Column> columns, int order) => new(
        id,
        "test",
        order,
        type == "GEOMETRY" ? "Any" : type,
        new Words(id, id),
        null,
        [.. columns.Prepend(new Column("code", PropertyType.String)).Select(column => new PropertyDefinition(column.Name, column.Type, new Words(column.Name, column.Name), Queryable: true))])
    {
        GeometryName = geometry,
        PublishedSchema = "test_published",
        ClosedSchema = "test_closed",
        HistorySchema = "test_history",
    };

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = LongestStatementSeconds };
        await command.ExecuteNonQueryAsync(cancel);
    }

    private sealed record Column(string Name, PropertyType Type);
}
