using System.Net;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.IntegrationTests.Changes;

namespace SpatialPlan.Server.IntegrationTests.Review;

/// <summary>What stays behind when an account is disabled or loses a role in the middle of a review: nothing is stuck, and nobody acts any more who may not.</summary>
public sealed class LeftBehindTests(PlanServer server) : IClassFixture<PlanServer>
{
    private Task Disable(string name) => server.Database.Execute($"update account.account set disabled_at = now() where id = '{SignedIn.IdOf(name)}'");

    [Fact]
    public async Task A_set_of_an_author_who_has_gone_is_decided_on()
    {
        using var gone = await server.SignIn("gone-author", Role.Staff);
        using var ben = await server.SignIn("ben", Role.Reviewer);
        var (approved, returned) = (await server.Submitted(gone), await server.Submitted(gone));
        await Disable("gone-author");
        (await gone.Post($"{approved.Address}/withdraw", tag: approved.Tag)).Must(HttpStatusCode.Unauthorized);
        await ben.Act(approved, "approve");
        await ben.Act(returned, "return", """{"comment":"Its author has gone."}""");
    }

    [Fact]
    public async Task What_a_reviewer_had_who_has_gone_is_given_to_another_and_not_taken()
    {
        using var staff = await server.SignIn("anna", Role.Staff);
        using var gone = await server.SignIn("gone-reviewer", Role.Reviewer);
        using var ben = await server.SignIn("stays", Role.Reviewer);
        var set = await server.Submitted(staff);
        set = await gone.Act(set, "claim");
        await Disable("gone-reviewer");
        (await gone.Post($"{set.Address}/approve", tag: set.Tag)).Must(HttpStatusCode.Unauthorized);
        Assert.Equal("claimed-by-another", (await ben.Post($"{set.Address}/approve", tag: set.Tag)).Must(HttpStatusCode.Conflict).Code);
        Assert.Equal("not-a-reviewer", (await ben.Post($"{set.Address}/assign", $$"""{"account":"{{SignedIn.IdOf("gone-reviewer")}}"}""", set.Tag)).Must(HttpStatusCode.UnprocessableEntity).Code);
        set = await ben.Act(set, "assign", $$"""{"account":"{{SignedIn.IdOf("stays")}}"}""");
        await ben.Act(set, "approve");
    }

    [Fact]
    public async Task Whose_role_was_taken_away_neither_decides_nor_resolves_the_comment_of_another()
    {
        using var staff = await server.SignIn("asks", Role.Staff);
        using var former = await server.SignIn("former", Role.Staff, Role.Reviewer);
        using var other = await server.SignIn("other", Role.Staff, Role.Reviewer);
        var set = await server.Submitted(staff);
        var elsewhere = await server.Submitted(staff);
        var comment = (long)(await other.Post($"{set.Address}/comments", """{"text":"Why?"}""")).Must(HttpStatusCode.Created).Json!["id"]!;
        await server.AddAccount("former", Role.Staff);
        (await former.Post($"{set.Address}/approve", tag: set.Tag)).Must(HttpStatusCode.Forbidden);
        (await former.Post($"{set.Address}/return", """{"comment":"No."}""", set.Tag)).Must(HttpStatusCode.Forbidden);
        (await former.Post($"{set.Address}/claim", tag: set.Tag)).Must(HttpStatusCode.Forbidden);
        Assert.Equal("not-your-comment", (await former.Post($"{set.Address}/comments/{comment}/resolve")).Must(HttpStatusCode.Forbidden).Code);
        Assert.Equal("comment-unknown", (await other.Post($"{elsewhere.Address}/comments/{comment}/resolve")).Must(HttpStatusCode.NotFound).Code);
        Assert.Equal("comment-unknown", (await other.Post($"{elsewhere.Address}/comments/{comment}/answer", """{"text":"x"}""")).Must(HttpStatusCode.NotFound).Code);
        (await other.Post($"{set.Address}/comments/{comment}/answer", """{"text":" "}""")).Must(HttpStatusCode.UnprocessableEntity);
        Assert.Equal("in-review", (string)(await staff.Read(set.Address)).Json!["state"]!);
    }
}
