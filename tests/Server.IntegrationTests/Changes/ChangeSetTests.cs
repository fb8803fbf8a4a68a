using System.Net;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.IntegrationTests.Review;
using static SpatialPlan.Server.IntegrationTests.Review.SubmittedSets;

namespace SpatialPlan.Server.IntegrationTests.Changes;

/// <summary>From what staff proposes to what everybody sees, over HTTP.</summary>
public sealed class ChangeSetTests(PlanServer server) : IClassFixture<PlanServer>
{
    [Fact]
    public async Task An_unplaced_project_is_given_a_place_that_another_approves_and_the_map_before_stays()
    {
        using var staff = await server.SignIn("staff", Role.Staff);
        using var reviewer = await server.SignIn("reviewer", Role.Reviewer);
        var (code, version) = await server.Unplaced();
        var before = DateTime.UtcNow;
        var set = (await staff.Post("/api/change-sets", Body(Place(code, version)))).Must(HttpStatusCode.Created);
        var address = set.AsSet().Address;
        Assert.Equal(("draft", 1L, """["submit","withdraw"]"""), ((string)set.Json!["state"]!, (long)set.Json["number"]!, set.Json["actions"]!.ToJsonString()));
        (await reviewer.Read(address)).Must(HttpStatusCode.NotFound);

        var submitted = (await staff.Post($"{address}/submit", tag: set.Tag)).Must(HttpStatusCode.OK);
        Assert.Equal("in-review", (string)submitted.Json!["state"]!);
        var seen = (await reviewer.Read(address)).Must(HttpStatusCode.OK);
        var item = seen.Json!["items"]![0]!;
        Assert.Equal(("unplaced", "stated"), ((string)item["before"]!["properties"]!["placement"]!, (string)item["after"]!["properties"]!["placement"]!));
        Assert.Equal((string)item["before"]!["properties"]!["name_zh"]!, (string)item["after"]!["properties"]!["name_zh"]!);
        Assert.Null(item["before"]!["geometry"]);
        Assert.Equal("""["approve","return"]""", seen.Json["actions"]!.ToJsonString());
        Assert.Equal(("staff", null), ((string)seen.Json["author_name"]!, (string?)seen.Json["decided_by_name"]));
        Assert.Null((await server.Get($"/ogc/collections/projects/items/{code}"))["geometry"]);

        var approved = (await reviewer.Post($"{address}/approve", """{"comment":"ok"}""", seen.Tag)).Must(HttpStatusCode.OK);
        Assert.Equal(("approved", "[]"), ((string)approved.Json!["state"]!, approved.Json["actions"]!.ToJsonString()));
        Assert.Equal("reviewer", (string)approved.Json["decided_by_name"]!);
        var feature = await server.Get($"/ogc/collections/projects/items/{code}");
        Assert.Equal((116.61, version + 1), ((double)feature["geometry"]!["coordinates"]![0]!, (int)feature["properties"]!["version"]!));
        Assert.Null((await server.Get($"/ogc/collections/projects/items/{code}?as-of={before:yyyy-MM-ddTHH:mm:ss.fffZ}"))["geometry"]);
        Assert.Equal(
            ["submitted", "approve"],
            await server.Database.Rows($"select action from plan.event where collection = 'projects' and code = '{code}' and version = {version + 1} order by id"));
        Assert.Equal(1L, await server.Database.Ask<long>($"select count(*) from plan.point_change where sign = 1 and feature ->> 'code' = '{code}' and feature ->> 'lon' = '116.61'"));
    }

