using System.Net;
using System.Text.Json.Nodes;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>The order of a page is that of PostgreSQL, in every direction and over every page.</summary>
public sealed class SortTests(UnchangedPlan server) : IClassFixture<UnchangedPlan>
{
    private const string Projects = "/ogc/collections/projects/items";

    public static TheoryData<string, string> Orders => new()
    {
        { "-investment_cny", "investment_cny desc nulls last, code desc" },
        { "investment_cny", "investment_cny nulls last, code" },
        { "name_zh", "name_zh collate \"C\", code" },
        { "%2Bname_en", "name_en collate \"C\" nulls last, code" },
        { "+plan_status,-name_zh", "plan_status, name_zh collate \"C\" desc nulls last, code desc" },
        { "-period_from,industry_chain,investment_cny", "period_from desc nulls last, industry_chain nulls last, investment_cny nulls last, code" },
        { "industry_chain,-period_to,name_en", "industry_chain nulls last, period_to desc nulls last, name_en nulls last, code" },
        { "-code", "code desc" },
        { "park,-code,name_zh", "park nulls last, code desc" },
        { "-period_to,-code", "period_to desc nulls last, code desc" },
    };

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Pages_of_any_size_are_in_the_order_of_the_database(string sortby, string order)
    {
        var expected = await server.Database.Rows($"select code from published.projects order by {order}");
        Assert.Equal(expected, await server.Codes($"{Projects}?sortby={sortby}&limit=10000"));
        foreach (var limit in new[] { 1, 7 })
        {
            Assert.Equal(expected, await Crawl($"{Projects}?sortby={sortby}&limit={limit}"));
        }
    }

    [Fact]
    public async Task Filters_rectangle_and_record_time_hold_under_order() =>
        Assert.Equal(
            await server.Database.Rows("select code from published.projects where plan_status = 'planned' and investment_cny > 1e8 and (geom is null or geom && ST_MakeEnvelope(116, 35, 117, 36, 4490)) order by investment_cny desc, code desc"),
            await Crawl($"{Projects}?plan_status=planned&bbox=116,35,117,36&as-of=2100-01-01T00:00:00Z&filter=investment_cny%20%3E%201e8&sortby=-investment_cny&limit=3"));

    [Theory]
    [InlineData("citations")]
    [InlineData("aliases")]
    [InlineData("geom")]
    [InlineData("Name_zh")]
    [InlineData("--name_zh")]
    [InlineData("name_zh;--")]
    [InlineData("(select 1)")]
    [InlineData("name_zh desc")]
    [InlineData("name_zh,")]
    [InlineData("-")]
    public async Task What_cannot_be_sorted_by_is_refused(string sortby)
    {
        var problem = await server.GetProblem($"{Projects}?sortby={Uri.EscapeDataString(sortby)}", HttpStatusCode.BadRequest);
        Assert.Equal("property-not-sortable", (string)problem["code"]!);
    }

    [Theory]
    [InlineData("name_zh,-name_zh")]
    [InlineData("name_zh,name_en,origin,placement,park,period_from,period_to,accuracy_m,plan_status")]
    public async Task Keys_are_few_and_each_is_named_once(string sortby) =>
        Assert.Equal("value-invalid", (string)(await server.GetProblem($"{Projects}?sortby={sortby}", HttpStatusCode.BadRequest))["code"]!);

    [Fact]
    public async Task A_token_is_good_for_its_order_alone()
    {
        var next = Next(await server.Get($"{Projects}?sortby=-investment_cny&limit=2"))!;
        foreach (var other in new[] { "investment_cny", "-floor_area_m2", "name_zh", "-investment_cny,name_zh", "code" })
        {
            var problem = await server.GetProblem(next.Replace("sortby=-investment_cny", $"sortby={other}", StringComparison.Ordinal), HttpStatusCode.BadRequest);
            Assert.Equal("token-invalid", (string)problem["code"]!);
        }
    }

    [Fact]
    public async Task Sortables_are_what_sortby_understands()
    {
        var collection = await server.Get("/ogc/collections/projects");
        var link = collection["links"]!.AsArray().Single(link => ((string)link!["rel"]!).EndsWith("/sortables", StringComparison.Ordinal))!;
        var names = (await server.Get((string)link["href"]!))["properties"]!.AsObject().Select(entry => entry.Key).ToList();
        Assert.Contains("investment_cny", names);
        Assert.DoesNotContain("geometry", names);
        foreach (var name in names)
        {
            await server.Get($"{Projects}?limit=1&sortby=-{name}");
        }
    }

    [Fact]
    public async Task Writers_neither_hide_nor_double_what_was_there_throughout()
    {
        await using var database = await server.Clone();
        await using var application = PlanServer.Application(database.Address);
        var client = application.CreateClient();
        var before = await database.Rows("select code from published.projects order by investment_cny desc nulls last, code desc");
        using var stop = new CancellationTokenSource();
        var writing = Write(database, stop.Token);
        var seen = new List<string>();
        for (string? next = $"{Projects}?sortby=-investment_cny&limit=7"; next is not null;)
        {
            var page = JsonNode.Parse(await client.GetStringAsync(next, TestContext.Current.CancellationToken))!;
            seen.AddRange(page["features"]!.AsArray().Select(feature => (string)feature!["id"]!));
            next = Next(page);
            Assert.True(seen.Count < 10_000, "the pages do not end");
        }

        await stop.CancelAsync();
        Assert.True(await writing > 0);
        Assert.Equal(before, seen.Where(code => code.StartsWith("project-", StringComparison.Ordinal)));
        Assert.Equal(seen.Count, seen.Distinct().Count());
    }

    /// <summary>Comes and goes between all that is there, with and without the value that is sorted by.</summary>
    private static async Task<int> Write(TestDatabase database, CancellationToken stop)
    {
        var number = 0;
        await database.AllowRewriting("projects");
        while (!stop.IsCancellationRequested)
        {
            await database.Execute($"""
                insert into feature.projects (code, version, review_state, recorded_from, approved_at, approved_by, recorded_by, name_zh, origin, plan_status, placement, investment_cny)
                select 'a-{++number}-' || i, 1, 'approved', now(), now(), 'operator', 'x', '新', 'staff', 'planned', 'unplaced', nullif(i * 1e8, 0) from generate_series(0, 9) i;
                delete from feature.projects where code like 'a-{number - 1}-%'
                """);
        }

        return number;
    }

    private async Task<IReadOnlyList<string>> Crawl(string first)
    {
        var seen = new List<string>();
        for (var next = first; next is not null;)
        {
            var page = await server.Get(next);
            seen.AddRange(page["features"]!.AsArray().Select(feature => (string)feature!["id"]!));
            next = Next(page);
            Assert.True(seen.Count < 10_000, "the pages do not end");
        }

        return seen;
    }

    private static string? Next(JsonNode page) =>
        (string?)page["links"]!.AsArray().FirstOrDefault(link => (string)link!["rel"]! == "next")?["href"];
}
