using System.Net;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.IntegrationTests.Changes;

namespace SpatialPlan.Server.IntegrationTests.Review;

/// <summary>A reviewer asks a department for its word and the set waits for it; who speaks for the department gives it, and nobody else.</summary>
public sealed class ConsultationTests(PlanServer server) : IClassFixture<PlanServer>
{
    private const string Water = """{"department":"water","question":"Does it reach the flood land?"}""";

    /// <summary>Somebody of the staff who speaks for departments, all of them.</summary>
    private async Task<HttpClient> Member(string name, params string[] departments)
    {
        var member = await server.SignIn(name, Role.Staff);
        await Join(name, departments);
        return member;
    }

    private async Task Join(string name, params string[] departments)
    {
        using var administrator = await server.SignIn("administrates", Role.Administrator);
        var codes = string.Join(',', departments.Select(code => $"\"{code}\""));
        (await administrator.Write(HttpMethod.Put, $"/api/accounts/{SignedIn.IdOf(name)}/departments", $$"""{"departments":[{{codes}}]}""")).Must(HttpStatusCode.OK);
    }

    private static async Task<long> Last(HttpClient client, SetUnderTest set) =>
        (long)(await client.Read($"{set.Address}/consultations")).Must(HttpStatusCode.OK).Json!["consultations"]!.AsArray()[^1]!["id"]!;

    private static async Task<long[]> Queue(HttpClient client, string query) =>
        [.. (await client.Read($"/api/review-queue?{query}")).Must(HttpStatusCode.OK).Json!["change_sets"]!.AsArray().Select(set => (long)set!["id"]!)];

