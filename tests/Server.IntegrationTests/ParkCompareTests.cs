using System.Net;
using System.Text.Json.Nodes;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>Parks side by side: what is stated and what is not, and honest answers to odd questions.</summary>
public sealed class ParkCompareTests(UnchangedPlan server) : IClassFixture<UnchangedPlan>
{
    private const string Address = "/api/parks/compare";

    [Fact]
    public async Task Parks_stand_side_by_side_with_what_the_plan_states_and_null_for_what_it_does_not()
    {
        var answer = await server.Get($"{Address}?codes=park-2,park-5");
        Assert.Equal(["park-2", "park-5"], answer["subjects"]!.AsArray().Select(park => (string)park!["code"]!));
        Assert.All(answer["subjects"]!.AsArray(), park => Assert.NotEmpty((string)park!["summary_ko"]!));
        var rows = answer["rows"]!.AsArray().Select(row => row!).ToList();
        Assert.All(rows, row => Assert.Equal(2, row["cells"]!.AsArray().Count));
        var revenue = rows.Single(row => (string?)row["code"] == "revenue" && (int?)row["horizon"] == 2025);
        Assert.True((bool)revenue["differs"]!);
        Assert.Equal(100_000_000_000m, revenue["cells"]![0]!["value"]!["value"]!.GetValue<decimal>());
        Assert.Null(revenue["cells"]![1]!["value"]);
        Assert.NotNull((string?)revenue["cells"]![0]!["citations"]![0]!["paragraph"]);

        // The area of the land is an item of the readiness card and a fact: it stands once.
        Assert.DoesNotContain(rows, row => (string?)row["code"] == "land-area");
        var land = rows.Single(row => (string?)row["code"] == "land");
        Assert.False((bool)land["differs"]!);
        Assert.All(land["cells"]!.AsArray(), cell => Assert.Null(cell!["value"]));
        Assert.NotNull(rows.Single(row => (string?)row["code"] == "plan-fit")["cells"]![0]!["value"]);
    }

    [Fact]
    public async Task Projects_stand_side_by_side_and_each_figure_cites_its_place()
    {
        string[] codes =
        [
            .. await server.Database.Rows("select code from published.projects where investment_cny is not null and industry_chain = 'construction-machinery' order by code limit 2"),
            .. await server.Database.Rows("select code from published.projects where investment_cny is null order by code limit 1"),
        ];
        var answer = await server.Get($"{Address}?codes={string.Join(',', codes)}");
        Assert.Equal("project", (string)answer["kind"]!);
        Assert.Equal(codes, answer["subjects"]!.AsArray().Select(project => (string)project!["code"]!));
        var rows = answer["rows"]!.AsArray().Select(row => row!).ToList();
        Assert.All(rows, row => Assert.Equal(3, row["cells"]!.AsArray().Count));
        var investment = rows.Single(row => (string?)row["code"] == "investment_cny")["cells"]!;
        Assert.Equal(await server.Database.Ask<decimal>($"select investment_cny::numeric from published.projects where code = '{codes[0]}'"), investment[0]!["value"]!.GetValue<decimal>());
        Assert.Null(investment[2]!["value"]);
        string[] figures = ["investment_cny", "floor_area_m2", "land_area_m2", "period_from", "period_to", "outputs"];
        Assert.All(rows.Where(row => figures.Contains((string?)row["code"])).SelectMany(row => row["cells"]!.AsArray()).Where(cell => cell!["value"] is not null),
            cell => Assert.NotNull((string?)cell!["citations"]![0]!["paragraph"]));
        Assert.NotEmpty(answer["others"]!.AsArray());
        Assert.Equal(HttpStatusCode.OK, (await server.Send((string)answer["subjects"]![0]!["page"]!)).StatusCode);
    }

    [Fact]
    public async Task Chains_stand_side_by_side_with_what_the_plan_names_for_each()
    {
        var answer = await server.Get($"{Address}?codes=construction-machinery,biopharma,new-materials");
        Assert.Equal("industry-chain", (string)answer["kind"]!);
        Assert.All(answer["subjects"]!.AsArray(), chain => Assert.NotEmpty((string)chain!["name_ko"]!));
        var rows = answer["rows"]!.AsArray().Select(row => row!).ToList();
        var panorama = await server.Get("/api/industries/biopharma");
        foreach (var list in new[] { "products", "enterprises", "projects", "parks" })
        {
            var cell = rows.Single(row => (string?)row["code"] == list)["cells"]![1]!;
            Assert.Equal((list, panorama[list]!.AsArray().Count), (list, cell["value"]!.AsArray().Count));
            Assert.NotEmpty(cell["citations"]!.AsArray());
        }

        var sum = rows.Single(row => (string)row["kind"]! == "sum" && (string)row["code"]! == "investment_cny")["cells"]![1]!["value"]!;
        Assert.Equal(panorama["totals"]!["investment_cny"]!["sum"]!.ToString(), sum["sum"]!.ToString());
        Assert.Equal(7, answer["others"]!.AsArray().Count);

        // Only one of them has targets of its own.
        var target = rows.First(row => (string)row["kind"]! == "target")["cells"]!;
        Assert.Null(target[0]!["value"]);
        Assert.NotNull((string?)target[2]!["citations"]![0]!["paragraph"]);
    }

