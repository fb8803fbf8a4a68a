using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.Testing;
using SpatialPlan.Server.IntegrationTests.Tiles;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>
/// Pages of a large collection are read in stretches, crowds of equals and what has been gathered: together they hold what
/// one statement gives, in its order, each feature once. A server for which four features are many takes all these ways.
/// </summary>
public sealed class LargePageTests(LargePageTests.Servers servers) : IClassFixture<LargePageTests.Servers>
{
    private const string Items = "/ogc/collections/projects/items";

    private static readonly (string Filter, string Sql)[] Conditions =
    [
        ("", "true"),
        ("plan_status = 'planned'", "plan_status = 'planned'"),
        ("investment_cny > 29900000", "investment_cny > 29900000"),
        ("investment_cny > 1e15", "investment_cny > 1e15"),
        ("investment_cny > 1e7 AND horizon_from >= 2025 AND NOT (placement = 'stated')", "investment_cny > 1e7 and horizon_from >= 2025 and placement <> 'stated'"),
        ("name_zh LIKE '%77%'", "name_zh like '%77%'"),
        ("industry_chain = 'biopharma' AND industry_cluster = 'information-technology'", "false"),
        ("origin = 'plan' AND investment_cny IS NULL", "origin = 'plan' and investment_cny is null"),
    ];

    private static readonly (string Sortby, string Sql)[] Orders =
    [
        ("", "code"),
        ("-code", "code desc"),
        ("plan_status", "plan_status, code"),
        ("-plan_status,name_zh", "plan_status desc nulls last, name_zh collate \"C\", code"),
        ("industry_chain,-investment_cny", "industry_chain nulls last, investment_cny desc nulls last, code desc"),
        ("horizon_from,-horizon_to,investment_cny", "horizon_from nulls last, horizon_to desc nulls last, investment_cny nulls last, code"),
        ("-horizon_to,-code", "horizon_to desc nulls last, code desc"),
        ("park,-placement,-name_zh", "park nulls last, placement desc, name_zh collate \"C\" desc, code desc"),
        ("-investment_cny,origin", "investment_cny desc nulls last, origin, code"),
        ("accuracy_m", "accuracy_m nulls last, code"),
    ];

    public static TheoryData<int, int> Questions => [.. from condition in Enumerable.Range(0, Conditions.Length) from order in Enumerable.Range(0, Orders.Length) select (condition, order)];

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Pages_hold_what_one_statement_gives_in_its_order(int condition, int order)
    {
        var ((filter, where), (sortby, orderBy)) = (Conditions[condition], Orders[order]);
        var expected = await servers.Plan.Rows($"select code from published.projects where {where} order by {orderBy}");
        foreach (var (server, limit) in new[] { (servers.Tiny, 130), (servers.Tiny, 1000), (servers.Small, 170) })
        {
            Assert.Equal(expected, await Crawl(server, Address(("filter", filter), ("sortby", sortby), ("limit", $"{limit}"))));
        }

        // Few at a time, in the middle of everything.
        var some = expected.Skip(expected.Count / 2).Take(12).ToList();
        if (some.Count > 1)
        {
            Assert.Equal(some, await Few(Address(("filter", filter), ("sortby", sortby), ("limit", $"{expected.Count / 2}")), some.Count, sortby, filter));
        }
    }

    [Theory]
    [InlineData("bbox=116.45,35.25,116.6,35.4", "(geom is null or geom && ST_MakeEnvelope(116.45, 35.25, 116.6, 35.4, 4490))")]
    [InlineData("bbox=116,35,117.5,36&plan_status=planned,proposed", "(geom is null or geom && ST_MakeEnvelope(116, 35, 117.5, 36, 4490)) and plan_status in ('planned', 'proposed')")]
    [InlineData("datetime=2021", "coalesce(horizon_from, 0) <= 2021 and coalesce(horizon_to, 9999) >= 2021")]
    [InlineData("as-of=2100-01-01T00:00:00Z", "true")]
    [InlineData("as-of=2000-01-01T00:00:00Z", "false")]
    public async Task Place_and_time_select_under_any_order(string parameters, string where)
    {
        foreach (var (sortby, orderBy) in Orders)
        {
            var expected = await servers.Plan.Rows($"select code from published.projects where {where} order by {orderBy}");
            Assert.Equal(expected, await Crawl(servers.Tiny, $"{Address(("sortby", sortby), ("limit", "700"))}&{parameters}"));
        }
    }

