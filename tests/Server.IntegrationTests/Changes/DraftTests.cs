using System.Net;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Accounts;

namespace SpatialPlan.Server.IntegrationTests.Changes;

/// <summary>What somebody is still working on is theirs alone, however broken it is.</summary>
public sealed class DraftTests(PlanServer server) : IClassFixture<PlanServer>
{
    private const string Site = """{"collection":"project-sites","properties":{"name_zh":"试验地块"},"geometry":{"type":"Polygon","coordinates":[[[116.6,35.4],[116.7,35.5],[116.7,35.4],[116.6,35.5],[116.6,35.4]]]},"note":"bow tie"}""";

    [Fact]
    public async Task A_draft_is_given_a_code_once_and_its_shape_stays_however_invalid()
    {
        using var anna = await server.SignIn("anna", Role.Staff);
        var first = (await anna.Post("/api/drafts", Site)).Must(HttpStatusCode.Created);
        var (id, code) = ((string)first.Json!["id"]!, (string)first.Json["code"]!);
        Assert.Matches($"^site-{DateTime.UtcNow.Year}-[0-9]{{4}}$", code);
        Assert.Equal($"\"draft-{id}-1\"", first.Tag);
        Assert.Equal(116.7, (double)first.Json["geometry"]!["coordinates"]![0]![1]![0]!);

        var saved = (await anna.Write(HttpMethod.Put, $"/api/drafts/{id}", """{"properties":{"name_zh":"改","land_area_m2":"not a number yet"},"geometry":{"type":"Polygon","coordinates":[]}}""", first.Tag)).Must(HttpStatusCode.OK);
        Assert.Equal((code, 2, "not a number yet"), ((string)saved.Json!["code"]!, (int)saved.Json["version"]!, (string)saved.Json["properties"]!["land_area_m2"]!));
        Assert.Equal(saved.Json.ToJsonString(), (await anna.Read($"/api/drafts/{id}")).Json!.ToJsonString());

        (await anna.Write(HttpMethod.Delete, $"/api/drafts/{id}", tag: saved.Tag)).Must(HttpStatusCode.NoContent);
        (await anna.Read($"/api/drafts/{id}")).Must(HttpStatusCode.NotFound);
        Assert.NotEqual(code, (string)(await anna.Post("/api/drafts", Site)).Must(HttpStatusCode.Created).Json!["code"]!);
    }

    [Fact]
    public async Task Nobody_else_finds_it_and_an_administrator_learns_only_that_it_exists()
    {
        using var anna = await server.SignIn("owner", Role.Staff);
        using var other = await server.SignIn("other", Role.Staff, Role.Reviewer, Role.Administrator);
        var draft = (await anna.Post("/api/drafts", Site)).Must(HttpStatusCode.Created);
        var address = $"/api/drafts/{(string)draft.Json!["id"]!}";
        foreach (var answer in new[]
        {
            await other.Read(address), await other.Write(HttpMethod.Put, address, """{"properties":{}}""", draft.Tag), await other.Write(HttpMethod.Delete, address, tag: draft.Tag),
            await other.Post("/api/change-sets", $$"""{"title":"t","basis":"b","drafts":["{{(string)draft.Json["id"]!}}"]}"""),
        })
        {
            answer.Must(HttpStatusCode.NotFound);
            Assert.Equal("draft-unknown", answer.Code);
        }

        Assert.Empty((await other.Read("/api/drafts")).Json!["drafts"]!.AsArray());
        var owners = (await other.Read("/api/draft-owners")).Must(HttpStatusCode.OK).Json!.ToJsonString();
        Assert.Contains("\"number\":", owners, StringComparison.Ordinal);
        Assert.Contains("\"owner_name\":\"owner\"", owners, StringComparison.Ordinal);
        Assert.DoesNotContain("试验地块", owners, StringComparison.Ordinal);
        Assert.DoesNotContain("site-", owners, StringComparison.Ordinal);
        (await anna.Read("/api/draft-owners")).Must(HttpStatusCode.Forbidden);
        (await anna.Read(address)).Must(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Whoever_saves_says_what_was_seen()
    {
        using var anna = await server.SignIn("anna", Role.Staff);
        var draft = (await anna.Post("/api/drafts", Site)).Must(HttpStatusCode.Created);
        var address = $"/api/drafts/{(string)draft.Json!["id"]!}";
        const string Body = """{"properties":{"name_zh":"二"}}""";
        Assert.Equal("if-match-missing", (await anna.Write(HttpMethod.Put, address, Body)).Must(HttpStatusCode.PreconditionRequired).Code);
        Assert.Equal("if-match-missing", (await anna.Write(HttpMethod.Delete, address)).Must(HttpStatusCode.PreconditionRequired).Code);
        foreach (var tag in new[] { "*", $"W/{draft.Tag}", "\"draft-1\"", "\"x\"", draft.Tag!.Replace("-1\"", "-2\"", StringComparison.Ordinal), draft.Tag.Replace("-1\"", "-99999999999\"", StringComparison.Ordinal) })
        {
            Assert.Equal("changed-meanwhile", (await anna.Write(HttpMethod.Put, address, Body, tag)).Must(HttpStatusCode.PreconditionFailed).Code);
        }

        var both = await Task.WhenAll(anna.Write(HttpMethod.Put, address, Body, draft.Tag), anna.Write(HttpMethod.Put, address, Body, draft.Tag));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.PreconditionFailed], both.Select(answer => answer.Status).Order());
        Assert.Equal(2, (int)(await anna.Read(address)).Json!["version"]!);
    }

