using System.Text.Json.Nodes;
using Npgsql;
using static SpatialPlan.Server.IntegrationTests.Tiles.ScaledPlan;

namespace SpatialPlan.Server.IntegrationTests.Tiles;

/// <summary>The counts follow every write within two seconds, whoever wrote it and in whatever order it was committed.</summary>
public sealed class CountChangeTests(ScaledPlan plan) : IClassFixture<ScaledPlan>
{
    private const string Facets = "/ogc/collections/projects/facets";

    [Fact]
    public async Task After_each_kind_of_write_memory_and_sql_agree()
    {
        await Agree();
        await plan.Database.AllowRewriting("projects");
        foreach (var write in new[]
        {
            Insert(4001, 4100),
            Changing("update feature.projects set plan_status = 'existing', horizon_from = 2030 where recorded_by = 'test' and industry_chain = 'biopharma' and recorded_to is null"),
            Changing("update feature.projects set geom = ST_Translate(geom, 0.01, 0.01) where recorded_by = 'test' and code like 'many-1%'"),
            Changing("update feature.projects set recorded_to = clock_timestamp(), closed_by = 'test', review_state = 'withdrawn' where code like 'many-2%' and recorded_to is null"),
            Changing("update feature.projects set placement = 'unplaced', geom = null where code like 'many-3%'"),
            Changing("delete from feature.projects where code like 'many-40%'"),
            Changing("insert into feature.projects (code, version, review_state, recorded_from, recorded_by, name_zh, origin, plan_status, placement) values ('draft-1', 1, 'draft', now(), 'test', '草稿', 'staff', 'planned', 'unplaced')"),
            Changing("update feature.projects set review_state = 'approved', approved_at = clock_timestamp(), approved_by = 'other' where code = 'draft-1'"),
            Changing("update feature.projects set name_zh = '改名' where code = 'many-17'"),
        })
        {
            await plan.Database.Execute(write);
            await Agree();
        }
    }

    [Fact]
    public async Task More_than_the_feed_takes_is_counted_anew()
    {
        await using var database = await plan.Clone();
        await using var application = PlanServer.Application(database.Address, ("Plan:LargeCollection", "500"));
        var client = application.CreateClient();
        await Json(client, Facets);
        await database.Execute(Insert(10_001, 31_000));
        Assert.Equal(21_000 + 51, await Counted(client));
        Assert.Equal(1, await database.Ask<long>("select count(*) from plan.point_change where sign = 0"));
    }

    [Fact]
    public async Task A_transaction_that_began_earlier_and_ends_later_is_not_missed()
    {
        await plan.Database.AllowRewriting("projects");
        await using var slow = await plan.Database.Owner.Source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using (var transaction = await slow.BeginTransactionAsync(TestContext.Current.CancellationToken))
        {
            await Run(slow, "delete from feature.projects where code = 'many-901'");
            await plan.Database.Execute(Changing("delete from feature.projects where code = 'many-902'"));
            await Agree();
            await Run(slow, "select plan.raise_revision()");
            await transaction.CommitAsync(TestContext.Current.CancellationToken);
        }

        await Agree();
        Assert.Empty(await plan.Database.Rows("select code from published.projects where code in ('many-901', 'many-902')"));
    }

    [Fact]
    public async Task What_has_left_the_feed_unseen_is_counted_anew()
    {
        await Agree();
        await plan.Database.AllowRewriting("projects");
        await plan.Database.Execute(Changing("delete from feature.projects where code = 'many-911'; select plan.prune_point_change((select max(id) from plan.point_change))"));
        await Agree();
    }

    private static string Changing(string sql) => $"begin; {sql}; select plan.raise_revision(); commit";

    private static async Task Run(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<int> Counted(HttpClient client)
    {
        var until = DateTime.UtcNow.AddSeconds(2);
        int number;
        do
        {
            number = (int)(await Json(client, Facets))["numberMatched"]!;
        }
        while (number < 1000 && DateTime.UtcNow < until);
        return number;
    }

    /// <summary>Within two seconds both servers answer for the newest revision, and alike.</summary>
    private async Task Agree()
    {
        var revision = await plan.Database.Ask<long>("select value from plan.revision");
        var until = DateTime.UtcNow.AddSeconds(2);
        JsonNode counted;
        do
        {
            counted = await Json(plan.Counting, Facets);
        }
        while ((long)counted["revision"]! < revision && DateTime.UtcNow < until);
        var asked = await Json(plan.Asking, Facets);
        Assert.True(JsonNode.DeepEquals(asked, counted), $"SQL   {asked.ToJsonString()}\nindex {counted.ToJsonString()}");
        var boxes = $"{Facets}?bbox=116.5,35.3,116.7,35.5&plan_status=existing";
        Assert.Equal((await Json(plan.Asking, boxes)).ToJsonString(), (await Json(plan.Counting, boxes)).ToJsonString());
    }
}
