using System.Net;
using System.Text.Json.Nodes;
using Npgsql;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.IntegrationTests.Changes;
using static SpatialPlan.Server.IntegrationTests.Review.SubmittedSets;

namespace SpatialPlan.Server.IntegrationTests.Review;

/// <summary>A reviewer excludes a feature of a set and approves the rest: it goes back to its author, in the same transaction, and nothing is lost.</summary>
public sealed class ExclusionTests(PlanServer server) : IClassFixture<PlanServer>
{
    [Fact]
    public async Task The_rest_is_approved_and_what_is_excluded_goes_back_to_its_author_as_a_set_of_its_own()
    {
        using var staff = await server.SignIn("author", Role.Staff);
        using var reviewer = await server.SignIn("judge", Role.Reviewer);
        var (good, bad) = ("park-1", "park-2");
        var set = await Submitted(staff, Renamed(good, "Good"), Renamed(bad, "Bad"));
        var approved = (await reviewer.Post($"{set.Address}/approve", Excluding(bad, "The name is taken."), set.Tag)).Must(HttpStatusCode.OK);
        Assert.Equal(("approved", 2L), ((string)approved.Json!["state"]!, (long)approved.Json["number"]!));
        Assert.Equal(("Good", true), (await Name(good), await Name(bad) != "Bad"));

        var excluded = (await staff.Read(set.Address)).Json!["items"]!.AsArray().Single(item => (string)item!["code"]! == bad)!["excluded"]!;
        Assert.Equal("The name is taken.", (string)excluded["reason"]!);
        var back = (await staff.Read($"/api/change-sets/{(long)excluded["returned_as"]!}")).Must(HttpStatusCode.OK);
        Assert.Equal(("returned", "The name is taken.", set.Id), ((string)back.Json!["state"]!, (string)back.Json["comment"]!, (long)back.Json["excluded_from"]!));
        Assert.Equal((bad, "Bad"), ((string)Assert.Single(back.Json["items"]!.AsArray())!["code"]!, (string)back.Json["items"]![0]!["after"]!["properties"]!["name_en"]!));
        Assert.Equal(["approve|park-1", "return|park-2"], await server.Database.Rows($"select action, code from plan.event where code in ('{good}', '{bad}') and action in ('approve', 'return') order by code"));

        // Both sheets name it: the approval that it was excluded and why, the return of its own.
        var decision = await Decision(staff, set.Id);
        Assert.Equal(
            [null, "The name is taken."],
            decision["items"]!.AsArray().OrderBy(item => (string)item!["code"]!).Select(item => (string?)item!["excluded"]?["reason"]));
        Assert.True((bool)decision["is_intact"]!);
        var sheet = await staff.GetStringAsync($"/api/decisions/{(long)decision["id"]!}/sheet?lang=en", TestContext.Current.CancellationToken);
        Assert.Contains("The name is taken.", sheet, StringComparison.Ordinal);
        Assert.Equal("returned", (string)(await Decision(staff, (long)back.Json["id"]!))["action"]!);
        var told = (await staff.Read("/api/notifications")).Json!["notifications"]!.AsArray().Select(one => $"{one!["kind"]} {one["change_set"]}").ToList();
        Assert.Contains($"approved {set.Id}", told);
        Assert.Contains($"returned {(long)back.Json["id"]!}", told);

        // It is mended, submitted and approved as any other; the rest is undone without it.
        var again = (await staff.Post($"/api/change-sets/{(long)back.Json["id"]!}/submit", tag: back.Tag)).Must(HttpStatusCode.OK);
        (await reviewer.Post($"/api/change-sets/{(long)back.Json["id"]!}/approve", tag: again.Tag)).Must(HttpStatusCode.OK);
        Assert.Equal("Bad", await Name(bad));
        var undo = (await staff.Post($"{set.Address}/undo", """{"title":"undo","basis":"order 7"}""", approved.Tag)).Must(HttpStatusCode.Created);
        Assert.Equal(1L, (long)undo.Json!["number"]!);
    }

    [Fact]
    public async Task What_is_stale_is_excluded_and_the_rest_is_published()
    {
        using var staff = await server.SignIn("mine", Role.Staff);
        using var other = await server.SignIn("other", Role.Staff);
        using var reviewer = await server.SignIn("third", Role.Reviewer);
        var (code, version) = await server.Unplaced();
        var set = await Submitted(staff, Renamed("park-3", "Third"), $$$"""{"collection":"projects","code":"{{{code}}}","based_on":{{{version}}},"properties":{"name_en":"Stale"}}""");
        await Approved(other, reviewer, Body($$"""{"collection":"projects","code":"{{code}}","based_on":{{version}},"action":"withdraw"}"""));
        Assert.Equal("base-is-stale", (await reviewer.Post($"{set.Address}/approve", tag: set.Tag)).Must(HttpStatusCode.Conflict).Code);
        (await reviewer.Post($"{set.Address}/approve", Excluding(code, "It was withdrawn."), set.Tag)).Must(HttpStatusCode.OK);
        Assert.Equal("Third", await Name("park-3"));
        var back = await server.Database.Ask<long>($"select returned_as from plan.exclusion where change_set = {set.Id}");
        Assert.Equal(1L, (long)(await staff.Read($"/api/change-sets/{back}/conflicts")).Json!["number"]!);
    }