    [Fact]
    public async Task A_double_click_and_a_retry_are_one_draft()
    {
        using var anna = await server.SignIn("clicks", Role.Staff);
        var both = await Task.WhenAll(anna.Post("/api/drafts", Site, key: "k-1"), anna.Post("/api/drafts", Site, key: "k-1"));
        Assert.All(both, answer => answer.Must(HttpStatusCode.Created));
        Assert.Equal(both[0].Json!.ToJsonString(), both[1].Json!.ToJsonString());
        Assert.Equal("idempotency-key-reused", (await anna.Post("/api/drafts", Site.Replace("bow", "tie", StringComparison.Ordinal), key: "k-1")).Must(HttpStatusCode.UnprocessableEntity).Code);
        Assert.Single((await anna.Read("/api/drafts")).Json!["drafts"]!.AsArray());

        const string Park = """{"collection":"parks","code":"park-2","based_on":1,"properties":{"name_en":"x"}}""";
        var of = await Task.WhenAll(anna.Post("/api/drafts", Park), anna.Post("/api/drafts", Park));
        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.Conflict], of.Select(answer => answer.Status).Order());
        var refused = of.Single(answer => answer.Status == HttpStatusCode.Conflict);
        Assert.Equal(("draft-exists", (string)of.Single(answer => answer.Status == HttpStatusCode.Created).Json!["id"]!), (refused.Code, (string)refused.Json!["args"]!["draft"]!));
    }

    [Fact]
    public async Task As_many_as_one_may_have_are_kept_and_no_more_whoever_many_come_at_once()
    {
        using var many = await server.SignIn("many", Role.Staff);
        var first = (await many.Post("/api/drafts", Site)).Must(HttpStatusCode.Created).Json!;
        await server.Database.Execute($"insert into plan.draft (owner, collection, code, content) select owner, collection, code || '-' || n, '{{}}' from plan.draft, generate_series(1, 998) n where id = '{(string)first["id"]!}'");
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => many.Post("/api/drafts", Site)));
        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Created);
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.Created), answer => Assert.Equal("too-many-drafts", answer.Must(HttpStatusCode.Conflict).Code));
    }

    [Theory]
    [InlineData("""{"collection":"parks","properties":{},"owner":"somebody"}""", 422, "property-unknown")]
    [InlineData("""{"collection":"parks","properties":{},"version":7}""", 422, "property-unknown")]
    [InlineData("""{"collection":"parks","properties":{"review_state":"approved"}}""", 422, "property-unknown")]
    [InlineData("""{"collection":"parks","properties":{"recorded_by":"x"}}""", 422, "property-unknown")]
    [InlineData("""{"collection":"parks","properties":{"not_stated":[]}}""", 422, "property-computed")]
    [InlineData("""{"collection":"projects","properties":{"industry_cluster":"x"}}""", 422, "property-computed")]
    [InlineData("""{"collection":"nothing","properties":{}}""", 422, "collection-unknown")]
    [InlineData("""{"properties":{}}""", 422, "property-missing")]
    [InlineData("""{"collection":"parks","code":"park-999"}""", 404, "feature-unknown")]
    [InlineData("""{"collection":"parks","code":"project-4-1-1"}""", 404, "feature-unknown")]
    [InlineData("""{"collection":"parks","properties":[]}""", 422, "property-type")]
    [InlineData("""{"collection":"parks","geometry":"POINT(1 2)"}""", 422, "property-type")]
    [InlineData("""{"collection":"parks","based_on":-1}""", 422, "property-type")]
    [InlineData("""{"collection":"parks","note":"\ud800"}""", 400, "malformed")]
    [InlineData("""{"collection":"parks","properties":{"\ud800":1}}""", 400, "malformed")]
    [InlineData("""{"collection":"parks","note":"\u0000"}""", 422, "nul-character")]
    [InlineData("""{"collection":"parks","note":"a\u0085b"}""", 422, "text-control-character")]
    [InlineData("""{"collection":"parks","properties":{"name_zh":"a\u202eb"}}""", 422, "text-control-character")]
    [InlineData("""{"collection":"parks","properties":{"aliases":["a\uffff"]}}""", 422, "text-control-character")]
    [InlineData("""{"collection":"parks","collection":"projects"}""", 400, "malformed")]
    [InlineData("""[]""", 400, "malformed")]
    [InlineData("""{""", 400, "malformed")]
    [InlineData("", 400, "malformed")]
    public async Task What_a_draft_cannot_say_is_refused(string body, int status, string code)
    {
        using var anna = await server.SignIn("refused", Role.Staff);
        Assert.Equal(code, (await anna.Post("/api/drafts", body)).Must((HttpStatusCode)status).Code);
        Assert.Empty((await anna.Read("/api/drafts")).Json!["drafts"]!.AsArray());
    }

    [Fact]
    public async Task It_is_not_larger_than_it_may_be_and_is_JSON()
    {
        using var anna = await server.SignIn("large", Role.Staff);
        Assert.Equal("text-too-long", (await anna.Post("/api/drafts", $$"""{"collection":"parks","note":"{{new string('x', 2001)}}"}""")).Must(HttpStatusCode.UnprocessableEntity).Code);
        Assert.Equal("too-large", (await anna.Post("/api/drafts", $$$"""{"collection":"parks","properties":{"name_zh":"{{{new string('x', 270_000)}}}"}}""")).Must(HttpStatusCode.RequestEntityTooLarge).Code);
        Assert.Equal("too-large", (await anna.Post("/api/drafts", $$$"""{"collection":"parks","properties":{"name_zh":"{{{new string('x', 6_000_000)}}}"}}""")).Must(HttpStatusCode.RequestEntityTooLarge).Code);
        using var form = await anna.PostAsync("/api/drafts", new FormUrlEncodedContent([new("collection", "parks")]), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, form.StatusCode);
        var deep = string.Concat(Enumerable.Repeat("[", 80)) + string.Concat(Enumerable.Repeat("]", 80));
        Assert.Equal("malformed", (await anna.Post("/api/drafts", $$$"""{"collection":"parks","geometry":{"coordinates":{{{deep}}}}}""")).Must(HttpStatusCode.BadRequest).Code);
    }

    [Fact]
    public async Task Whoever_is_no_staff_has_none()
    {
        (await server.Client.Read("/api/drafts")).Must(HttpStatusCode.Unauthorized);
        using var viewer = await server.SignIn("viewer", Role.Viewer, Role.Reviewer);
        (await viewer.Read("/api/drafts")).Must(HttpStatusCode.Forbidden);
        (await viewer.Post("/api/drafts", Site)).Must(HttpStatusCode.Forbidden);
    }
}
