using System.Net;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.IntegrationTests.Changes;

namespace SpatialPlan.Server.IntegrationTests.Review;

/// <summary>What waits for review, by whose it is, by whom, since when, and by what it contains.</summary>
public sealed class QueueTests(PlanServer server) : IClassFixture<PlanServer>
{
    private const string Queue = "/api/review-queue";

    [Fact]
    public async Task The_queue_is_mine_nobodys_and_others()
    {
        using var staff = await server.SignIn("staff", Role.Staff);
        using var both = await server.SignIn("both", Role.Staff, Role.Reviewer);
        using var other = await server.SignIn("other", Role.Reviewer);
        var (mine, nobodys, others, own) = (await server.Submitted(staff), await server.Submitted(staff), await server.Submitted(staff), await server.Submitted(both));
        await both.Act(mine, "claim");
        await other.Act(others, "claim");
        Assert.Equal([mine.Id], await Ids(both, $"{Queue}?claimed=mine"));
        Assert.Contains(nobodys.Id, await Ids(both, $"{Queue}?claimed=nobody"));
        Assert.DoesNotContain(own.Id, await Ids(both, $"{Queue}?claimed=nobody"));
        Assert.Equal([own.Id, others.Id], await Ids(both, $"{Queue}?claimed=others"));
        var counts = (await both.Read($"{Queue}?claimed=mine")).Json!["counts"]!;
        Assert.Equal((1, 2), ((int)counts["mine"]!, (int)counts["others"]!));
        Assert.Equal("value-invalid", (await both.Read($"{Queue}?claimed=everybody")).Must(HttpStatusCode.BadRequest).Code);
    }

    [Fact]
    public async Task A_set_is_found_by_its_author_and_by_how_long_it_has_waited()
    {
        using var staff = await server.SignIn("author", Role.Staff);
        using var colleague = await server.SignIn("colleague", Role.Staff, Role.Reviewer);
        var set = await server.Submitted(staff);
        await server.Submitted(colleague);
        Assert.Equal([set.Id], await Ids(colleague, $"{Queue}?author={SignedIn.IdOf("author")}"));
        Assert.Empty(await Ids(colleague, $"{Queue}?author={SignedIn.IdOf("author")}&submitted-before=2020-01-01T00:00:00Z"));
        Assert.Equal([set.Id], await Ids(colleague, $"{Queue}?author={SignedIn.IdOf("author")}&submitted-before=2999-01-01"));
        Assert.Equal("value-invalid", (await colleague.Read($"{Queue}?submitted-before=soon")).Must(HttpStatusCode.BadRequest).Code);
    }

    [Fact]
    public async Task A_set_is_found_by_what_it_contains_as_it_would_be()
    {
        using var staff = await server.SignIn("draws", Role.Staff);
        using var reviewer = await server.SignIn("seeks", Role.Reviewer);
        var west = await server.Submitted(staff, 116.51);
        var east = await server.Submitted(staff, 116.71);
        Assert.Equal([west.Id], await Ids(reviewer, $"{Queue}?bbox=116.505,35.41,116.515,35.43"));
        Assert.Equal([west.Id], await Ids(reviewer, $"{Queue}?filter=placement='stated' and S_INTERSECTS(geometry,BBOX(116.505,35.41,116.515,35.43))"));
        Assert.Equal([east.Id, west.Id], await Ids(reviewer, $"{Queue}?collection=projects&author={SignedIn.IdOf("draws")}&filter=accuracy_m=50"));
        Assert.Equal([east.Id], await Ids(reviewer, $"{Queue}?filter=code='{east.Code}'"));

        // What the other layers have not does not find them.
        Assert.Empty(await Ids(reviewer, $"{Queue}?collection=parks"));
        Assert.Empty(await Ids(reviewer, $"{Queue}?filter=road_class='trunk'"));
        foreach (var (parameter, code) in new[] { ("filter=nonsense=1", "filter-property-unknown"), ("filter=name_zh=", "filter-syntax"), ("bbox=1,2,3", "bbox-number-count") })
        {
            Assert.Equal(code, (await reviewer.Read($"{Queue}?{parameter}")).Must(HttpStatusCode.BadRequest).Code);
        }

        Assert.Equal("collection-unknown", (await reviewer.Read($"{Queue}?collection=nothing")).Must(HttpStatusCode.NotFound).Code);

        // What was decided is under review no more.
        await reviewer.Act(west, "approve");
        Assert.Empty(await Ids(reviewer, $"{Queue}?bbox=116.505,35.41,116.515,35.43"));
    }

    [Fact]
    public async Task A_set_is_found_by_what_its_check_found_and_by_what_its_author_contests()
    {
        using var staff = await server.SignIn("sites", Role.Staff);
        using var reviewer = await server.SignIn("finds", Role.Reviewer);
        var plain = await server.Submitted(staff);
        await reviewer.ApproveSite(await staff.SubmitSite("戊地块", 116.58));
        var site = await staff.SubmitSite("己地块", 116.58);
        var (id, address) = (site.Id, $"{site.Address}/contested-findings");
        var task = (await reviewer.Read(address)).Json!["findings"]!.AsArray().First(one => (string)one!["severity"]! == "error" && (string)one["found"]! == "attention")!;
        var mine = $"author={SignedIn.IdOf("sites")}";
        Assert.Equal([id, plain.Id], await Ids(reviewer, $"{Queue}?{mine}"));
        Assert.Equal([id], await Ids(reviewer, $"{Queue}?{mine}&contested=any"));
        Assert.Equal([id], await Ids(reviewer, $"{Queue}?{mine}&contested=open"));
        Assert.Equal([id], await Ids(reviewer, $"{Queue}?{mine}&rule={(string)task["rule"]!}&severity={(string)task["severity"]!}"));
        Assert.Empty(await Ids(reviewer, $"{Queue}?{mine}&rule=nothing-is-called-so"));
        foreach (var one in (await reviewer.Read(address)).Json!["findings"]!.AsArray())
        {
            (await reviewer.Post($"{address}/answer", SubmittedSites.Answer(one!, "accepted", "Yes."))).Must(HttpStatusCode.OK);
        }

        Assert.Empty(await Ids(reviewer, $"{Queue}?{mine}&contested=open"));
        Assert.Equal([id], await Ids(reviewer, $"{Queue}?{mine}&contested=any"));
        Assert.Equal("value-invalid", (await reviewer.Read($"{Queue}?severity=awful")).Must(HttpStatusCode.BadRequest).Code);
    }

    private static async Task<long[]> Ids(HttpClient client, string address) =>
        [.. (await client.Read(address)).Must(HttpStatusCode.OK).Json!["change_sets"]!.AsArray().Select(set => (long)set!["id"]!)];
}
