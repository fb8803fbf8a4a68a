using System.Net;
using System.Text.Json.Nodes;
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
        var before = Assert.Single((await ben.Read($"{mine.Address}/checks")).Must(HttpStatusCode.OK).Json!["checks"]!.AsArray())!;
        var then = before["submitted"]!.ToJsonString();
        Assert.Contains(before["submitted"]!["findings"]!.AsArray(), finding => finding!["where"] is not null);
        var brief = (await ben.Read($"{mine.Address}/checks?omit=where,now.findings")).Must(HttpStatusCode.OK).Json!["checks"]![0]!;
        Assert.All(brief["submitted"]!["findings"]!.AsArray(), finding => Assert.Null(finding!["where"]));
        Assert.Equal((before["submitted"]!["findings"]!.AsArray().Count, 0), (brief["submitted"]!["findings"]!.AsArray().Count, brief["now"]!["findings"]!.AsArray().Count));
        Assert.Equal("value-invalid", (await ben.Read($"{mine.Address}/checks?omit=all")).Must(HttpStatusCode.BadRequest).Code);
        Assert.DoesNotContain(before["differences"]!.AsArray(), one => ((string)one!["finding"]!).StartsWith("other-site", StringComparison.Ordinal));

        await ben.Act(other, "approve");
        await server.WaitForRevision();
        var after = (await ben.Read($"{mine.Address}/checks")).Must(HttpStatusCode.OK).Json!["checks"]![0]!;
        var appeared = after["differences"]!.AsArray().Single(one => (string?)one!["now"]?["rule"] == "other-site")!;
        Assert.Equal(("appeared", null, "attention"), ((string)appeared["change"]!, appeared["submitted"], (string)appeared["now"]!["outcome"]!));
        Assert.Equal(then, after["submitted"]!.ToJsonString());

        await ben.Act(mine, "return", """{"comment":"Look again."}""");
        var returned = (await anna.Read($"{mine.Address}/checks")).Must(HttpStatusCode.OK).Json!["checks"]![0]!;
        Assert.Equal((null, 0), (returned["now"], returned["differences"]!.AsArray().Count));

        // The decision keeps what was found when it was made, and the sheet shows it.
        var id = (long)(await ben.Read($"{mine.Address}/decisions")).Json!["decisions"]![0]!["id"]!;
        var decision = (await ben.Read($"/api/decisions/{id}")).Must(HttpStatusCode.OK).Json!;
        var kept = Assert.Single(decision["checks"]!.AsArray())!;
        Assert.Contains(kept["result"]!["findings"]!.AsArray(), finding => (string)finding!["rule"]! == "other-site" && (string)finding["outcome"]! == "attention");
        Assert.Equal(((int)before["version"]!, true), ((int)kept["version"]!, (bool)decision["is_intact"]!));
        var sheet = await ben.GetStringAsync($"/api/decisions/{id}/sheet?lang=en", TestContext.Current.CancellationToken);
        Assert.Contains("The check of the plan when it was decided", sheet, StringComparison.Ordinal);
        Assert.Contains("乙地块", sheet, StringComparison.Ordinal);
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => server.Database.Execute("update plan.decision_check set result = '{}'"));
        Assert.Equal("change-set-unknown", (await cleo.Read($"{mine.Address}/checks")).Must(HttpStatusCode.NotFound).Code);
    }

    [Fact]
    public async Task The_sites_of_a_large_set_are_all_checked_and_listed_page_by_page()
    {
        using var anna = await server.SignIn("anna", Role.Staff);
        using var ben = await server.SignIn("ben", Role.Reviewer);
        var made = new JsonArray();
        await server.Database.Execute("""
            insert into feature.project_sites (code, version, review_state, recorded_from, approved_at, approved_by, recorded_by, name_zh, name_en, origin, plan_status, plan_status_basis, placement, placement_reason_zh, placement_reason_en, source, accuracy_m, geom)
            select 'standing-' || i, 1, 'approved', now(), now(), 'operator', 'test', '地块' || i, 'Site ' || i, 'staff', 'planned', 'stated', 'surveyed', '测量', 'Surveyed', 'digitised', 1,
              ST_Multi(ST_Translate(ST_MakeEnvelope(0, 0, 0.0004, 0.0004, 4490), 116.60 + 0.0005 * (i % 15), 35.36 + 0.0005 * (i / 15)))
            from generate_series(1, 120) i;
            select plan.raise_revision()
            """);
        await server.WaitForRevision();
        for (var site = 1; site <= 120; site++)
        {
            made.Add(new JsonObject { ["collection"] = "project-sites", ["code"] = $"standing-{site}", ["based_on"] = 1, ["properties"] = new JsonObject { ["name_zh"] = $"再测{site}" } });
        }

        var set = await anna.Draft(new JsonObject { ["title"] = "120", ["basis"] = "b", ["features"] = made, ["submit"] = true }.ToJsonString());
        var (address, listed, left) = ($"{set.Address}/checks", new List<JsonNode>(), 1);
        while (left > 0)
        {
            var page = (await ben.Read($"{address}?after={(int?)listed.LastOrDefault()?["position"] ?? 0}")).Must(HttpStatusCode.OK).Json!;
            var checks = page["checks"]!.AsArray();
            Assert.InRange(checks.Count, 1, 20);
            listed.AddRange(checks.Select(check => check!));
            Assert.Equal(120 - listed.Count, left = (int)page["left"]!);
        }

        Assert.Equal(120, listed.Select(check => (string)check["code"]!).Distinct().Count());
        Assert.All(listed, check => Assert.NotEmpty(check["submitted"]!["findings"]!.AsArray()));
        Assert.Equal("limit-invalid", (await ben.Read($"{address}?limit=0")).Must(HttpStatusCode.BadRequest).Code);
    }
}
