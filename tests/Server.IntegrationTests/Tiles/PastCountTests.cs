using System.Text.Json.Nodes;
using static SpatialPlan.Server.IntegrationTests.Tiles.ScaledPlan;

namespace SpatialPlan.Server.IntegrationTests.Tiles;

/// <summary>What is counted from memory as of another moment is what plain SQL counts of the versions that stood then.</summary>
public sealed class PastCountTests(ScaledPlan plan) : IClassFixture<ScaledPlan>
{
    private const string Projects = "/ogc/collections/projects";

    /// <summary>Each is a moment of its own: something new, something that becomes something else elsewhere, something that goes and comes again.</summary>
    private static readonly string[] Writes =
    [
        Insert(4001, 4100),
        """
        create temporary table changed on commit drop as select f.* from feature.projects f where f.code like 'many-1%' and f.recorded_to is null;
        update feature.projects f set recorded_to = now(), closed_by = 'test', review_state = 'superseded' from changed c where f.code = c.code and f.version = c.version;
        insert into feature.projects (code, version, review_state, recorded_from, approved_at, approved_by, recorded_by, name_zh, origin, plan_status, plan_status_basis,
          placement, horizon_from, industry_chain, industry_cluster, investment_cny, geom)
        select code, version + 1, 'approved', now(), now(), 'operator', 'test', name_zh, origin, 'existing', plan_status_basis, placement, 2035, industry_chain, industry_cluster, 2 * investment_cny,
          ST_Translate(geom, 0.05, 0.03)
        from changed
        """,
        "update feature.projects set recorded_to = now(), closed_by = 'test', review_state = 'withdrawn' where code like 'many-2%' and recorded_to is null",
        """
        insert into feature.projects (code, version, review_state, recorded_from, approved_at, approved_by, recorded_by, name_zh, origin, plan_status, placement)
        select 'many-2' || i, 2, 'approved', now(), now(), 'operator', 'test', '又来', 'import', 'proposed', 'unplaced' from generate_series(1, 9) i
        """,
    ];

    [Fact]
    public async Task As_of_each_moment_memory_and_sql_agree()
    {
        var moments = new List<DateTime> { await Now() };
        foreach (var write in Writes)
        {
            await plan.Database.Execute(write.StartsWith("begin", StringComparison.Ordinal) ? write : $"begin; {write}; select plan.raise_revision(); commit");
            moments.Add(await Now());
        }

        var numbers = new HashSet<int>();
        foreach (var moment in moments)
        {
            var asOf = $"as-of={moment:yyyy-MM-dd'T'HH:mm:ss.ffffff}Z";
            foreach (var filter in new[] { "", "&plan_status=existing", "&industry_chain=automotive,biopharma&datetime=2023", "&placement=unplaced", "&bbox=116.55,35.3,116.7,35.45", "&investment_cny=10000000" })
            {
                var address = $"{Projects}/facets?{asOf}{filter}";
                var (counted, asked) = (await Json(plan.Counting, address), await Json(plan.Asking, address));
                Assert.True(JsonNode.DeepEquals(asked, counted), $"{address}\nSQL   {asked.ToJsonString()}\nindex {counted.ToJsonString()}");
            }

            numbers.Add((int)(await Json(plan.Counting, $"{Projects}/facets?{asOf}"))["numberMatched"]!);
            Assert.Equal((await InSql(moment)).Order(StringComparer.Ordinal), (await Layer(plan.Counting, $"{Projects}/tiles/WebMercatorQuad/9/201/421?{asOf}")).Select(Said).Order(StringComparer.Ordinal));
        }

        Assert.True(numbers.Count >= 3, "the moments differ in nothing: the test says nothing");

        // A page says the number that has been counted for the same moment, one of the last two.
        var page = await Json(plan.Counting, $"{Projects}/items?limit=1&as-of={moments[^1]:yyyy-MM-dd'T'HH:mm:ss.ffffff}Z&plan_status=planned");
        Assert.Equal(await plan.Database.Ask<long>($"select count(*) from history.projects where {Then(moments[^1])} and plan_status = 'planned'"), (long)page["numberMatched"]!);
    }

    [Fact]
    public async Task A_moment_before_more_changes_than_are_undone_is_asked_of_the_database()
    {
        await using var database = await plan.Clone();
        await using var application = PlanServer.Application(database.Address, ("Plan:LargeCollection", "500"));
        var client = application.CreateClient();
        await database.Execute(Insert(1, 1000));
        var moment = await database.Ask<DateTime>("select clock_timestamp()");
        await database.Execute(Insert(10_001, 31_000));
        var asOf = $"as-of={moment:yyyy-MM-dd'T'HH:mm:ss.ffffff}Z";
        Assert.Equal(1000 + 51, (int)(await Json(client, $"{Projects}/facets?{asOf}"))["numberMatched"]!);
        var cells = await Layer(client, $"{Projects}/tiles/WebMercatorQuad/8/100/210?{asOf}");
        Assert.Equal(
            await database.Ask<long>($"select count(*) from history.projects, ST_TileEnvelope(8, 210, 100) tile where {Then(moment)} and geom_3857 && tile"),
            cells.Sum(cell => (long)cell.Properties["count"]));
    }

    private Task<DateTime> Now() => plan.Database.Ask<DateTime>("select clock_timestamp()");

    private static string Then(DateTime moment) => $"approved_at <= '{moment:O}' and (recorded_to is null or recorded_to > '{moment:O}')";

    private Task<IReadOnlyList<string>> InSql(DateTime moment) => plan.Database.Rows($"""
        select count(*) || ' ' || count(*) filter (where plan_status = 'existing')
        from history.projects, ST_TileEnvelope(9, 421, 201) tile
        where {Then(moment)} and geom_3857 && tile
        group by floor((ST_X(geom_3857) - ST_XMin(tile)) / (ST_XMax(tile) - ST_XMin(tile)) * 16), floor((ST_YMax(tile) - ST_Y(geom_3857)) / (ST_YMax(tile) - ST_YMin(tile)) * 16)
        """);

    private static string Said(TileFeature cell) => $"{cell.Properties["count"]} {cell.Properties.GetValueOrDefault("plan_status.existing") ?? 0}";
}
