using System.Net;
using Npgsql;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.IntegrationTests.Changes;

namespace SpatialPlan.Server.IntegrationTests.Review;

/// <summary>Who has a change set, and that nobody else decides on it.</summary>
public sealed class ClaimTests(PlanServer server) : IClassFixture<PlanServer>
{
    [Fact]
    public async Task Who_has_claimed_a_set_decides_on_it_and_nobody_else()
    {
        using var staff = await server.SignIn("staff", Role.Staff);
        using var one = await server.SignIn("one", Role.Reviewer);
        using var other = await server.SignIn("other", Role.Reviewer);
        var set = await server.Submitted(staff);
        var claimed = (await one.Post($"{set.Address}/claim", tag: set.Tag)).Must(HttpStatusCode.OK);
        Assert.Equal(("one", SignedIn.IdOf("one").ToString()), ((string)claimed.Json!["claimed_by_name"]!, (string)claimed.Json["claimed_by"]!));
        Assert.Equal("changed-meanwhile", (await other.Post($"{set.Address}/approve", tag: set.Tag)).Must(HttpStatusCode.PreconditionFailed).Code);
        Assert.Equal("claimed-by-another", (await other.Post($"{set.Address}/claim", tag: claimed.Tag)).Must(HttpStatusCode.Conflict).Code);
        Assert.Equal("claimed-by-another", (await other.Post($"{set.Address}/release", tag: claimed.Tag)).Must(HttpStatusCode.Conflict).Code);
        Assert.Equal("claimed-by-another", (await other.Post($"{set.Address}/approve", tag: claimed.Tag)).Must(HttpStatusCode.Conflict).Code);
        Assert.Equal("claimed-by-another", (await other.Post($"{set.Address}/return", """{"comment":"no"}""", claimed.Tag)).Must(HttpStatusCode.Conflict).Code);
        Assert.Equal("in-review", (string)(await other.Read(set.Address)).Json!["state"]!);
        Assert.Equal(0L, await server.Database.Ask<long>($"select count(*) from feature.projects where code = '{set.Code}' and version > {set.Version} and approved_at is not null"));

        // It may be taken over in the open, by assignment.
        var assigned = (await other.Post($"{set.Address}/assign", $$"""{"account":"{{SignedIn.IdOf("other")}}"}""", claimed.Tag)).Must(HttpStatusCode.OK);
        Assert.Equal("claimed-by-another", (await one.Post($"{set.Address}/approve", tag: assigned.Tag)).Must(HttpStatusCode.Conflict).Code);
        Assert.Equal("approved", (string)(await other.Post($"{set.Address}/approve", tag: assigned.Tag)).Must(HttpStatusCode.OK).Json!["state"]!);
        Assert.Equal(["claim|one", "assign|other"], await server.Database.Rows($"select e.action, plan.name_of(e.actor) from plan.event e where (e.detail ->> 'change_set')::bigint = {set.Id} and e.action in ('claim', 'assign') order by e.id"));
    }

    [Fact]
    public async Task What_is_given_back_anybody_may_decide_on_and_a_returned_set_comes_back_to_who_had_it()
    {
        using var staff = await server.SignIn("author", Role.Staff);
        using var one = await server.SignIn("first", Role.Reviewer);
        using var other = await server.SignIn("second", Role.Reviewer);
        var set = await one.Act(await one.Act(await server.Submitted(staff), "claim"), "release");
        set = await other.Act(set, "claim");
        set = await staff.Act(await other.Act(set, "return", """{"comment":"why?"}"""), "submit");
        Assert.Equal("second", (string)(await staff.Read(set.Address)).Json!["claimed_by_name"]!);
        await other.Act(set, "approve");
    }