    [Fact]
    public async Task Of_ten_who_decide_at_once_one_has_and_nothing_is_half_done()
    {
        using var staff = await server.SignIn("calm", Role.Staff);
        var reviewers = await Task.WhenAll(Enumerable.Range(0, 10).Select(number => server.SignIn($"quick-{number}", Role.Reviewer)));
        var set = await Submitted(staff, Renamed("park-4", "Four"), Renamed("park-5", "Five"));
        var answers = await Task.WhenAll(reviewers.Select((reviewer, number) => reviewer.Post($"{set.Address}/approve", number % 2 == 0 ? Excluding("park-5", $"no {number}") : null, set.Tag)));
        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        var excluded = await server.Database.Ask<long>($"select count(*) from plan.exclusion where change_set = {set.Id}");
        Assert.Equal(excluded, await server.Database.Ask<long>($"select count(*) from plan.change_set where excluded_from = {set.Id}"));
        Assert.Equal(excluded == 0, await Name("park-5") == "Five");
        Array.ForEach(reviewers, reviewer => reviewer.Dispose());
    }

    [Theory]
    [InlineData("""{"exclude":1}""", 422, "property-type")]
    [InlineData("""{"exclude":[1]}""", 422, "property-type")]
    [InlineData("""{"exclude":[{"code":"park-6"}]}""", 422, "property-missing")]
    [InlineData("""{"exclude":[{"code":"park-6","reason":" "}]}""", 422, "property-empty")]
    [InlineData("""{"exclude":[{"code":"park-6","reason":"a","more":1}]}""", 422, "property-unknown")]
    [InlineData("""{"exclude":[{"code":"park-6","reason":"a"},{"code":"park-6","reason":"b"}]}""", 422, "feature-repeated")]
    [InlineData("""{"exclude":[{"code":"park-9","reason":"a"}]}""", 404, "feature-unknown")]
    [InlineData("""{"exclude":[{"code":"park-6","reason":"a"},{"code":"park-7","reason":"b"}]}""", 422, "nothing-left-to-approve")]
    public async Task What_cannot_be_excluded_is_refused_and_nothing_is_decided(string body, int status, string code)
    {
        using var staff = await server.SignIn("writes", Role.Staff);
        using var reviewer = await server.SignIn("reads", Role.Reviewer);
        var set = await Submitted(staff, Renamed("park-6", "Six"), Renamed("park-7", "Seven"));
        Assert.Equal(code, (await reviewer.Post($"{set.Address}/approve", body, set.Tag)).Must((HttpStatusCode)status).Code);
        (await staff.Post($"{set.Address}/approve", Excluding("park-6", "a"), set.Tag)).Must(HttpStatusCode.Forbidden);
        Assert.Equal("property-unknown", (await reviewer.Post($"{set.Address}/return", """{"comment":"no","exclude":[]}""", set.Tag)).Must(HttpStatusCode.UnprocessableEntity).Code);
        Assert.Equal(0L, await server.Database.Ask<long>($"select count(*) from plan.change_set where excluded_from = {set.Id}"));
        await staff.Act(set, "withdraw");
    }