    [Theory]
    [InlineData("park-1,construction-machinery", "park,industry-chain")]
    [InlineData("project-4-1-1,park-1", "park,project")]
    [InlineData("biopharma,project-4-1-1,park-2", "park,project,industry-chain")]
    public async Task Things_of_several_kinds_are_refused_and_the_kinds_are_named(string codes, string kinds)
    {
        var problem = await server.GetProblem($"{Address}?codes={codes}", HttpStatusCode.BadRequest);
        Assert.Equal("kinds-mixed", (string)problem["code"]!);
        Assert.Equal(kinds, string.Join(',', problem["args"]!["kinds"]!.AsArray().Select(kind => (string)kind!)));
    }

    /// <summary>Where places may be off by kilometres a distance is a range and no score.</summary>
    [Fact]
    public async Task Access_is_a_range_as_wide_as_both_places_may_be_off()
    {
        var rows = (await server.Get($"{Address}?codes=park-2,park-8"))["rows"]!.AsArray();
        var access = rows.Single(row => (string)row!["kind"]! == "access")!["cells"]!;
        Assert.True((decimal)access[0]!["value"]!["metres_max"]! - (decimal)access[0]!["value"]!["metres_min"]! >= 3_000);
        Assert.Null(access[1]!["value"]);
        var parks = (await server.Get("/api/parks/match?industry_chain=construction-machinery&weights=access:100"))["parks"]!.AsArray();
        Assert.All(parks, park =>
        {
            var judged = park!["criteria"]!.AsArray().Single(one => (string)one!["code"]! == "access")!;
            Assert.True((bool)judged["shown_only"]!);
            Assert.Equal(0, (int)judged["weight"]!);
        });
    }

    [Theory]
    [InlineData("", "parameter-missing", HttpStatusCode.BadRequest)]
    [InlineData("?codes=", "parameter-empty", HttpStatusCode.BadRequest)]
    [InlineData("?codes=park-1,park-2,park-3,park-4,park-5", "too-many-values", HttpStatusCode.BadRequest)]
    [InlineData("?codes=park-1,park-1", "value-repeated", HttpStatusCode.BadRequest)]
    [InlineData("?codes=park-1,park-99", "feature-unknown", HttpStatusCode.NotFound)]
    [InlineData("?codes=biopharma,biopharma", "value-repeated", HttpStatusCode.BadRequest)]
    [InlineData("?codes=biopharma,submarines", "feature-unknown", HttpStatusCode.NotFound)]
    [InlineData("?codes=park-1,", "feature-unknown", HttpStatusCode.NotFound)]
    [InlineData("?codes=park-1&bananas=1", "parameter-unknown", HttpStatusCode.BadRequest)]
    [InlineData("?codes=park-1&codes=park-2", "parameter-repeated", HttpStatusCode.BadRequest)]
    public async Task An_odd_question_is_refused_with_a_code(string question, string code, HttpStatusCode status) =>
        Assert.Equal(code, (string)(await server.GetProblem(Address + question, status))["code"]!);

    [Fact]
    public async Task A_match_names_policies_that_exist_and_the_page_of_each_park()
    {
        var known = (await server.Get("/api/plan/policies?industry_chain=biopharma"))["policies"]!.AsArray().Select(policy => (string)policy!["code"]!).ToHashSet();
        var parks = (await server.Get("/api/parks/match?industry_chain=biopharma&weights=policies:100"))["parks"]!.AsArray();
        Assert.NotEmpty(parks);
        Assert.Contains(parks, park => park!["policies"]!.AsArray().Count > 0);
        Assert.All(parks, park =>
        {
            Assert.All(park!["policies"]!.AsArray(), code => Assert.Contains((string)code!, known));
            Assert.Equal(park["policies"]!.AsArray().Count, (int)park["criteria"]!.AsArray().Single(one => (string)one!["code"]! == "policies")!["raw"]!);
            Assert.Null(park["readiness"]!["grade"]);
            Assert.Equal(11, (int)park["readiness"]!["of"]!);
        });
        Assert.Equal(HttpStatusCode.OK, (await server.Send((string)parks[0]!["page"]!)).StatusCode);
    }
}
