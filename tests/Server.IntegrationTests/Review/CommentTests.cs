using System.Net;
using System.Text.Json.Nodes;
using Npgsql;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.IntegrationTests.Changes;

namespace SpatialPlan.Server.IntegrationTests.Review;

/// <summary>What is said about a change set while it is reviewed.</summary>
public sealed class CommentTests(PlanServer server) : IClassFixture<PlanServer>
{
    [Fact]
    public async Task A_comment_is_pinned_answered_resolved_and_taken_up_again()
    {
        using var staff = await server.SignIn("writes", Role.Staff);
        using var reviewer = await server.SignIn("asks", Role.Reviewer);
        var set = await server.Submitted(staff);
        var said = (await reviewer.Post($"{set.Address}/comments", $$"""{"text":"Which document?","collection":"projects","code":"{{set.Code}}","property":"placement","place":[116.61,35.42]}""")).Must(HttpStatusCode.Created);
        Assert.Equal(
            ("Which document?", "asks", set.Code, "placement", "[116.61,35.42]", false, 2),
            ((string)said.Json!["text"]!, (string)said.Json["author_name"]!, (string)said.Json["code"]!, (string)said.Json["property"]!, said.Json["place"]!.ToJsonString(), (bool)said.Json["is_resolved"]!, (int)said.Json["set_version"]!));
        var comment = $"{set.Address}/comments/{(long)said.Json["id"]!}";
        (await staff.Post($"{comment}/answer", """{"text":"Document 7."}""")).Must(HttpStatusCode.OK);
        Assert.True((bool)(await reviewer.Post($"{comment}/resolve")).Must(HttpStatusCode.OK).Json!["is_resolved"]!);
        Assert.Equal("action-not-possible", (await reviewer.Post($"{comment}/resolve")).Must(HttpStatusCode.Conflict).Code);
        Assert.False((bool)(await reviewer.Post($"{comment}/reopen", """{"text":"It says otherwise."}""")).Must(HttpStatusCode.OK).Json!["is_resolved"]!);

        var listed = Assert.Single((await staff.Read($"{set.Address}/comments")).Must(HttpStatusCode.OK).Json!["comments"]!.AsArray())!;
        Assert.Equal(
            ["answer|writes|Document 7.", "resolve|asks|", "reopen|asks|It says otherwise."],
            listed["entries"]!.AsArray().Select(entry => $"{entry!["action"]}|{entry["author_name"]}|{entry["text"]}"));

        // What was said stands when the set is decided on, and nothing comes after it.
        await reviewer.Act(set, "approve");
        Assert.Single((await staff.Read($"{set.Address}/comments")).Json!["comments"]!.AsArray());
        Assert.Equal("action-not-possible", (await reviewer.Post($"{set.Address}/comments", """{"text":"late"}""")).Must(HttpStatusCode.Conflict).Code);
        Assert.Equal("action-not-possible", (await staff.Post($"{comment}/answer", """{"text":"late"}""")).Must(HttpStatusCode.Conflict).Code);
    }