    [Fact]
    public async Task Nobody_approves_their_own_whatever_their_roles()
    {
        using var both = await server.SignIn("both", Role.Staff, Role.Reviewer, Role.Administrator);
        var set = await server.Submitted(both);
        Assert.Equal("own-change", (await both.Post($"{set.Address}/approve", tag: set.Tag)).Must(HttpStatusCode.Forbidden).Code);
        Assert.Equal("own-change", (await both.Post($"{set.Address}/return", """{"comment":"no"}""", set.Tag)).Must(HttpStatusCode.Forbidden).Code);
        Assert.Equal("in-review", (string)(await both.Read(set.Address)).Json!["state"]!);
        (await both.Post($"{set.Address}/withdraw", tag: set.Tag)).Must(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_returned_set_is_mended_and_submitted_again()
    {
        using var staff = await server.SignIn("mends", Role.Staff);
        using var reviewer = await server.SignIn("returns", Role.Reviewer);
        var set = await server.Submitted(staff);
        Assert.Equal("property-missing", (await reviewer.Post($"{set.Address}/return", "{}", set.Tag)).Must(HttpStatusCode.UnprocessableEntity).Code);
        var returned = (await reviewer.Post($"{set.Address}/return", """{"comment":"why there?"}""", set.Tag)).Must(HttpStatusCode.OK);
        Assert.Equal("why there?", (string)(await staff.Read(set.Address)).Json!["comment"]!);
        var mended = (await staff.Write(HttpMethod.Put, set.Address, Body(Place(set.Code, set.Version, 116.62)), returned.Tag)).Must(HttpStatusCode.OK);
        var again = (await staff.Post($"{set.Address}/submit", tag: mended.Tag)).Must(HttpStatusCode.OK);
        Assert.Equal("action-not-possible", (await staff.Write(HttpMethod.Put, set.Address, Body(Place(set.Code, set.Version)), again.Tag)).Must(HttpStatusCode.Conflict).Code);
        (await reviewer.Post($"{set.Address}/approve", tag: again.Tag)).Must(HttpStatusCode.OK);
        Assert.Equal(
            [$"{set.Version + 1}|returned", $"{set.Version + 2}|approved"],
            await server.Database.Rows($"select version, review_state from feature.projects where code = '{set.Code}' and version > {set.Version} order by 1"));
    }

    [Fact]
    public async Task What_was_approved_is_final_and_is_undone_by_another_set()
    {
        using var staff = await server.SignIn("undoes", Role.Staff);
        using var reviewer = await server.SignIn("decides", Role.Reviewer);
        var set = await server.Submitted(staff);
        var approved = (await reviewer.Post($"{set.Address}/approve", tag: set.Tag)).Must(HttpStatusCode.OK);
        foreach (var (who, action, code) in new[] { (staff, "submit", "action-not-possible"), (staff, "withdraw", "action-not-possible"), (reviewer, "return", "action-not-possible"), (reviewer, "approve", "action-not-possible") })
        {
            Assert.Equal(code, (await who.Post($"{set.Address}/{action}", """{"comment":"x"}""", approved.Tag)).Must(HttpStatusCode.Conflict).Code);
        }

        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => server.Database.Execute("update plan.change_set set title = 'x' where state = 'approved'"));
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => server.Database.Execute("delete from plan.change_set"));
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => server.Database.Execute("delete from plan.change_item"));
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => server.Database.Execute("truncate plan.change_set, plan.change_item"));

        var undo = (await staff.Post($"{set.Address}/undo", """{"title":"undo","basis":"order 7"}""", approved.Tag)).Must(HttpStatusCode.Created);
        Assert.Equal(set.Id, (long)undo.Json!["reverses"]!);
        await reviewer.Act(await staff.Act(undo.AsSet(), "submit"), "approve");
        Assert.Null((await server.Get($"/ogc/collections/projects/items/{set.Code}"))["geometry"]);
        Assert.Equal("base-is-stale", (await staff.Post($"{set.Address}/undo", """{"title":"again","basis":"order 8"}""", approved.Tag)).Must(HttpStatusCode.Conflict).Code);
    }

    [Fact]
    public async Task A_new_site_from_a_draft_is_withdrawn_and_comes_back()
    {
        using var staff = await server.SignIn("draws", Role.Staff);
        using var reviewer = await server.SignIn("looks", Role.Reviewer);
        var draft = (await staff.Post("/api/drafts", SubmittedSites.Site("新地块", "New site", """{"type":"Polygon","coordinates":[[[116.6,35.4],[116.601,35.4],[116.601,35.401],[116.6,35.4]]]}"""))).Must(HttpStatusCode.Created);
        var code = (string)draft.Json!["code"]!;
        var made = await Approved(staff, reviewer, $$"""{"title":"site","basis":"doc 1","drafts":["{{(string)draft.Json["id"]!}}"]}""");
        Assert.Empty((await staff.Read("/api/drafts")).Json!["drafts"]!.AsArray());
        Assert.Equal("MultiPolygon", (string)(await server.Get($"/ogc/collections/project-sites/items/{code}"))["geometry"]!["type"]!);

        var gone = await Approved(staff, reviewer, $$"""{"title":"gone","basis":"doc 2","features":[{"collection":"project-sites","code":"{{code}}","based_on":1,"action":"withdraw"}]}""");
        await server.GetProblem($"/ogc/collections/project-sites/items/{code}", HttpStatusCode.NotFound);
        Assert.Equal("base-is-stale", (await staff.Post($"{made.Address}/undo", """{"title":"u","basis":"b"}""", made.Tag)).Must(HttpStatusCode.Conflict).Code);
        var undo = (await staff.Post($"{gone.Address}/undo", """{"title":"back","basis":"doc 3"}""", gone.Tag)).Must(HttpStatusCode.Created);
        await reviewer.Act(await staff.Act(undo.AsSet(), "submit"), "approve");
        Assert.Equal(2, (int)(await server.Get($"/ogc/collections/project-sites/items/{code}"))["properties"]!["version"]!);
    }

    [Fact]
    public async Task Two_approvals_at_once_a_double_click_and_a_retry_are_one()
    {
        using var staff = await server.SignIn("author", Role.Staff);
        using var one = await server.SignIn("first", Role.Reviewer);
        using var two = await server.SignIn("second", Role.Reviewer);
        var set = await server.Submitted(staff);
        var both = await Task.WhenAll(one.Post($"{set.Address}/approve", tag: set.Tag), two.Post($"{set.Address}/approve", tag: set.Tag));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.PreconditionFailed], both.Select(answer => answer.Status).Order());
        Assert.Equal(1L, await server.Database.Ask<long>($"select count(*) from feature.projects where code = '{set.Code}' and review_state = 'approved'"));

        var (code, version) = await server.Unplaced();
        var clicks = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => staff.Post("/api/change-sets", Body(Place(code, version)), key: "click")));
        Assert.Single(clicks.Select(answer => answer.Must(HttpStatusCode.Created).Json!.ToJsonString()).Distinct());
        Assert.Single((await staff.Read("/api/change-sets?state=draft")).Json!["change_sets"]!.AsArray());
        Assert.Equal("idempotency-key-reused", (await staff.Post("/api/change-sets", Body(Place(code, version, 116.7)), key: "click")).Must(HttpStatusCode.UnprocessableEntity).Code);
        Assert.Equal("idempotency-key-invalid", (await staff.Post("/api/change-sets", Body(Place(code, version)), key: "with space")).Must(HttpStatusCode.BadRequest).Code);
    }

    [Fact]
    public async Task A_stale_base_is_refused_when_it_is_written_submitted_and_approved()
    {
        using var staff = await server.SignIn("slow", Role.Staff);
        using var quick = await server.SignIn("quick", Role.Staff);
        using var reviewer = await server.SignIn("judge", Role.Reviewer);
        var (code, version) = await server.Unplaced();
        var slow = (await staff.Post("/api/change-sets", Body(Place(code, version)))).Must(HttpStatusCode.Created);
        await Approved(quick, reviewer, Body(Place(code, version, 116.63)));
        Assert.Equal("base-is-stale", (await staff.Post($"{slow.AsSet().Address}/submit", tag: slow.Tag)).Must(HttpStatusCode.Conflict).Code);
        Assert.Equal("base-is-stale", (await staff.Post("/api/change-sets", Body(Place(code, version)))).Must(HttpStatusCode.Conflict).Code);
        var open = await server.Submitted(staff);
        var other = (await quick.Post("/api/change-sets", Body(Place(open.Code, open.Version)))).Must(HttpStatusCode.Created);
        Assert.Equal("already-submitted", (await quick.Post($"{other.AsSet().Address}/submit", tag: other.Tag)).Must(HttpStatusCode.Conflict).Code);
    }

    [Theory]
    [InlineData("""{"placement":"stated"}""", "null", "placement-without-agreement")]
    [InlineData("""{"placement":"stated"}""", """{"type":"Point","coordinates":[116.6,35.4]}""", "accuracy-missing")]
    [InlineData("""{"placement":"inferred","accuracy_m":10}""", """{"type":"Point","coordinates":[116.6,35.4]}""", "accuracy-of-inferred")]
    [InlineData("""{"placement":"stated","accuracy_m":10}""", """{"type":"Point","coordinates":[35.4,116.6]}""", "geometry-far-away")]
    [InlineData("""{"placement":"stated","accuracy_m":10}""", """{"type":"LineString","coordinates":[[116.6,35.4],[116.7,35.5]]}""", "geometry-malformed|schema")]
    [InlineData("""{"placement":"stated","accuracy_m":10}""", """{"type":"Point","coordinates":["a","b"]}""", "geometry-malformed")]
    [InlineData("""{"placement":"stated","accuracy_m":10}""", """{"type":"Point"}""", "geometry-malformed|schema")]
    [InlineData("""{"plan_status":"nonsense"}""", null, "term-unknown")]
    [InlineData("""{"plan_status":7}""", null, "schema")]
    [InlineData("""{"investment_cny":-1}""", null, "schema")]
    [InlineData("""{"name_zh":""}""", null, "schema")]
    [InlineData("""{"name_zh":null}""", null, "schema")]
    [InlineData("""{"name_zh":"a\tb"}""", null, "text-control-character")]
    [InlineData("""{"name_zh":"a\u2028b"}""", null, "text-control-character")]
    [InlineData("""{"park":"park-999"}""", null, "reference-unknown")]
    [InlineData("""{"citations":[{"paragraph":7}]}""", null, "schema")]
    [InlineData("""{"outputs":[{"nonsense":1}]}""", null, "schema")]
    [InlineData("""{"horizon_from":2030,"horizon_to":2020}""", null, "horizon-reversed")]
    public async Task What_is_wrong_with_a_feature_is_said_when_it_is_submitted(string properties, string? geometry, string codes)
    {
        using var staff = await server.SignIn("errs", Role.Staff);
        var (code, version) = await server.Unplaced();
        var shape = geometry is null ? "" : $",\"geometry\":{geometry}";
        var set = (await staff.Post("/api/change-sets", $$"""{"title":"t","basis":"b","features":[{"collection":"projects","code":"{{code}}","based_on":{{version}},"properties":{{properties}}{{shape}}}]}""")).Must(HttpStatusCode.Created);
        var refused = (await staff.Post($"{set.AsSet().Address}/submit", tag: set.Tag)).Must(HttpStatusCode.UnprocessableEntity);
        Assert.Equal("features-have-faults", refused.Code);
        Assert.Contains(refused.Json!["args"]!["faults"]!.AsArray(), fault => codes.Split('|').Contains((string)fault!["fault"]!));
        Assert.Equal("draft", (string)(await staff.Read(set.AsSet().Address)).Json!["state"]!);
    }

    [Theory]
    [InlineData("""{"title":"t","basis":"b"}""", 422, "change-set-empty")]
    [InlineData("""{"title":" ","basis":"b","features":[{}]}""", 422, "property-empty")]
    [InlineData("""{"basis":"b","features":[{}]}""", 422, "property-missing")]
    [InlineData("""{"title":"t","features":[{}]}""", 422, "property-missing")]
    [InlineData("""{"title":"t","basis":"b","author":"x","features":[]}""", 422, "property-unknown")]
    [InlineData("""{"title":"t","basis":"b","state":"approved","features":[]}""", 422, "property-unknown")]
    [InlineData("""{"title":"t","basis":"b","features":[7]}""", 422, "property-type")]
    [InlineData("""{"title":"t","basis":"b","features":[{"collection":"parks","code":"park-2","properties":{}}]}""", 422, "property-missing")]
    [InlineData("""{"title":"t","basis":"b","features":[{"collection":"parks","code":"park-2","based_on":9}]}""", 409, "base-is-stale")]
    [InlineData("""{"title":"t","basis":"b","features":[{"collection":"parks","code":"park-99"}]}""", 422, "feature-unknown")]
    [InlineData("""{"title":"t","basis":"b","features":[{"collection":"parks","action":"withdraw"}]}""", 422, "property-missing")]
    [InlineData("""{"title":"t","basis":"b","features":[{"collection":"parks","code":"park-2","based_on":1,"action":"approve"}]}""", 422, "value-unknown")]
    [InlineData("""{"title":"t","basis":"b","features":[{"collection":"parks","code":"park-2","based_on":1,"review_state":"approved"}]}""", 422, "property-unknown")]
    [InlineData("""{"title":"t","basis":"b","features":[{"collection":"parks","code":"park-2","based_on":1,"properties":{"recorded_by":"x"}}]}""", 422, "property-unknown")]
    [InlineData("""{"title":"t","basis":"b","features":[{"collection":"parks","code":"park-2","based_on":1},{"collection":"parks","code":"park-2","based_on":1}]}""", 422, "feature-repeated")]
    [InlineData("""{"title":"t","basis":"b","drafts":["x"]}""", 422, "property-type")]
    public async Task What_a_set_cannot_say_is_refused(string body, int status, string code)
    {
        using var staff = await server.SignIn("careless", Role.Staff);
        Assert.Equal(code, (await staff.Post("/api/change-sets", body)).Must((HttpStatusCode)status).Code);
        Assert.Empty((await staff.Read("/api/change-sets?state=draft")).Json!["change_sets"]!.AsArray());
    }

    [Fact]
    public async Task An_action_says_what_was_seen()
    {
        using var staff = await server.SignIn("hasty", Role.Staff);
        var (code, version) = await server.Unplaced();
        var set = (await staff.Post("/api/change-sets", Body(Place(code, version)))).Must(HttpStatusCode.Created);
        var address = set.AsSet().Address;
        foreach (var action in new[] { "submit", "withdraw", "undo" })
        {
            Assert.Equal("if-match-missing", (await staff.Post($"{address}/{action}", "{}")).Must(HttpStatusCode.PreconditionRequired).Code);
        }

        Assert.Equal("changed-meanwhile", (await staff.Post($"{address}/submit", tag: "\"change-set-1-99\"")).Must(HttpStatusCode.PreconditionFailed).Code);
        (await staff.Post("/api/change-sets/999999999999/submit", tag: "\"change-set-999999999999-1\"")).Must(HttpStatusCode.NotFound);
        (await staff.Post("/api/change-sets/x/submit", tag: "\"change-set-x-1\"")).Must(HttpStatusCode.NotFound);
        (await staff.Post($"{address}/approve", tag: set.Tag)).Must(HttpStatusCode.Forbidden);
        (await server.Client.Post($"{address}/submit", tag: set.Tag)).Must(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_tag_of_an_item_says_what_was_seen_of_it()
    {
        using var staff = await server.SignIn("holds", Role.Staff);
        using var reviewer = await server.SignIn("agrees", Role.Reviewer);
        var (code, version) = await server.Unplaced();
        var tag = (await staff.Read($"/ogc/collections/projects/items/{code}")).Must(HttpStatusCode.OK).Tag!;
        var unsaid = Body(Place(code, version)).Replace($"\"based_on\":{version},", "", StringComparison.Ordinal);
        var set = (await staff.Post("/api/change-sets", unsaid, tag)).Must(HttpStatusCode.Created);
        Assert.Equal(version, (int)(await staff.Read(set.AsSet().Address)).Json!["items"]![0]!["based_on"]!);
        var draft = $$"""{"collection":"projects","code":"{{code}}","properties":{} }""";
        var kept = (await staff.Post("/api/drafts", draft, tag)).Must(HttpStatusCode.Created);
        Assert.Equal(version, (int)kept.Json!["based_on"]!);
        (await staff.Write(HttpMethod.Delete, $"/api/drafts/{(string)kept.Json["id"]!}", tag: kept.Tag)).Must(HttpStatusCode.NoContent);

        // Another feature, another version, nothing that was seen of one, and one for many.
        var second = unsaid.Replace("\"features\":[", "\"features\":[{\"collection\":\"parks\",\"code\":\"park-2\",\"based_on\":1,\"properties\":{\"name_en\":\"x\"}},", StringComparison.Ordinal);
        foreach (var (body, other) in new[] { (unsaid, "\"park-2-1.00000000\""), (unsaid, $"\"{code}-99.00000000\""), (unsaid, $"\"{code}-{version}\""), (unsaid, "*"), (unsaid, $"W/{tag}"), (second, tag), (Body(Place(code, version + 1)), tag) })
        {
            Assert.Equal("changed-meanwhile", (await staff.Post("/api/change-sets", body, other)).Must(HttpStatusCode.PreconditionFailed).Code);
        }

        await Approved(staff, reviewer, Body(Place(code, version)));
        Assert.Equal("changed-meanwhile", (await staff.Post("/api/change-sets", unsaid, tag)).Must(HttpStatusCode.PreconditionFailed).Code);
        Assert.Equal("changed-meanwhile", (await staff.Post("/api/drafts", draft, tag)).Must(HttpStatusCode.PreconditionFailed).Code);
        Assert.Equal(0L, await server.Database.Ask<long>($"select count(*) from plan.draft where owner = '{SignedIn.IdOf("holds")}'"));
    }
}