    [Fact]
    public async Task A_set_waits_for_the_word_of_a_department_and_the_sheet_has_it()
    {
        using var anna = await server.SignIn("anna", Role.Staff);
        using var ben = await server.SignIn("ben", Role.Reviewer);
        using var wade = await Member("wade", "water");
        var set = await server.Submitted(anna);
        (await ben.Post($"{set.Address}/consultations", Water)).Must(HttpStatusCode.Created);
        Assert.Equal("already-asked", (await ben.Post($"{set.Address}/consultations", Water)).Must(HttpStatusCode.Conflict).Code);

        // Who is asked is told so, and has it in their queue; who asks has it among what waits.
        Assert.Equal(("asked", set.Id), await Newest(wade));
        Assert.Equal([set.Id], await Queue(wade, ""));
        Assert.Contains(set.Id, await Queue(ben, "claimed=waiting"));
        Assert.DoesNotContain(set.Id, await Queue(ben, "claimed=nobody"));
        var outstanding = (await ben.Post($"{set.Address}/approve", tag: set.Tag)).Must(HttpStatusCode.Conflict);
        Assert.Equal(("words-outstanding", "water"), (outstanding.Code, (string)outstanding.Json!["args"]!["departments"]![0]!));

        var word = $"{set.Address}/consultations/{await Last(wade, set)}/answer";
        (await wade.Post(word, """{"opinion":"objection"}""")).Must(HttpStatusCode.UnprocessableEntity);
        (await wade.Post(word, """{"opinion":"perhaps","answer":"x"}""")).Must(HttpStatusCode.UnprocessableEntity);
        (await wade.Post(word, """{"opinion":"objection","answer":"It lies in the flood land."}""")).Must(HttpStatusCode.OK);
        Assert.Equal("action-not-possible", (await wade.Post(word, """{"opinion":"no-objection"}""")).Must(HttpStatusCode.Conflict).Code);
        Assert.Equal(("answered", set.Id), await Newest(ben));
        Assert.Empty(await Queue(wade, ""));

        // Against an objection with a reason alone.
        Assert.Equal("objection-needs-reason", (await ben.Post($"{set.Address}/approve", tag: set.Tag)).Must(HttpStatusCode.Conflict).Code);
        (await ben.Post($"{set.Address}/approve", """{"comment":"The dyke was built in 2025."}""", set.Tag)).Must(HttpStatusCode.OK);
        var decision = (long)(await anna.Read($"{set.Address}/decisions")).Json!["decisions"]![0]!["id"]!;
        Assert.True((bool)(await anna.Read($"/api/decisions/{decision}")).Json!["is_intact"]!);
        var sheet = await anna.GetStringAsync($"/api/decisions/{decision}/sheet?lang=en", TestContext.Current.CancellationToken);
        foreach (var part in new[] { "Words of departments", "Objection", "It lies in the flood land.", "wade", "<bdi>Water</bdi>" })
        {
            Assert.Contains(part, sheet, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_later_word_of_the_same_department_holds_and_a_question_is_taken_back_with_a_reason()
    {
        using var anna = await server.SignIn("bert", Role.Staff);
        using var ben = await server.SignIn("cora", Role.Reviewer);
        using var wade = await Member("dirk", "transport", "emergency");
        var set = await server.Submitted(anna);
        const string Ask = """{"department":"transport","question":"Is the road wide enough?"}""";
        (await ben.Post($"{set.Address}/consultations", Ask)).Must(HttpStatusCode.Created);
        (await wade.Post($"{set.Address}/consultations/{await Last(ben, set)}/answer", """{"opinion":"conditions","answer":"Widen it."}""")).Must(HttpStatusCode.OK);
        (await ben.Post($"{set.Address}/consultations", Ask)).Must(HttpStatusCode.Created);
        (await wade.Post($"{set.Address}/consultations/{await Last(ben, set)}/answer", """{"opinion":"no-objection"}""")).Must(HttpStatusCode.OK);
        (await ben.Post($"{set.Address}/consultations", Ask.Replace("transport", "emergency", StringComparison.Ordinal))).Must(HttpStatusCode.Created);
        var back = $"{set.Address}/consultations/{await Last(ben, set)}/take-back";
        (await ben.Post(back, "{}")).Must(HttpStatusCode.UnprocessableEntity);
        (await wade.Post(back, """{"reason":"x"}""")).Must(HttpStatusCode.Forbidden);
        (await ben.Post(back, """{"reason":"No answer for a month."}""")).Must(HttpStatusCode.OK);
        (await ben.Post($"{set.Address}/approve", tag: set.Tag)).Must(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_may_not_ask_or_answer_is_told_so_and_nothing_is_written()
    {
        using var anna = await Member("emma", "agriculture");
        using var ben = await server.SignIn("fritz", Role.Reviewer);
        using var other = await server.SignIn("greta", Role.Reviewer);
        using var wade = await Member("hans", "agriculture");
        using var stranger = await Member("ida", "water");
        using var viewer = await server.SignIn("jens", Role.Viewer);
        var set = await server.Submitted(anna);
        const string Ask = """{"department":"agriculture","question":"Is it farmland?"}""";
        (await anna.Post($"{set.Address}/consultations", Ask)).Must(HttpStatusCode.Forbidden);
        Assert.Equal("department-unknown", (await ben.Post($"{set.Address}/consultations", """{"department":"navy","question":"?"}""")).Must(HttpStatusCode.UnprocessableEntity).Code);
        Assert.Equal("department-has-nobody", (await ben.Post($"{set.Address}/consultations", """{"department":"culture-heritage","question":"?"}""")).Must(HttpStatusCode.UnprocessableEntity).Code);
        Assert.Equal("feature-unknown", (await ben.Post($"{set.Address}/consultations", """{"department":"agriculture","question":"?","collection":"projects","code":"project-x"}""")).Must(HttpStatusCode.NotFound).Code);
        (await ben.Post($"{set.Address}/consultations", """{"department":"agriculture","question":"?","finding":"belt:x"}""")).Must(HttpStatusCode.UnprocessableEntity);
        (await ben.Post($"{set.Address}/consultations", Ask)).Must(HttpStatusCode.Created);

        var (id, answer) = (await Last(ben, set), """{"opinion":"no-objection"}""");
        Assert.Equal("own-change", (await anna.Post($"{set.Address}/consultations/{id}/answer", answer)).Must(HttpStatusCode.Forbidden).Code);
        Assert.Equal("not-your-department", (await stranger.Post($"{set.Address}/consultations/{id}/answer", answer)).Must(HttpStatusCode.Forbidden).Code);
        Assert.Equal("not-your-department", (await ben.Post($"{set.Address}/consultations/{id}/answer", answer)).Must(HttpStatusCode.Forbidden).Code);
        (await viewer.Post($"{set.Address}/consultations/{id}/answer", answer)).Must(HttpStatusCode.Forbidden);
        var elsewhere = await server.Submitted(anna);
        Assert.Equal("consultation-unknown", (await wade.Post($"{elsewhere.Address}/consultations/{id}/answer", answer)).Must(HttpStatusCode.NotFound).Code);
        Assert.Equal("consultation-unknown", (await wade.Post($"{set.Address}/consultations/x/answer", answer)).Must(HttpStatusCode.NotFound).Code);

        // Another reviewer has it: they alone ask and take back.
        await other.Act(set, "claim");
        Assert.Equal("claimed-by-another", (await ben.Post($"{set.Address}/consultations/{id}/take-back", """{"reason":"x"}""")).Must(HttpStatusCode.Conflict).Code);

        // Who has left the department in between, and whose account is gone.
        await Join("hans");
        Assert.Equal("not-your-department", (await wade.Post($"{set.Address}/consultations/{id}/answer", answer)).Must(HttpStatusCode.Forbidden).Code);
        await Join("hans", "agriculture");
        await server.Database.Execute($"update account.account set disabled_at = now() where id = '{SignedIn.IdOf("hans")}'");
        (await wade.Post($"{set.Address}/consultations/{id}/answer", answer)).Must(HttpStatusCode.Unauthorized);
        (await other.Post($"{set.Address}/consultations/{id}/take-back", """{"reason":"Nobody is there any more."}""")).Must(HttpStatusCode.OK);
        Assert.Equal(["taken-back"], await server.Database.Rows($"select opinion from plan.consultation where change_set = {set.Id}"));
    }

    [Fact]
    public async Task Who_does_not_review_sees_of_the_queue_what_waits_for_their_word()
    {
        using var wade = await Member("karl", "water");
        Assert.Empty(await Queue(wade, ""));
        Assert.Empty(await Queue(wade, "claimed=asked"));
        Assert.Equal("not-allowed", (await wade.Read("/api/review-queue?claimed=nobody")).Must(HttpStatusCode.Forbidden).Code);
        var departments = (await wade.Read("/api/departments")).Must(HttpStatusCode.OK).Json!["departments"]!.AsArray();
        Assert.Equal(["water"], departments.Where(one => (bool)one!["is_mine"]!).Select(one => (string)one!["code"]!));
        Assert.Contains(departments.Single(one => (string)one!["code"]! == "water")!["members"]!.AsArray(), member => (string)member!["name"]! == "karl");
    }

    [Fact]
    public async Task Administrators_say_for_whom_an_account_speaks()
    {
        using var administrator = await server.SignIn("administrates", Role.Administrator);
        await server.AddAccount("lena", Role.Staff);
        var address = $"/api/accounts/{SignedIn.IdOf("lena")}/departments";
        Assert.Equal("department-unknown", (await administrator.Write(HttpMethod.Put, address, """{"departments":["navy"]}""")).Must(HttpStatusCode.UnprocessableEntity).Code);
        (await administrator.Write(HttpMethod.Put, address, """{"departments":"water"}""")).Must(HttpStatusCode.UnprocessableEntity);
        Assert.Equal("account-unknown", (await administrator.Write(HttpMethod.Put, $"/api/accounts/{Guid.NewGuid()}/departments", """{"departments":[]}""")).Must(HttpStatusCode.NotFound).Code);
        (await administrator.Write(HttpMethod.Put, address, """{"departments":["water","transport"]}""")).Must(HttpStatusCode.OK);
        Assert.Equal("departments-set", await server.Database.Ask<string>($"select action from account.event where account = '{SignedIn.IdOf("lena")}' order by id desc limit 1"));
    }

    private static async Task<(string, long)> Newest(HttpClient client)
    {
        var newest = (await client.Read("/api/notifications?limit=1")).Must(HttpStatusCode.OK).Json!["notifications"]![0]!;
        return ((string)newest["kind"]!, (long)newest["change_set"]!);
    }
}