    [Fact]
    public async Task What_the_rest_refers_to_is_not_excluded_alone()
    {
        using var staff = await server.SignIn("links", Role.Staff);
        using var reviewer = await server.SignIn("follows", Role.Reviewer);
        var site = SubmittedSites.Site("新地块", "New site", """{"type":"Polygon","coordinates":[[[116.6,35.4],[116.601,35.4],[116.601,35.401],[116.6,35.4]]]}""");
        var draft = (await staff.Post("/api/drafts", site)).Must(HttpStatusCode.Created);
        var code = (string)draft.Json!["code"]!;
        var set = await staff.Act(await staff.Draft(Body(Renamed("park-11", code), $$""" "drafts":["{{(string)draft.Json["id"]!}}"], """)), "submit");
        Assert.Equal("excluded-is-referred-to", (await reviewer.Post($"{set.Address}/approve", Excluding(code, "no"), set.Tag)).Must(HttpStatusCode.UnprocessableEntity).Code);
        (await reviewer.Post($"{set.Address}/approve", Excluding("park-11", "no"), set.Tag)).Must(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_is_open_of_an_excluded_feature_does_not_hold_up_the_rest_and_what_is_open_of_the_rest_does()
    {
        using var staff = await server.SignIn("contests", Role.Staff);
        using var reviewer = await server.SignIn("divides", Role.Reviewer);
        using var member = await server.SignIn("speaks", Role.Staff);
        await server.Database.Execute($"insert into account.membership (account, department) values ('{SignedIn.IdOf("speaks")}', 'water'), ('{SignedIn.IdOf("speaks")}', 'transport')");
        var submitted = await staff.SubmitSite("戊地块", 116.63, beside: Renamed("park-8", "Eight"));
        var tasks = (await reviewer.Read($"{submitted.Address}/contested-findings")).Json!["findings"]!.AsArray();
        var site = (string)tasks[0]!["code"]!;
        Task<Written> Ask(string department, string collection, string code) =>
            reviewer.Post($"{submitted.Address}/consultations", $$"""{"department":"{{department}}","question":"Does it?","collection":"{{collection}}","code":"{{code}}"}""");

        (await Ask("water", (string)tasks[0]!["collection"]!, site)).Must(HttpStatusCode.Created);
        Assert.Equal("contested-findings-open", (await reviewer.Post($"{submitted.Address}/approve", Excluding("park-8", "no"), submitted.Tag)).Must(HttpStatusCode.Conflict).Code);
        (await Ask("transport", "parks", "park-8")).Must(HttpStatusCode.Created);
        var outstanding = (await reviewer.Post($"{submitted.Address}/approve", Excluding(site, "The border is contested."), submitted.Tag)).Must(HttpStatusCode.Conflict);
        Assert.Equal(("words-outstanding", """["transport"]"""), (outstanding.Code, outstanding.Json!["args"]!["departments"]!.ToJsonString()));

        var asked = (await member.Read($"{submitted.Address}/consultations")).Json!["consultations"]!.AsArray();
        (await member.Post($"{submitted.Address}/consultations/{(long)asked[1]!["id"]!}/answer", """{"opinion":"no-objection"}""")).Must(HttpStatusCode.OK);
        (await reviewer.Post($"{submitted.Address}/approve", Excluding(site, "The border is contested."), submitted.Tag)).Must(HttpStatusCode.OK);
        Assert.Equal("Eight", await Name("park-8"));

        // The sheet says that they were open; nobody is asked any more.
        var decision = await Decision(staff, submitted.Id);
        Assert.All(decision["answers"]!["contested"]!.AsArray(), task => Assert.Equal((site, null), ((string)task!["code"]!, (string?)task["outcome"])));
        Assert.DoesNotContain((await member.Read("/api/review-queue")).Json!["change_sets"]!.AsArray(), set => (long)set!["id"]! == submitted.Id);
    }

    [Fact]
    public async Task What_was_excluded_stays_written_against_the_owner_too()
    {
        using var staff = await server.SignIn("owner", Role.Staff);
        using var reviewer = await server.SignIn("keeps", Role.Reviewer);
        var set = await Submitted(staff, Renamed("park-9", "Nine"), Renamed("park-10", "Ten"));
        (await reviewer.Post($"{set.Address}/approve", Excluding("park-10", "no"), set.Tag)).Must(HttpStatusCode.OK);
        foreach (var sql in new[] { "update plan.exclusion set reason = 'never said'", "delete from plan.exclusion", "truncate plan.exclusion" })
        {
            Assert.Equal("exclusions_are_final", (await Assert.ThrowsAsync<PostgresException>(() => server.Database.Execute(sql))).ConstraintName);
        }

        // No set becomes returned that no reviewer has seen, but by an exclusion.
        var draft = await staff.Draft(Body(Renamed("park-12", "Twelve")));
        Assert.Equal("change_sets_are_final", (await Assert.ThrowsAsync<PostgresException>(() => server.Database.Execute($"update plan.change_set set state = 'returned', decided_by = 'x', decided_at = now(), submitted_at = now() where id = {draft.Id}"))).ConstraintName);
    }

    private static string Renamed(string park, string name) => $$$"""{"collection":"parks","code":"{{{park}}}","based_on":1,"properties":{"name_en":"{{{name}}}"}}""";

    private static string Excluding(string code, string reason) => $$"""{"exclude":[{"code":"{{code}}","reason":"{{reason}}"}]}""";

    private static async Task<SetUnderTest> Submitted(HttpClient author, params string[] features) =>
        await author.Act(await author.Draft(Body(string.Join(',', features))), "submit");

    private async Task<string> Name(string park) => (string)(await server.Get($"/ogc/collections/parks/items/{park}"))["properties"]!["name_en"]!;

    private static async Task<JsonNode> Decision(HttpClient client, long set)
    {
        var id = (long)(await client.Read($"/api/change-sets/{set}/decisions")).Json!["decisions"]![0]!["id"]!;
        return (await client.Read($"/api/decisions/{id}")).Must(HttpStatusCode.OK).Json!;
    }
}
