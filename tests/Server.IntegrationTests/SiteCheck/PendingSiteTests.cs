using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.IntegrationTests.Changes;
using SpatialPlan.Server.IntegrationTests.Review;
using SpatialPlan.Server.SiteCheck;

namespace SpatialPlan.Server.IntegrationTests.SiteCheck;

/// <summary>What others have submitted is told to who may see it, and to nobody else.</summary>
public sealed class PendingSiteTests(PlanServer server) : IClassFixture<PlanServer>
{
    private const string Secret = "尚未公布的地块";

    [Fact]
    public async Task A_site_in_review_is_known_to_staff_and_reviewers_and_a_draft_to_nobody_but_its_owner()
    {
        using var author = await server.SignIn("pending-author", Role.Staff);
        using var colleague = await server.SignIn("pending-colleague", Role.Staff);
        using var reviewer = await server.SignIn("pending-reviewer", Role.Reviewer);
        using var viewer = await server.SignIn("pending-viewer", Role.Viewer);
        using var nobody = server.NewClient();
        var ground = Asking.Square(116.741, 35.381, 0.001);
        var above = Asking.Square(116.7415, 35.3815, 0.001);
        var draft = (await author.Post("/api/drafts", SubmittedSites.Site(Secret, "Not published", ground))).Must(HttpStatusCode.Created);
        var code = (string)draft.Json!["code"]!;
        var id = $"pending-site:{code}";
        foreach (var client in new[] { author, colleague, reviewer, viewer, nobody })
        {
            Assert.DoesNotContain(code, (await Check(client, above)).ToJsonString(), StringComparison.Ordinal);
        }

        var made = (await author.Post("/api/change-sets", $$"""{"title":"site","basis":"doc 1","drafts":["{{(string)draft.Json["id"]!}}"]}""")).Must(HttpStatusCode.Created);
        Assert.DoesNotContain(code, (await Check(colleague, above)).ToJsonString(), StringComparison.Ordinal);
        var address = $"/api/change-sets/{(long)made.Json!["id"]!}";
        var submitted = (await author.Post($"{address}/submit", tag: made.Tag)).Must(HttpStatusCode.OK);
        foreach (var client in new[] { colleague, reviewer })
        {
            var hit = Asking.One(await Check(client, above), id);
            Assert.Equal(("attention", "warning", Secret, "pending-author"), ((string?)hit["outcome"], (string?)hit["severity"], (string?)hit["subject"]!["name_zh"], (string?)hit["args"]!["author"]));
            Assert.Equal((long)made.Json["id"]!, (long)hit["args"]!["change_set"]!);
            Assert.InRange((double)hit["value"]!, 24, 26);
            Assert.Equal("no-hit", (string?)Asking.One(await Check(client, Asking.Square(116.80, 35.381, 0.001)), "pending-site")["outcome"]);
        }

        // Its own author draws on it, and it is no neighbour of itself.
        Assert.DoesNotContain(Asking.All(await Check(author, above)), finding => (string?)finding["id"] == id);
        foreach (var client in new[] { viewer, nobody })
        {
            var answer = (await Check(client, above)).ToJsonString();
            Assert.DoesNotContain("pending", answer, StringComparison.Ordinal);
            Assert.DoesNotContain(code, answer, StringComparison.Ordinal);
        }

        // Whoever submits over it has to say why, and a reviewer finds that.
        var services = server.Services;
        var actor = new Actor(SignedIn.IdOf("pending-colleague"), "pending-colleague", [Role.Staff]);
        var cancel = TestContext.Current.CancellationToken;
        var frozen = await services.GetRequiredService<CheckFreezer>().Freeze(JsonNode.Parse(above), [], [], await services.GetRequiredService<RevisionStore>().Current(cancel), actor, cancel);
        Assert.Contains(id, frozen!.Unanswered.Select(finding => finding.Id));

        (await reviewer.Post($"{address}/approve", tag: submitted.Tag)).Must(HttpStatusCode.OK);
        await server.WaitForRevision();
        var published = await Check(nobody, above);
        Assert.Equal("attention", (string?)Asking.One(published, $"other-site:{code}")["outcome"]);
        Assert.DoesNotContain(Asking.All(await Check(colleague, above)), finding => (string?)finding["id"] == id);
    }

    [Fact]
    public async Task Of_very_many_sites_in_review_it_is_said_how_many_were_not_looked_at()
    {
        const int Sites = 53, LookedAt = 50;
        using var author = await server.SignIn("pending-many", Role.Staff);
        using var colleague = await server.SignIn("pending-counts", Role.Staff);
        var drafts = new List<string>();
        for (var number = 0; number < Sites; number++)
        {
            var ground = Asking.Square(116.741 + (number % 10 * 0.0002), 35.391 + (number / 10 * 0.0002), 0.0001);
            drafts.Add((string)(await author.Post("/api/drafts", SubmittedSites.Site($"地块 {number}", $"Site {number}", ground))).Must(HttpStatusCode.Created).Json!["id"]!);
        }

        (await author.Post("/api/change-sets", $$"""{"title":"many","basis":"doc 1","drafts":["{{string.Join("\",\"", drafts)}}"],"submit":true}""")).Must(HttpStatusCode.Created);
        var answer = await Check(colleague, Asking.Square(116.741, 35.391, 0.002));
        var leftOut = Asking.All(answer).Single(finding => (string?)finding["rule"] == "pending-site" && (string?)finding["args"]?["reason"] == "left-out");
        Assert.Equal(Sites - LookedAt, (int)leftOut["args"]!["count"]!);
    }

    private static async Task<JsonNode> Check(HttpClient client, string body)
    {
        using var response = await client.PostAsync(Asking.Address, new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse("application/geo+json")), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(response.Headers.CacheControl?.NoStore);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
    }
}
