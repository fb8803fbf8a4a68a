using SpatialPlan.Server.Cql2;
using SpatialPlan.Server.Ogc;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>Four sites with a property of every type, full of values that are easily got wrong.</summary>
public sealed class Cql2Sites(PlanDatabases databases) : IAsyncLifetime
{
    public static Queryables Queryables { get; } = new(
        new Dictionary<string, QueryableColumn>
        {
            ["id"] = new("f.id", CqlType.Text),
            ["note"] = new("f.note", CqlType.Text),
            ["area"] = new("f.area", CqlType.Number),
            ["open"] = new("f.open", CqlType.Boolean),
            ["day"] = new("f.day", CqlType.Date),
            ["since"] = new("f.since", CqlType.Timestamp),
            ["until"] = new("f.until", CqlType.Timestamp),
            ["tags"] = new("f.tags", CqlType.Texts),
            ["sizes"] = new("f.sizes", CqlType.Numbers),
            ["geometry"] = new("f.geom", CqlType.Geometry),
        },
        4490);

    public TestDatabase Database { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Database = await databases.Migrated();
        await Database.Execute("""
            create table sites (
              id text collate "C", note text, area double precision, open boolean, day date,
              since timestamptz, until timestamptz, tags text[], sizes integer[], geom geometry(geometry, 4490));
            insert into sites values
              ('a', '50%_off', 0, true, '2021-09-29', '2021-09-29T00:00Z', '2021-09-29T12:00Z', '{park,water}', '{1,2}', 'srid=4490;point(116.6 35.4)'),
              ('b', 'C:\Straße', 2.5, false, '2021-09-30', '2021-09-30T23:59:59Z', 'infinity', '{}', '{}', 'srid=4490;polygon((116 35,117 35,117 36,116 36,116 35))'),
              ('c', '洸河·Løgstør', -7, null, null, null, null, '{park}', null, null),
              ('d', null, null, null, '2025-01-01', '2025-01-01T08:00Z', null, null, '{2}', 'srid=4490;linestring(116 35,118 36)')
            """);
    }

    /// <summary>The sites that a filter finds, in order.</summary>
    public async Task<string> Find(string text)
    {
        var statement = new Statement();
        statement.Append($"select coalesce(string_agg(f.id, ' ' order by f.id), '') from sites f where {Sql(text, statement)}");
        await using var command = statement.Command(Database.Owner.Source);
        return (string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    public static string Sql(string text, Statement statement)
    {
        var filter = Filter.Read(text, FilterLanguage.Text, Queryables);
        Assert.True(filter.Succeeded, $"{filter.Error}: {text}");
        return filter.Value.Sql(statement.Parameter);
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
