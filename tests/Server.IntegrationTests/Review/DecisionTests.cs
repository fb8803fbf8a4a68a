using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Npgsql;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.IntegrationTests.Changes;

namespace SpatialPlan.Server.IntegrationTests.Review;

/// <summary>What was known when somebody decided is kept as it was then.</summary>
public sealed class DecisionTests(PlanServer server) : IClassFixture<PlanServer>
{
    [Fact]
    public async Task Each_return_and_each_approval_is_kept_with_what_exactly_and_by_which_plan()
    {
        using var staff = await server.SignIn("writes", Role.Staff);
        using var reviewer = await server.SignIn("decides", Role.Reviewer);
        var set = await server.Submitted(staff);
        (await reviewer.Post($"{set.Address}/comments", """{"text":"Why?"}""")).Must(HttpStatusCode.Created);
        set = await reviewer.Act(set, "return", """{"comment":"Say why."}""");
        await reviewer.Act(await staff.Act(set, "submit"), "approve");

        var kept = (await staff.Read($"{set.Address}/decisions")).Must(HttpStatusCode.OK).Json!["decisions"]!.AsArray();
        Assert.Equal(["approved decides", "returned decides"], kept.Select(decision => $"{decision!["action"]} {decision["decided_by_name"]}"));
        var (approved, returned) = (await Decision(staff, kept[0]!), await Decision(staff, kept[1]!));
        Assert.Equal(("Say why.", "writes", 1, 1, true), ((string)returned["comment"]!, (string)returned["author_name"]!, (int)returned["comments"]!["number"]!, (int)returned["comments"]!["open"]!, (bool)returned["is_intact"]!));
        Assert.Equal((long)returned["revision"]! + 1, (long)approved["revision"]!);
        Assert.Equal(await server.Database.Ask<long>("select value from plan.revision"), (long)approved["revision"]!);
        Assert.Equal(await server.Database.Ask<string>("select hash from plan.installed where what = 'gis-data'"), (string)approved["package"]!);
        Assert.Equal(await server.Database.Ask<string>("select catalogue from plan.revision"), (string)approved["catalogue"]!);

        // A hash that whoever has the geometry can reckon: of 116.61, 35.42 as WKB.
        var item = Assert.Single(approved["items"]!.AsArray())!;
        byte[] wkb = [1, 1, 0, 0, 0, .. BitConverter.GetBytes(116.61), .. BitConverter.GetBytes(35.42)];
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(wkb)), (string)item["geometry_sha256"]!);
        Assert.Equal((set.Code, set.Version, set.Version + 2), ((string)item["code"]!, (int)item["based_on"]!, (int)item["version"]!));
    }

    [Fact]
    public async Task The_sheet_shows_it_for_ever_to_those_who_draw_and_review_and_to_nobody_else()
    {
        using var staff = await server.SignIn("draws", Role.Staff);
        using var reviewer = await server.SignIn("looks", Role.Reviewer);
        using var viewer = await server.SignIn("watches", Role.Viewer);
        var set = await server.Submitted(staff);
        await reviewer.Act(set, "approve", """{"comment":"As the <document> says."}""");
        var id = (long)(await staff.Read($"{set.Address}/decisions")).Json!["decisions"]![0]!["id"]!;
        using var answer = await staff.GetAsync($"/api/decisions/{id}/sheet?lang=en", TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, "text/html", "no-store, private"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType, answer.Headers.CacheControl!.ToString()));
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        foreach (var part in new[] { $"Decision {id}", "Approved and published", "As the &lt;document&gt; says.", "<bdi>looks</bdi>", "<bdi>draws</bdi>", "As it was when it was decided", set.Code, "<td>By a document</td>", "<circle" })
        {
            Assert.Contains(part, page, StringComparison.Ordinal);
        }

        Assert.Contains("决定书", await reviewer.GetStringAsync($"/api/decisions/{id}/sheet?lang=zh", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        (await viewer.Read($"/api/decisions/{id}")).Must(HttpStatusCode.Forbidden);
        (await server.Client.Read($"/api/decisions/{id}/sheet")).Must(HttpStatusCode.Unauthorized);
        Assert.Equal("decision-unknown", (await staff.Read("/api/decisions/999999")).Must(HttpStatusCode.NotFound).Code);
        Assert.Equal("decision-unknown", (await staff.Read("/api/decisions/x")).Must(HttpStatusCode.NotFound).Code);
    }

    [Fact]
    public async Task A_decision_is_never_changed_and_one_that_was_all_the_same_is_told()
    {
        using var staff = await server.SignIn("proposes", Role.Staff);
        using var reviewer = await server.SignIn("approves", Role.Reviewer);
        var set = await server.Submitted(staff);
        await reviewer.Act(set, "approve");
        foreach (var sql in new[] { "update plan.decision set comment = 'never said'", "delete from plan.decision", "truncate plan.decision" })
        {
            Assert.Equal("decisions_are_final", (await Assert.ThrowsAsync<PostgresException>(() => server.Database.Execute(sql))).ConstraintName);
        }

        // The owner takes the guard down in the open; the record itself says so.
        await server.Database.Execute($"alter table plan.decision disable trigger user; update plan.decision set comment = 'never said' where change_set = {set.Id}; alter table plan.decision enable trigger user");
        Assert.False((bool)(await staff.Read($"{set.Address}/decisions")).Json!["decisions"]![0]!["is_intact"]!);
    }

    [Fact]
    public async Task What_is_refused_leaves_no_decision()
    {
        using var both = await server.SignIn("both", Role.Staff, Role.Reviewer);
        var set = await server.Submitted(both);
        (await both.Post($"{set.Address}/approve", tag: set.Tag)).Must(HttpStatusCode.Forbidden);
        Assert.Empty((await both.Read($"{set.Address}/decisions")).Json!["decisions"]!.AsArray());
    }

    private static async Task<JsonNode> Decision(HttpClient client, JsonNode listed) =>
        (await client.Read($"/api/decisions/{(long)listed["id"]!}")).Must(HttpStatusCode.OK).Json!;
}