    [Fact]
    public async Task Somebody_elses_comment_is_resolved_by_a_reviewer_and_not_by_the_author_of_the_set()
    {
        using var author = await server.SignIn("both", Role.Staff, Role.Reviewer);
        using var colleague = await server.SignIn("colleague", Role.Staff);
        using var one = await server.SignIn("one", Role.Reviewer);
        using var other = await server.SignIn("other", Role.Reviewer);
        var set = await server.Submitted(author);
        var comment = await Say(one, set, "Why there?");
        Assert.Equal("not-your-comment", (await author.Post($"{comment}/resolve")).Must(HttpStatusCode.Forbidden).Code);
        Assert.Equal("not-your-comment", (await colleague.Post($"{comment}/resolve")).Must(HttpStatusCode.Forbidden).Code);
        (await other.Post($"{comment}/resolve")).Must(HttpStatusCode.OK);
        var own = await Say(colleague, set, "I know the place.");
        (await colleague.Post($"{own}/resolve")).Must(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_does_not_see_a_set_finds_no_comments_of_it_and_says_nothing()
    {
        using var staff = await server.SignIn("keeps", Role.Staff);
        using var reviewer = await server.SignIn("curious", Role.Reviewer);
        using var viewer = await server.SignIn("watches", Role.Viewer);
        var draft = await server.Draft(staff);
        (await reviewer.Read($"{draft.Address}/comments")).Must(HttpStatusCode.NotFound);
        Assert.Equal("change-set-unknown", (await reviewer.Post($"{draft.Address}/comments", """{"text":"x"}""")).Must(HttpStatusCode.NotFound).Code);
        Assert.Equal("action-not-possible", (await staff.Post($"{draft.Address}/comments", """{"text":"x"}""")).Must(HttpStatusCode.Conflict).Code);
        var set = await staff.Act(draft, "submit");
        (await viewer.Read($"{set.Address}/comments")).Must(HttpStatusCode.Forbidden);
        (await server.Client.Read($"{set.Address}/comments")).Must(HttpStatusCode.Unauthorized);
        var comment = await Say(reviewer, set, "x");
        var another = await server.Submitted(staff);
        Assert.Equal("comment-unknown", (await reviewer.Post($"{another.Address}/comments/{comment.Split('/')[^1]}/answer", """{"text":"x"}""")).Must(HttpStatusCode.NotFound).Code);
    }

    [Theory]
    [InlineData("{}", 422, "property-missing")]
    [InlineData("""{"text":" "}""", 422, "property-empty")]
    [InlineData("""{"text":7}""", 422, "property-type")]
    [InlineData("""{"text":"x","author":"y"}""", 422, "property-unknown")]
    [InlineData("""{"text":"x","collection":"projects"}""", 422, "property-missing")]
    [InlineData("""{"text":"x","code":"park-2"}""", 422, "property-missing")]
    [InlineData("""{"text":"x","collection":"nothing","code":"park-2"}""", 422, "collection-unknown")]
    [InlineData("""{"text":"x","collection":"parks","code":"park-2"}""", 404, "feature-unknown")]
    [InlineData("""{"text":"x","collection":"parks","code":"park-2","property":"nonsense"}""", 422, "property-unknown")]
    [InlineData("""{"text":"x","place":[116.6]}""", 422, "property-type")]
    [InlineData("""{"text":"x","place":[35.4,116.6]}""", 422, "property-type")]
    [InlineData("""{"text":"x","place":["116.6","35.4"]}""", 422, "property-type")]
    [InlineData("""{"text":"x\u0000"}""", 422, "nul-character")]
    [InlineData("""{"text":"x\u000b"}""", 422, "text-control-character")]
    public async Task What_a_comment_cannot_say_is_refused_and_nothing_is_kept(string body, int status, string code)
    {
        using var staff = await server.SignIn("careful", Role.Staff);
        using var reviewer = await server.SignIn("careless", Role.Reviewer);
        var set = await server.Submitted(staff);
        Assert.Equal(code, (await reviewer.Post($"{set.Address}/comments", body)).Must((HttpStatusCode)status).Code);
        Assert.Empty((await reviewer.Read($"{set.Address}/comments")).Json!["comments"]!.AsArray());
    }

    [Fact]
    public async Task A_text_is_as_long_as_it_may_be_and_a_set_has_as_many_as_it_may()
    {
        using var staff = await server.SignIn("patient", Role.Staff);
        using var reviewer = await server.SignIn("talks", Role.Reviewer);
        var set = await server.Submitted(staff);
        await Say(reviewer, set, new string('字', 2000));
        Assert.Equal("text-too-long", (await reviewer.Post($"{set.Address}/comments", $$"""{"text":"{{new string('字', 2001)}}"}""")).Must(HttpStatusCode.UnprocessableEntity).Code);
        await server.Database.Execute($"insert into plan.comment (change_set, set_version, author, action, text) select {set.Id}, 1, 'x', 'comment', 'x' from generate_series(1, 498)");
        var last = await Say(reviewer, set, "the last");
        Assert.Equal("too-many-comments", (await reviewer.Post($"{set.Address}/comments", """{"text":"one more"}""")).Must(HttpStatusCode.Conflict).Code);
        Assert.Equal("too-many-comments", (await staff.Post($"{last}/answer", """{"text":"one more"}""")).Must(HttpStatusCode.Conflict).Code);
    }

    [Fact]
    public async Task A_double_click_says_it_once()
    {
        using var staff = await server.SignIn("calm", Role.Staff);
        using var reviewer = await server.SignIn("nervous", Role.Reviewer);
        var set = await server.Submitted(staff);
        var clicks = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => reviewer.Post($"{set.Address}/comments", """{"text":"once"}""", key: "once")));
        Assert.All(clicks, click => click.Must(HttpStatusCode.Created));
        Assert.Single((await staff.Read($"{set.Address}/comments")).Json!["comments"]!.AsArray());
    }

    [Theory]
    [InlineData("update plan.comment set text = 'nothing of it'")]
    [InlineData("delete from plan.comment")]
    [InlineData("truncate plan.comment cascade")]
    public async Task What_was_said_is_never_changed_not_by_the_owner_either(string sql)
    {
        using var staff = await server.SignIn("says", Role.Staff);
        await Say(staff, await server.Submitted(staff), "as it was said");
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => server.Database.Execute(sql));
        Assert.Equal("comments_are_final", refusal.ConstraintName);
    }

    private static async Task<string> Say(HttpClient client, SetUnderTest set, string text)
    {
        var said = (await client.Post($"{set.Address}/comments", new JsonObject { ["text"] = text }.ToJsonString())).Must(HttpStatusCode.Created);
        return $"{set.Address}/comments/{(long)said.Json!["id"]!}";
    }
}