    [Fact]
    public async Task Nobody_claims_or_is_given_what_they_cannot_review()
    {
        using var both = await server.SignIn("both", Role.Staff, Role.Reviewer);
        using var reviewer = await server.SignIn("reviewer", Role.Reviewer);
        await server.AddAccount("colleague", Role.Staff);
        await server.AddAccount("gone", Role.Reviewer);
        await server.Database.Execute($"update account.account set disabled_at = now() where id = '{SignedIn.IdOf("gone")}'");
        var set = await server.Submitted(both);
        Assert.Equal("own-change", (await both.Post($"{set.Address}/claim", tag: set.Tag)).Must(HttpStatusCode.Forbidden).Code);
        Assert.Equal("own-change", (await both.Post($"{set.Address}/assign", $$"""{"account":"{{SignedIn.IdOf("reviewer")}}"}""", set.Tag)).Must(HttpStatusCode.Forbidden).Code);
        foreach (var account in new[] { SignedIn.IdOf("both").ToString(), SignedIn.IdOf("colleague").ToString(), SignedIn.IdOf("gone").ToString(), "nobody" })
        {
            Assert.Equal("not-a-reviewer", (await reviewer.Post($"{set.Address}/assign", $$"""{"account":"{{account}}"}""", set.Tag)).Must(HttpStatusCode.UnprocessableEntity).Code);
        }

        Assert.DoesNotContain("gone", (await reviewer.Read("/api/reviewers")).Must(HttpStatusCode.OK).Json!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("if-match-missing", (await reviewer.Post($"{set.Address}/claim")).Must(HttpStatusCode.PreconditionRequired).Code);
        await reviewer.Act(set, "approve");
        Assert.Equal("action-not-possible", (await reviewer.Post($"{set.Address}/claim", tag: $"\"change-set-{set.Id}-3\"")).Must(HttpStatusCode.Conflict).Code);
    }

    [Fact]
    public async Task Of_many_who_claim_at_once_one_has_it_and_of_ten_who_decide_at_once_one_has_decided()
    {
        using var staff = await server.SignIn("calm", Role.Staff);
        var reviewers = await Task.WhenAll(Enumerable.Range(0, 10).Select(number => server.SignIn($"quick-{number}", Role.Reviewer)));
        var set = await server.Submitted(staff);
        var claims = await Task.WhenAll(reviewers.Select(reviewer => reviewer.Post($"{set.Address}/claim", tag: set.Tag)));
        Assert.Single(claims, claim => claim.Status == HttpStatusCode.OK);
        Assert.All(claims.Where(claim => claim.Status != HttpStatusCode.OK), claim => Assert.Equal("changed-meanwhile", claim.Code));

        var other = await server.Submitted(staff);
        var decisions = await Task.WhenAll(reviewers.Select((reviewer, number) => number % 2 == 0
            ? reviewer.Post($"{other.Address}/approve", tag: other.Tag)
            : reviewer.Post($"{other.Address}/return", """{"comment":"no"}""", other.Tag)));
        Assert.Single(decisions, decision => decision.Status == HttpStatusCode.OK);
        Assert.All(decisions.Where(decision => decision.Status != HttpStatusCode.OK), decision => Assert.Equal("changed-meanwhile", decision.Code));
        Assert.Equal(1L, await server.Database.Ask<long>($"select count(*) from plan.event where (detail ->> 'change_set')::bigint = {other.Id} and action in ('approve', 'return') and code is null"));
        Array.ForEach(reviewers, reviewer => reviewer.Dispose());
    }

    [Fact]
    public async Task The_owner_of_the_database_does_not_decide_beside_a_claim_either()
    {
        using var staff = await server.SignIn("writes", Role.Staff);
        using var reviewer = await server.SignIn("has", Role.Reviewer);
        var set = await reviewer.Act(await server.Submitted(staff), "claim");
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => server.Database.Execute($"update plan.change_set set state = 'approved', decided_by = 'somebody', decided_at = now() where id = {set.Id}"));
        Assert.Equal("claim_is_ones_own", refusal.ConstraintName);
        Assert.Equal("claimant_is_not_author", (await Assert.ThrowsAsync<PostgresException>(() => server.Database.Execute($"update plan.change_set set claimed_by = author where id = {set.Id}"))).ConstraintName);
    }
}