    [Theory]
    [InlineData("1 second", "", "true", "gone-7 twice-7@1")]
    [InlineData("45 minutes", "", "true", "gone-7 twice-7@2 new-7")]
    [InlineData("2 hours", "", "true", "twice-7@2 new-7")]
    [InlineData("1 second", "bbox=116.45,35.25,116.6,35.4", "(geom is null or geom && ST_MakeEnvelope(116.45, 35.25, 116.6, 35.4, 4490))", "gone-7 twice-7@1")]
    [InlineData("45 minutes", "plan_status=existing&filter=investment_cny%20%3E%209000", "plan_status = 'existing' and investment_cny > 9000", "gone-10 twice-7@2 new-10")]
    [InlineData("45 minutes", "datetime=2021", "coalesce(horizon_from, 0) <= 2021 and coalesce(horizon_to, 9999) >= 2021", "gone-7 twice-7@2 new-7")]
    public async Task Pages_as_of_a_moment_hold_what_stood_then_in_its_order(string later, string parameters, string where, string there)
    {
        var moment = await servers.Plan.Ask<DateTime>($"select date_trunc('milliseconds', min(approved_at)) + interval '{later}' from feature.projects where code like 'many-%'");
        var stood = $"from history.projects where approved_at <= '{moment:O}' and (recorded_to is null or recorded_to > '{moment:O}') and {where}";
        var versions = await servers.Plan.Rows($"select code || '@' || version {stood}");
        Assert.All(there.Split(' '), wanted => Assert.Contains(wanted.Contains('@', StringComparison.Ordinal) ? wanted : $"{wanted}@1", versions));
        foreach (var (sortby, orderBy) in Orders)
        {
            var expected = await servers.Plan.Rows($"select code || '@' || version {stood} order by {orderBy}");
            foreach (var (server, limit) in new[] { (servers.Tiny, 400), (servers.Usual, 130) })
            {
                var address = $"{Address(("sortby", sortby), ("limit", $"{limit}"))}&count=true&as-of={moment:yyyy-MM-dd'T'HH:mm:ss.fff}Z&{parameters}".TrimEnd('&');
                Assert.Equal(expected, await Crawl(server, address, feature => $"{feature["id"]}@{feature["properties"]!["version"]}"));
                Assert.Equal(expected.Count, (int)(await ScaledPlan.Json(server, address))["numberMatched"]!);
            }
        }
    }

    /// <summary>The features that follow a page, so few at a time that every page ends inside a crowd of equals.</summary>
    private async Task<List<string>> Few(string first, int number, string sortby, string filter)
    {
        var page = await ScaledPlan.Json(servers.Tiny, first);
        var token = QueryOf(Next(page)!)["token"];
        var seen = new List<string>();
        while (seen.Count < number)
        {
            page = await ScaledPlan.Json(servers.Tiny, Address(("filter", filter), ("sortby", sortby), ("limit", "3"), ("token", token)));
            seen.AddRange(Codes(page));
            if (Next(page) is not { } next)
            {
                break;
            }

            token = QueryOf(next)["token"];
        }

        return seen[..Math.Min(number, seen.Count)];
    }

    private static string Address(params (string Name, string Value)[] parameters) =>
        $"{Items}?{string.Join('&', parameters.Where(given => given.Value.Length > 0).Select(given => $"{given.Name}={Uri.EscapeDataString(given.Value)}"))}";

    private static Dictionary<string, string> QueryOf(string address) =>
        address[(address.IndexOf('?', StringComparison.Ordinal) + 1)..].Split('&').Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);

    private static async Task<List<string>> Crawl(HttpClient server, string first, Func<JsonNode, string>? written = null)
    {
        var seen = new List<string>();
        for (var next = first; next is not null;)
        {
            var page = await ScaledPlan.Json(server, next);
            seen.AddRange(written is null ? Codes(page) : page["features"]!.AsArray().Select(feature => written(feature!)));
            next = Next(page);
            Assert.True(seen.Count < 10_000, "the pages do not end");
        }

        return seen;
    }

    private static IEnumerable<string> Codes(JsonNode page) => page["features"]!.AsArray().Select(feature => (string)feature!["id"]!);

    private static string? Next(JsonNode page) =>
        (string?)page["links"]!.AsArray().FirstOrDefault(link => (string)link!["rel"]! == "next")?["href"];

    /// <summary>
    /// The plan, twelve hundred projects more, and some that have changed, come and left, before a server for which four are many, one for
    /// which fifty are, and one for which a million are.
    /// </summary>
    public sealed class Servers(PlanDatabases databases) : IAsyncLifetime
    {
        private WebApplicationFactory<Program> tiny = null!;
        private WebApplicationFactory<Program> small = null!;
        private WebApplicationFactory<Program> usual = null!;

        public TestDatabase Plan { get; private set; } = null!;

        public HttpClient Tiny { get; private set; } = null!;

        public HttpClient Small { get; private set; } = null!;

        public HttpClient Usual { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Plan = await databases.Loaded();
            await Plan.Execute(ScaledPlan.Insert(1, 1200));
            await Plan.Execute("""
                insert into feature.projects (code, version, review_state, recorded_from, approved_at, approved_by, recorded_to, closed_by, recorded_by, name_zh, origin, plan_status, placement, horizon_from, investment_cny)
                select v.code || i, v.version, v.state, m.at, m.at + v.approved, 'operator', m.at + v.closed, case when v.closed is not null then 'test' end, 'test', '旧' || i, 'import', 'existing', 'unplaced', 1990 + i, i * v.each
                from generate_series(1, 40) i, (select min(approved_at) as at from feature.projects where code like 'many-%') m, (values
                  ('gone-', 1, 'withdrawn', interval '0', interval '1 hour', 1000),
                  ('twice-', 1, 'superseded', '0', '30 minutes', 1000), ('twice-', 2, 'approved', '30 minutes', null, 2000),
                  ('new-', 1, 'approved', '30 minutes', null, 1000)) v (code, version, state, approved, closed, each)
                """);
            await Plan.Execute("analyze feature.projects");
            tiny = PlanServer.Application(Plan.Address, ("Plan:LargeCollection", "4"));
            small = PlanServer.Application(Plan.Address, ("Plan:LargeCollection", "50"));
            usual = PlanServer.Application(Plan.Address, ("Plan:LargeCollection", "1000000"));
            (Tiny, Small, Usual) = (tiny.CreateClient(), small.CreateClient(), usual.CreateClient());
        }

        public async ValueTask DisposeAsync()
        {
            await tiny.DisposeAsync();
            await small.DisposeAsync();
            await usual.DisposeAsync();
            await Plan.DisposeAsync();
        }
    }
}
