using System.Net;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>Every target with its subject and citation.</summary>
public sealed class TargetTests(UnchangedPlan server) : IClassFixture<UnchangedPlan>
{
    [Fact]
    public async Task Zone_clusters_and_parks_are_listed_with_their_citation()
    {
        var targets = (await server.Get("/api/plan/targets"))["targets"]!.AsArray();
        var kinds = targets.GroupBy(target => (string?)target!["subject"]!["collection"] ?? (string)target["subject"]!["kind"]!).ToDictionary(same => same.Key, same => (long)same.Count());
        Assert.Equal(await server.Database.Ask<long>("select sum(jsonb_array_length(targets))::bigint from published.parks"), kinds["parks"]);
        Assert.Equal(await server.Database.Ask<long>("select count(*) from published_plan.target where subject_kind = 'zone'"), kinds["zone"]);
        Assert.All(targets, target =>
        {
            Assert.NotNull(target!["citation"]!["plan"]);
            Assert.Equal((string)target["paragraph"]!, (string)target["citation"]!["paragraph"]!);
            Assert.True(target.AsObject().ContainsKey("value") && target.AsObject().ContainsKey("horizon"));
        });
    }

    [Fact]
    public async Task Parks_come_in_the_order_of_their_numbers()
    {
        var parks = (await server.Get("/api/plan/targets"))["targets"]!.AsArray()
            .Where(target => (string?)target!["subject"]!["collection"] == "parks")
            .Select(target => int.Parse(((string)target!["subject"]!["code"]!)["park-".Length..], System.Globalization.CultureInfo.InvariantCulture))
            .ToList();
        Assert.Equal(parks.Order(), parks);
    }

    [Fact]
    public async Task A_parameter_is_refused() =>
        Assert.Equal("parameter-unknown", (string)(await server.GetProblem("/api/plan/targets?x=1", HttpStatusCode.BadRequest))["code"]!);

    [Theory]
    [InlineData("scope=zone&horizon=2025", "zone", 2025)]
    [InlineData("scope=feature&horizon=not-stated", "feature", null)]
    [InlineData("scope=industry-cluster&indicator_theme=industry&horizon=2025", "industry-cluster", 2025)]
    public async Task Scope_theme_and_horizon_choose_among_them(string question, string kind, int? horizon)
    {
        var all = (await server.Get("/api/plan/targets"))["targets"]!.AsArray();
        var chosen = (await server.Get($"/api/plan/targets?{question}"))["targets"]!.AsArray();
        Assert.NotEmpty(chosen);
        Assert.True(chosen.Count < all.Count);
        Assert.All(chosen, target =>
        {
            Assert.Equal(kind, (string)target!["subject"]!["kind"]!);
            Assert.Equal(horizon, (int?)target["horizon"]);
        });
    }

    [Theory]
    [InlineData("scope=park", "value-unknown")]
    [InlineData("indicator_theme=moods", "value-unknown")]
    [InlineData("horizon=20", "value-unknown")]
    [InlineData("horizon=2025&horizon=2035", "parameter-repeated")]
    [InlineData("f=xml", "format-not-supported")]
    public async Task What_it_does_not_know_is_refused(string question, string code) =>
        Assert.Equal(code, (string)(await server.GetProblem($"/api/plan/targets?{question}", HttpStatusCode.BadRequest))["code"]!);

    [Fact]
    public async Task The_table_has_the_same_rows_with_names_and_places_and_says_what_is_not_stated()
    {
        var targets = (await server.Get("/api/plan/targets?scope=feature"))["targets"]!.AsArray();
        var response = await server.Send("/api/plan/targets?scope=feature&f=csv");
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal("text/csv; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("attachment; filename=\"targets.csv\"", response.Content.Headers.GetValues("Content-Disposition").Single());
        var lines = System.Text.Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(targets.Count + 1, lines.Length);
        Assert.Contains(lines, line => line.StartsWith("feature,parks,park-2,高端装备产业园,", StringComparison.Ordinal) && line.Contains(",2025,eq,100000000000,CNY,stated,fyp14-box-6-6-item-2,", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("feature,parks,park-5,", StringComparison.Ordinal) && line.Contains(",not-stated,eq,", StringComparison.Ordinal));
        var zone = await server.Send("/api/plan/targets?scope=zone&f=csv");
        Assert.Contains(",2025,eq,not-stated,%,", await zone.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_is_a_formula_is_text_in_the_table()
    {
        await using var database = await server.Clone();
        await database.AllowRewriting("parks");
        await database.Execute("update feature.parks set name_zh = '=HYPERLINK(\"x\")' where code = 'park-2' and recorded_to is null");
        await using var application = PlanServer.Application(database.Address);
        using var client = application.CreateClient();
        var table = await client.GetStringAsync("/api/plan/targets?f=csv", TestContext.Current.CancellationToken);
        Assert.Contains("feature,parks,park-2,\"'=HYPERLINK(\"\"x\"\")\",", table, StringComparison.Ordinal);
    }
}
