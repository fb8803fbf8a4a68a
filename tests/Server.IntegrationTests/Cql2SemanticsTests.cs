using Npgsql;
using SpatialPlan.Server.Cql2;
using SpatialPlan.Server.Ogc;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>What a filter finds on PostGIS, where the published predicates say nothing or too little.</summary>
public sealed class Cql2SemanticsTests(PlanDatabases databases, Cql2Sites sites) : IClassFixture<Cql2Sites>
{
    [Theory]

    // Three-valued logic: what is not known is in neither half.
    [InlineData("area = 0", "a")]
    [InlineData("NOT area = 0", "b c")]
    [InlineData("area <> 0", "b c")]
    [InlineData("open", "a")]
    [InlineData("NOT open", "b")]
    [InlineData("open OR area < 0", "a c")]
    [InlineData("NOT (open AND area > 0)", "a b c")]
    [InlineData("area IN (0, 2.5) OR area NOT IN (0, 2.5)", "a b c")]
    [InlineData("note IS NULL", "d")]
    [InlineData("geometry IS NULL", "c")]
    [InlineData("TRUE", "a b c d")]
    [InlineData("FALSE", "")]

    // Patterns: % any, _ one, \ before what is meant as it stands.
    [InlineData(@"note LIKE '50\%\_off'", "a")]
    [InlineData(@"note LIKE '%\\%'", "b")]
    [InlineData("note LIKE '__·L%'", "c")]
    [InlineData("note LIKE '50__off'", "a")]
    [InlineData("note NOT LIKE '%e'", "a c")]

    // Folding follows Unicode; letters with a stroke lose it.
    [InlineData(@"CASEI(note) = CASEI('c:\STRASSE')", "b")]
    [InlineData("ACCENTI(note) LIKE ACCENTI('%Logstor')", "c")]
    [InlineData("CASEI(ACCENTI(note)) LIKE casei('%LOGSTOR')", "c")]

    // Order by code point: 洸 after every Latin letter, C before a.
    [InlineData("note > 'z'", "c")]
    [InlineData("note BETWEEN 'A' AND 'Z'", "b")]

    // Arithmetic: what is divided by zero has no value and stops nobody's answer.
    [InlineData("10 / area = 4", "b")]
    [InlineData("10 % area = 0", "b")]
    [InlineData("-7 div 2 = -3 AND area = 0", "a")]
    [InlineData("area ^ 2 = 49", "c")]
    [InlineData("-area = 7", "c")]
    [InlineData("area / 0 = 1 OR id = 'd'", "d")]
    [InlineData("area = 1 - 3 - 5", "c")]

    // Arrays are sets.
    [InlineData("A_CONTAINS(tags, ('park'))", "a c")]
    [InlineData("A_CONTAINEDBY(tags, ('park','road'))", "b c")]
    [InlineData("A_EQUALS(tags, ('water','park','park'))", "a")]
    [InlineData("A_EQUALS(tags, ())", "b")]
    [InlineData("A_OVERLAPS(('water','road'), tags)", "a")]
    [InlineData("A_CONTAINS(sizes, (2))", "a d")]
    [InlineData("A_OVERLAPS(sizes, (1, area))", "a")]
    [InlineData("NOT A_CONTAINS(tags, ('park'))", "b")]

    // A date among moments is the whole of its day.
    [InlineData("T_DURING(since, INTERVAL('2021-09-01','2021-10-01'))", "a b")]
    [InlineData("T_INTERSECTS(since, DATE('2021-09-30'))", "b")]
    [InlineData("T_EQUALS(day, DATE('2021-09-29'))", "a")]
    [InlineData("T_CONTAINS(day, since)", "b d")]
    [InlineData("T_AFTER(INTERVAL(since,until), DATE('2021-09-29'))", "b d")]
    [InlineData("T_INTERSECTS(INTERVAL('..','..'), day)", "a b d")]
    [InlineData("T_MEETS(INTERVAL('2021-01-01T00:00:00Z','2021-09-29T00:00:00Z'), INTERVAL(since,until))", "a")]
    [InlineData("since < TIMESTAMP('2021-09-30T07:59:59+08:00')", "a")]

