using System.Net;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.IntegrationTests.Changes;

namespace SpatialPlan.Server.IntegrationTests.Review;

/// <summary>A reviewer sees what the check found when a site was submitted and what it finds now.</summary>
public sealed class ComparedChecksTests(PlanServer server) : IClassFixture<PlanServer>
{
    [Fact]
    public async Task A_finding_that_appears_after_the_submission_is_told_and_what_was_frozen_stays()
    {
        using var anna = await server.SignIn("anna", Role.Staff);
        using var cleo = await server.SignIn("cleo", Role.Staff);
        using var ben = await server.SignIn("ben", Role.Reviewer);
        var (mine, other) = (await anna.SubmitSite("甲地块", 116.61, "explained"), await cleo.SubmitSite("乙地块", 116.61, "explained"));
        var address = $"/api/change-sets/{(long)mine.Json!["id"]!}";
        var before = Assert.Single((await ben.Read($"{address}/checks")).Must(HttpStatusCode.OK).Json!["checks"]!.AsArray())!;
        var then = before["submitted"]!.ToJsonString();
        Assert.DoesNotContain(before["differences"]!.AsArray(), one => ((string)one!["finding"]!).StartsWith("other-site", StringComparison.Ordinal));

        (await ben.Post($"/api/change-sets/{(long)other.Json!["id"]!}/approve", tag: other.Tag)).Must(HttpStatusCode.OK);
        var after = (await ben.Read($"{address}/checks")).Must(HttpStatusCode.OK).Json!["checks"]![0]!;
        var appeared = after["differences"]!.AsArray().Single(one => (string?)one!["now"]?["rule"] == "other-site")!;
        Assert.Equal(("appeared", null, "attention"), ((string)appeared["change"]!, appeared["submitted"], (string)appeared["now"]!["outcome"]!));
        Assert.Equal(then, after["submitted"]!.ToJsonString());

        (await ben.Post($"{address}/return", """{"comment":"Look again."}""", mine.Tag)).Must(HttpStatusCode.OK);
        var returned = (await anna.Read($"{address}/checks")).Must(HttpStatusCode.OK).Json!["checks"]![0]!;
        Assert.Equal((null, 0), (returned["now"], returned["differences"]!.AsArray().Count));
        Assert.Equal("change-set-unknown", (await cleo.Read($"{address}/checks")).Must(HttpStatusCode.NotFound).Code);
    }
}
