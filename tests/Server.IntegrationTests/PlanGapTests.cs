using System.Net;
using System.Text.Json.Nodes;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>The work list: each rule against the data it is computed from.</summary>
public sealed class PlanGapTests(SearchServer text) : IClassFixture<SearchServer>
{
    private PlanServer Server => text.Server;

    [Fact]
    public async Task Every_entry_has_its_own_code_and_cites_the_plan()
    {
        var gaps = await Server.Get("/api/plan/gaps");
        var entries = gaps["entries"]!.AsArray();
        Assert.Equal(entries.Count, entries.Select(entry => (string)entry!["code"]!).Distinct().Count());
        Assert.All(entries, entry =>
        {
            Assert.Contains((string)entry!["rule"]!, gaps["rules"]!.AsArray().Select(rule => (string)rule!));
            var citations = entry["sides"]!.AsArray().Concat(entry["features"]!.AsArray()).Select(cited => cited!["citation"]).ToList();
            Assert.NotEmpty(citations);
            Assert.All(citations, citation => Assert.NotNull((string)citation!["paragraph"]!));
        });
    }

    [Fact]
    public async Task Every_recorded_contradiction_is_listed_with_its_sides()
    {
        var all = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Repository.GisData, "contradictions.json"), TestContext.Current.CancellationToken))!["contradictions"]!.AsArray();
        var file = all.Where(entry => entry!["rule"] is null).ToList();
        foreach (var elsewhere in all.Except(file))
        {
            Assert.Contains(await Entries(Server, (string)elsewhere!["rule"]!), entry =>
                entry["features"]!.AsArray().Any(feature => (string)feature!["code"]! == (string)elsewhere["features"]![0]!));
        }

        var listed = await Entries(Server, "recorded-contradiction");
        Assert.Equal(file.Select(entry => (string)entry!["code"]!), listed.Select(entry => (string)entry["code"]!));
        Assert.Equal(
            file.Select(entry => string.Join(' ', entry!["sides"]!.AsArray().Select(side => $"{side!["paragraph"]} {side["words"]}"))),
            listed.Select(entry => string.Join(' ', entry["sides"]!.AsArray().Select(side => $"{side!["citation"]!["paragraph"]} {side["words"]}"))));
        Assert.All(file.Zip(listed), pair => Assert.Equal(
            pair.First!["features"]!.AsArray().Select(code => (string)code!).Order(),
            pair.Second["features"]!.AsArray().Select(feature => (string)feature!["code"]!).Distinct().Order()));
    }

    [Theory]
    [InlineData("parks-without-land-area", "parks", "'land_area_m2' = any(not_stated)")]
    [InlineData("projects-without-land-area", "projects", "'land_area_m2' = any(not_stated)")]
    [InlineData("projects-without-investment", "projects", "'investment_cny' = any(not_stated)")]
    [InlineData("projects-without-year", "projects", "coalesce(horizon_from, horizon_to, period_from, period_to) is null")]
    [InlineData("projects-without-status", "projects", "plan_status = 'not-stated'")]
    public async Task What_the_plan_is_silent_about_is_listed_and_counted(string rule, string table, string condition)
    {
        var entry = Assert.Single(await Entries(Server, rule));
        var expected = await Server.Database.Rows($"select code from published.{table} where origin = 'plan' and {condition} order by length(code), code");
        Assert.Equal(expected, entry["features"]!.AsArray().Select(feature => (string)feature!["code"]!));
        Assert.Equal(expected.Count, (int)entry["counts"]!["count"]!);
        Assert.Equal(await Server.Database.Ask<long>($"select count(*) from published.{table} where origin = 'plan'"), (long)entry["counts"]!["total"]!);
        Assert.NotEmpty(expected);
    }

    [Fact]
    public async Task Features_without_a_place_are_listed_by_collection()
    {
        foreach (var entry in await Entries(Server, "features-without-place"))
        {
            var table = ((string)entry["args"]!["collection"]!).Replace('-', '_');
            Assert.Equal(await Server.Database.Ask<long>($"select count(*) from published.{table} where geom is null and origin = 'plan'"), (long)entry["counts"]!["count"]!);
        }

        Assert.Contains(await Entries(Server, "features-without-place"), entry => (string)entry["args"]!["collection"]! == "projects");
    }

    [Fact]
    public async Task Both_axes_have_two_names() =>
        Assert.Equal(
            ["axis-chongwen-avenue 崇文大道城市发展轴 崇文大道济兖协同发展轴", "axis-haichuan-road 海川路科技创新轴 海川路研发孵化科创集聚轴"],
            (await Entries(Server, "two-names-for-one-axis"))
                .Select(entry => $"{entry["features"]![0]!["code"]} {string.Join(' ', entry["sides"]!.AsArray().Select(side => (string)side!["words"]!))}").Order());

    [Fact]
    public async Task The_boxes_6_4_and_6_5_are_missing() =>
        Assert.Equal(["6-4 6-3 6-6", "6-5 6-3 6-6"], (await Entries(Server, "boxes-missing")).Select(entry => $"{entry["args"]!["box"]} {entry["args"]!["before"]} {entry["args"]!["after"]}"));

    [Fact]
    public async Task The_output_of_box_4_6_stands_beside_the_other_figures_for_a_mu()
    {
        var entry = Assert.Single(await Entries(Server, "implausible-units"));
        Assert.Equal(10_000_000, (int)entry["args"]!["value"]!);
        Assert.Equal("project-4-6-2", (string)entry["sides"]![0]!["subject"]!);
        Assert.InRange(entry["sides"]!.AsArray().Count, 2, 100);
    }

    [Fact]
    public async Task Targets_without_a_year_are_those_of_the_data() =>
        Assert.Equal(
            await Server.Database.Rows("select p.code, count(*) from published.parks p, jsonb_array_elements(p.targets) t where t ->> 'horizon' is null group by p.code order by length(p.code), p.code"),
            (await Entries(Server, "targets-without-year")).Select(entry => $"{entry["features"]![0]!["code"]}|{entry["counts"]!["count"]}"));

    [Fact]
    public async Task Parks_of_one_cluster_stand_beside_its_target_and_those_of_several_beside_none()
    {
        var entries = (await Entries(Server, "cluster-target-beside-parks")).ToDictionary(entry => $"{entry["args"]!["industry_cluster"]} {entry["args"]!["indicator"]}");
        Assert.Equal(100_000_000_000, (decimal)entries["high-end-equipment revenue"]["counts"]!["sum"]!);
        Assert.Equal(90_000_000_000, (decimal)entries["new-materials-energy revenue"]["counts"]!["sum"]!);
        var sides = entries["high-end-equipment revenue"]["sides"]!.AsArray().Select(side => $"{side!["subject"]} {side["value"]} {side["citation"]!["paragraph"]}");
        Assert.Equal(
            [
                "high-end-equipment 100000000000 fyp14-chapter-6-p3", "high-end-equipment 100000000000 fyp14-chapter-12-p2",
                "park-2 100000000000 fyp14-box-6-6-item-2",
            ],
            sides);

        // Each of them serves several clusters, or names a second one.
        string[] ofSeveral = ["park-4", "park-5", "park-7", "park-8"];
        Assert.DoesNotContain(entries.Values.SelectMany(entry => entry["sides"]!.AsArray()), side => ofSeveral.Contains((string?)side!["subject"]));
        Assert.Equal(4, (int)entries["high-end-equipment revenue"]["counts"]!["of_several_clusters"]!);
    }

    /// <summary>Of the same kind and features, from places that the rule shows as well.</summary>
    [Fact]
    public async Task What_a_rule_shows_is_not_recorded_a_second_time()
    {
        var entries = (await Server.Get("/api/plan/gaps"))["entries"]!.AsArray();
        string Features(JsonNode entry) => string.Join(' ', entry["features"]!.AsArray().Select(feature => (string)feature!["code"]!).Order());
        HashSet<string> Places(JsonNode entry) => [.. entry["sides"]!.AsArray().Select(side => (string)side!["citation"]!["paragraph"]!)];
        var (recorded, computed) = (entries.Where(entry => IsRecorded(entry!)).ToList(), entries.Where(entry => !IsRecorded(entry!) && entry!["sides"]!.AsArray().Count > 0).ToList());
        Assert.NotEmpty(recorded);
        Assert.NotEmpty(computed);
        Assert.All(recorded, record => Assert.DoesNotContain(computed, rule =>
            (string)rule!["kind"]! == (string)record!["kind"]! && Features(rule).Length > 0 && Features(rule) == Features(record) && Places(record).IsSubsetOf(Places(rule))));
    }

    private static bool IsRecorded(JsonNode entry) => (string)entry["rule"]! == "recorded-contradiction";

    [Fact]
    public async Task The_list_follows_the_data()
    {
        await using var database = await Server.Clone();
        await using var application = PlanServer.Application(database.Address);
        using var client = application.CreateClient();
        async Task<int> Count() => (await Entries(client, "parks-without-land-area")).Sum(entry => (int)entry["counts"]!["count"]!);

        Assert.Equal(12, await Count());
        await database.AllowRewriting("parks");
        await database.Execute("update feature.parks set land_area_m2 = 1, not_stated = '{}' where code = 'park-1' and recorded_to is null; select plan.raise_revision()");
        Assert.Equal(11, await Count());
    }

    [Fact]
    public async Task A_parameter_is_refused() =>
        Assert.Equal("parameter-unknown", (string)(await Server.GetProblem("/api/plan/gaps?kind=1", HttpStatusCode.BadRequest))["code"]!);

    private static Task<IReadOnlyList<JsonNode>> Entries(PlanServer server, string rule) => Entries(server.Client, rule);

    private static async Task<IReadOnlyList<JsonNode>> Entries(HttpClient client, string rule) =>
        [.. JsonNode.Parse(await client.GetStringAsync("/api/plan/gaps", TestContext.Current.CancellationToken))!["entries"]!.AsArray().Where(entry => (string)entry!["rule"]! == rule)!];
}

/// <summary>What only the real text shows.</summary>
public sealed class PlanGapsOfTheTextTests(PlanTextServer text) : IClassFixture<PlanTextServer>
{
    [Fact]
    public async Task Chapter_14_lists_nine_of_the_ten_chains()
    {
        var entry = (await text.Required.Get("/api/plan/gaps"))["entries"]!.AsArray().Single(entry => (string)entry!["rule"]! == "chains-of-another-chapter")!;
        Assert.Equal(14, (int)entry["args"]!["chapter"]!);
        Assert.Equal(["medical-services"], entry["args"]!["missing"]!.AsArray().Select(chain => (string)chain!));
        Assert.Equal((9, 10), ((int)entry["counts"]!["count"]!, (int)entry["counts"]!["total"]!));
    }
}
