using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Geo;
using SpatialPlan.Server.SiteCheck;

namespace SpatialPlan.Server.IntegrationTests.SiteCheck;

/// <summary>A check ends: when its time is over with what it knows by then, and at once when nobody waits for it any more.</summary>
public sealed class CheckTimeTests(UnchangedPlan server) : IClassFixture<UnchangedPlan>
{
    private static readonly string[] OnTheGround = ["inside", "part", "avoid", "distance", "undrawn"];

    [Fact]
    public async Task What_is_not_finished_in_time_cannot_be_checked_and_the_rest_is_answered()
    {
        await using var application = PlanServer.Application(server.Database.Address, ("Plan:CheckMilliseconds", "1"));
        using var client = application.CreateClient();
        using var response = await client.PostAsync(
            Asking.Address,
            new StringContent(Asking.Feature(Outlines(1_000), """{"investment_cny":1000000,"floor_area_m2":500,"name_zh":"无"}"""), null, "application/geo+json"),
            TestContext.Current.CancellationToken);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        var late = Asking.Findings(answer).Where(finding => (string?)finding["args"]!["reason"] == "out-of-time").ToList();
        Assert.All(late, finding => Assert.Equal("cannot-check", (string?)finding["outcome"]));
        Assert.Contains(late, finding => (string?)finding["rule"] == "other-site");

        // Whatever is late has found nothing else, and what is not measured is there as ever.
        var rules = late.Select(finding => (string?)finding["rule"]).ToHashSet();
        Assert.Equal(late.Count, Asking.All(answer).Count(finding => rules.Contains((string?)finding["rule"])));
        Assert.Equal("fits", (string?)Asking.Validity(answer)["outcome"]);
        Assert.Equal(2000, (double)Asking.One(answer, "investment-per-floor-area")["value"]!);
        Assert.Equal("no-hit", (string?)Asking.One(answer, "duplicate-name")["outcome"]);
        var kinds = (await server.Get("/api/catalogue"))["checks"]!["rules"]!.AsArray().ToDictionary(rule => (string)rule!["code"]!, rule => (string)rule!["kind"]!);
        Assert.All(rules, rule => Assert.Contains(kinds[rule!], OnTheGround));
    }

    [Fact]
    public async Task A_check_that_nobody_waits_for_ends()
    {
        var checker = server.Services.GetRequiredService<SiteChecker>();
        var revision = await server.Services.GetRequiredService<RevisionStore>().Current(TestContext.Current.CancellationToken);
        var question = CheckQuestion.Read(Encoding.UTF8.GetBytes(Outlines(1_900)));
        using var gone = new CancellationTokenSource(1);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => checker.Check(question, CrsList.Wire, revision, null, gone.Token));
    }

    /// <summary>Squares side by side over the zone, which is all that ten thousand vertices may be.</summary>
    private static string Outlines(int number)
    {
        var side = (int)Math.Ceiling(Math.Sqrt(number));
        var parts = Enumerable.Range(0, number).Select(place =>
        {
            var (west, south) = (116.58 + (0.24 * (place % side) / side), 35.33 + (0.18 * (place / side) / side));
            var (east, north) = (west + (0.12 / side), south + (0.09 / side));
            return string.Create(CultureInfo.InvariantCulture, $"[[[{west:F7},{south:F7}],[{east:F7},{south:F7}],[{east:F7},{north:F7}],[{west:F7},{north:F7}],[{west:F7},{south:F7}]]]");
        });
        return $$"""{"type":"MultiPolygon","coordinates":[{{string.Join(",", parts)}}]}""";
    }
}