    // Space.
    [InlineData("S_INTERSECTS(geometry, GEOMETRYCOLLECTION(POINT(116.6 35.4), LINESTRING(118 36, 119 36)))", "a b d")]
    [InlineData("S_DISJOINT(geometry, GEOMETRYCOLLECTION(POINT(116.6 35.4), POINT(118 36)))", "")]
    [InlineData("S_EQUALS(geometry, BBOX(116,35,117,36))", "b")]
    [InlineData("S_WITHIN(geometry, BBOX(116,35,117,36))", "a b")]
    [InlineData("S_CONTAINS(geometry, POINT(116.6 35.4))", "a b")]
    [InlineData("S_CROSSES(geometry, BBOX(116,35,117,36))", "d")]
    [InlineData("S_TOUCHES(geometry, BBOX(117,35,118,36))", "b")]
    [InlineData("S_OVERLAPS(geometry, BBOX(116.5,35.5,118,37))", "b")]
    [InlineData("S_INTERSECTS(geometry, BBOX(117,36,117,36))", "b")]
    [InlineData("S_INTERSECTS(geometry, geometry)", "a b d")]
    public async Task A_filter_finds_these_sites(string filter, string found) => Assert.Equal(found, await sites.Find(filter));

    [Fact]
    public async Task Every_function_of_the_language_is_one_that_the_database_runs()
    {
        foreach (var known in CqlOperator.All.Where(known => known.IsFunction))
        {
            var (one, other) = known.Kind switch
            {
                OperatorKind.Spatial => ("geometry", "BBOX(116,35,117,36)"),
                OperatorKind.Temporal => ("INTERVAL(since, until)", "INTERVAL('2021-01-01', '..')"),
                OperatorKind.Array => ("tags", "('park')"),
                _ => ("note", ""),
            };
            await sites.Find(other.Length == 0 ? $"{known.Name}({one}) = 'a'" : $"{known.Name}({one}, {other}) OR {known.Name}({other}, {one})");
        }
    }

    [Fact]
    public async Task A_number_that_no_machine_holds_is_a_fault_of_the_value()
    {
        foreach (var filter in new[] { "area ^ 1000 > 1", "1e300 * 1e300 > area", "(0 - 1) ^ 0.5 > area", "0 ^ (0 - 1) > area" })
        {
            var fault = await Assert.ThrowsAsync<PostgresException>(() => sites.Find(filter));
            Assert.Equal("value-invalid", Web.DatabaseProblems.Of(fault)?.Code);
        }
    }

    [Fact]
    public async Task A_geometry_is_understood_on_connections_that_are_older_than_PostGIS()
    {
        await using var fresh = databases.Missing();
        await databases.Execute($"create database {fresh.Name}");
        await fresh.Database.OpenPublic(TestContext.Current.CancellationToken);
        await fresh.Migrator.Migrate(TestContext.Current.CancellationToken);
        var statement = new Statement();
        statement.Append($"select 1 from (select ST_SetSRID(ST_MakePoint(116.6, 35.4), 4490) as geom) f where {Cql2Sites.Sql("S_WITHIN(geometry, BBOX(116,35,117,36))", statement)}");
        await using var command = statement.Command(fresh.Database.Public);
        Assert.Equal(1, await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_spatial_filter_uses_the_index()
    {
        await sites.Database.Execute("""
            create table many_sites as select st_setsrid(st_makepoint(i / 100.0, 1), 4490) as geom from generate_series(1, 10000) i;
            create index on many_sites using gist (geom);
            analyze many_sites
            """);
        var statement = new Statement();
        statement.Append($"explain select from many_sites f where {Cql2Sites.Sql("S_INTERSECTS(geometry, BBOX(1,0,1.1,2))", statement)}");
        await using var command = statement.Command(sites.Database.Owner.Source);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var plan = "";
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            plan += reader.GetString(0) + "\n";
        }

        Assert.Contains("many_sites_geom_idx", plan, StringComparison.Ordinal);
    }
}
