using System.Net;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.IntegrationTests.Changes;

namespace SpatialPlan.Server.IntegrationTests.Review;

/// <summary>What an author contests of the check is a task of who reviews it; with an open one a set is not approved, and what was decided is on the sheet.</summary>
public sealed class ContestedFindingTests(PlanServer server) : IClassFixture<PlanServer>
{
    [Fact]
    public async Task A_set_is_not_approved_before_each_contested_finding_has_an_answer_and_the_sheet_keeps_it()
    {
        using var anna = await server.SignIn("anna", Role.Staff);
        using var ben = await server.SignIn("ben", Role.Reviewer);
        var set = await anna.SubmitSite("甲地块", 116.60);
        var tasks = (await ben.Read($"{set.Address}/contested-findings")).Must(HttpStatusCode.OK).Json!["findings"]!.AsArray();
        Assert.NotEmpty(tasks);
        Assert.All(tasks, task => Assert.Equal((null, "不符"), ((string?)task!["outcome"], (string)task["reason"]!)));

        var refused = (await ben.Post($"{set.Address}/approve", tag: set.Tag)).Must(HttpStatusCode.Conflict);
        Assert.Equal("contested-findings-open", refused.Code);
        Assert.Equal(tasks.Select(task => (string)task!["finding"]!), refused.Json!["args"]!["findings"]!.AsArray().Select(one => (string)one!["finding"]!));

        foreach (var task in tasks)
        {
            (await ben.Post($"{set.Address}/contested-findings/answer", SubmittedSites.Answer(task!, "refused", "It does."))).Must(HttpStatusCode.OK);
            var now = (await ben.Post($"{set.Address}/contested-findings/answer", SubmittedSites.Answer(task!, "accepted", "Seen on the ground."))).Must(HttpStatusCode.OK).Json!["findings"]!.AsArray();
            Assert.Equal(("accepted", "Seen on the ground.", "ben"), Said(now.Single(one => (string)one!["finding"]! == (string)task!["finding"]!)!));
        }

        await ben.Act(set, "approve");
        var decision = (long)(await anna.Read($"{set.Address}/decisions")).Json!["decisions"]![0]!["id"]!;
        var kept = (await anna.Read($"/api/decisions/{decision}")).Json!;
        Assert.True((bool)kept["is_intact"]!);
        Assert.All(kept["answers"]!["contested"]!.AsArray(), one => Assert.Equal(("accepted", "Seen on the ground.", "ben"), Said(one!)));
        var sheet = await anna.GetStringAsync($"/api/decisions/{decision}/sheet?lang=en", TestContext.Current.CancellationToken);
        Assert.Contains("Contested findings", sheet, StringComparison.Ordinal);
        Assert.Contains("Seen on the ground.", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_whose_contest_was_refused_stands_and_what_is_submitted_anew_is_looked_at_anew()
    {
        using var anna = await server.SignIn("cleo", Role.Staff);
        using var ben = await server.SignIn("dora", Role.Reviewer);
        await ben.ApproveSite(await anna.SubmitSite("乙地块", 116.66));
        var set = await anna.SubmitSite("丙地块", 116.66);
        var tasks = (await ben.Read($"{set.Address}/contested-findings")).Json!["findings"]!.AsArray();
        var error = tasks.First(task => (string)task!["severity"]! == "error" && (string)task["found"]! == "attention")!;
        foreach (var task in tasks)
        {
            (await ben.Post($"{set.Address}/contested-findings/answer", SubmittedSites.Answer(task!, task == error ? "refused" : "accepted", "It lies upon the other."))).Must(HttpStatusCode.OK);
        }

        var stands = (await ben.Post($"{set.Address}/approve", tag: set.Tag)).Must(HttpStatusCode.Conflict);
        Assert.Equal(("errors-stand", (string)error["finding"]!), (stands.Code, (string)stands.Json!["args"]!["findings"]![0]!["finding"]!));
        await anna.Act(await ben.Act(set, "return", """{"comment":"It lies upon the other."}"""), "submit");
        Assert.All((await ben.Read($"{set.Address}/contested-findings")).Json!["findings"]!.AsArray(), task => Assert.Null(task!["outcome"]));
    }

    [Fact]
    public async Task Who_may_not_answer_is_told_so_and_nothing_is_written()
    {
        using var anna = await server.SignIn("emil", Role.Staff, Role.Reviewer);
        using var ben = await server.SignIn("finn", Role.Reviewer);
        using var other = await server.SignIn("gina", Role.Reviewer);
        using var staff = await server.SignIn("hugo", Role.Staff);
        var set = await anna.SubmitSite("丁地块", 116.72);
        var task = (await ben.Read($"{set.Address}/contested-findings")).Json!["findings"]![0]!;
        var answer = SubmittedSites.Answer(task, "accepted", "Yes.");
        Assert.Equal("own-change", (await anna.Post($"{set.Address}/contested-findings/answer", answer)).Must(HttpStatusCode.Forbidden).Code);
        (await staff.Post($"{set.Address}/contested-findings/answer", answer)).Must(HttpStatusCode.Forbidden);
        Assert.Equal("change-set-unknown", (await staff.Read($"{set.Address}/contested-findings")).Must(HttpStatusCode.NotFound).Code);
        Assert.Equal("change-set-unknown", (await ben.Post("/api/change-sets/999999/contested-findings/answer", answer)).Must(HttpStatusCode.NotFound).Code);
        Assert.Equal("finding-not-contested", (await ben.Post($"{set.Address}/contested-findings/answer", SubmittedSites.Answer(task, "accepted", "Yes.", "water:nothing"))).Must(HttpStatusCode.NotFound).Code);
        foreach (var (outcome, said) in new[] { ("maybe", "x"), ("accepted", " ") })
        {
            (await ben.Post($"{set.Address}/contested-findings/answer", SubmittedSites.Answer(task, outcome, said))).Must(HttpStatusCode.UnprocessableEntity);
        }

        await other.Act(set, "claim");
        Assert.Equal("claimed-by-another", (await ben.Post($"{set.Address}/contested-findings/answer", answer)).Must(HttpStatusCode.Conflict).Code);

        // A role that was taken away in between, and an account that is gone.
        await server.AddAccount("gina", Role.Staff);
        (await other.Post($"{set.Address}/contested-findings/answer", answer)).Must(HttpStatusCode.Forbidden);
        await server.Database.Execute($"update account.account set disabled_at = now() where id = '{SignedIn.IdOf("gina")}'");
        (await other.Post($"{set.Address}/contested-findings/answer", answer)).Must(HttpStatusCode.Unauthorized);
        Assert.Equal(0L, await server.Database.Ask<long>($"select count(*) from plan.finding_answer where change_set = {set.Id}"));
    }

    [Fact]
    public async Task What_was_answered_stays_against_the_owner_too()
    {
        var refused = await Assert.ThrowsAnyAsync<Npgsql.PostgresException>(() => server.Database.Execute("truncate plan.finding_answer"));
        Assert.Equal("finding_answers_are_final", refused.ConstraintName);
    }

    private static (string?, string?, string?) Said(JsonNode task) => ((string?)task["outcome"], (string?)task["answer"], (string?)task["answered_by_name"]);
}
