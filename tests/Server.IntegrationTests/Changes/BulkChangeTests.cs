using System.Net;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.IntegrationTests.Review;

namespace SpatialPlan.Server.IntegrationTests.Changes;

/// <summary>The same values for all features that a filter finds: looked at, proposed as one change set, approved by another, undone.</summary>
public sealed class BulkChangeTests(PlanServer server) : IClassFixture<PlanServer>
{
    private const string Bulk = "/api/change-sets/bulk";

    [Fact]
    public async Task What_was_looked_at_is_what_is_proposed_published_and_undone()
    {
        using var staff = await server.SignIn("changes-many", Role.Staff);
        using var reviewer = await server.SignIn("approves-many", Role.Reviewer);
        using var reviewing = await server.SignIn("also-reviews", Role.Staff, Role.Reviewer);
        var before = await server.Database.Rows("select code, coalesce(description, '') from published.projects where plan_status = 'under-construction' order by code");
        var found = await Preview(staff, "projects", "plan_status = 'under-construction'", """{"description":"as of the survey"}""");
        Assert.Equal(before.Select(row => row.Split('|')[0]), found["features"]!.AsArray().Select(feature => (string)feature!["code"]!));
        Assert.Equal((before.Count, 0, 0), ((int)found["number"]!, (int)found["unchanged"]!, (int)found["under_review"]!));
        Assert.Equal(await server.Database.Ask<long>("select count(*) from published.projects where plan_status = 'under-construction' and geom is null"), (long)found["unplaced"]!);
        Assert.All(found["features"]!.AsArray(), feature => Assert.NotEmpty((string)feature!["name_zh"]!));

        var set = (await Create(reviewing, found, "projects", """{"description":"as of the survey"}""")).Must(HttpStatusCode.Created);
        var address = set.AsSet().Address;
        Assert.Equal(("in-review", before.Count), ((string)set.Json!["state"]!, (int)set.Json["number"]!));

        // Nobody else is in the way of it meanwhile, and nobody approves their own.
        var waiting = (await staff.Post($"{Bulk}/preview", Body("projects", "plan_status = 'under-construction'", """{"description":"another"}"""))).Must(HttpStatusCode.UnprocessableEntity).Json!;
        Assert.Equal(("bulk-changes-nothing", before.Count), ((string)waiting["code"]!, (int)waiting["args"]!["under_review"]!));
        Assert.Equal("own-change", (await reviewing.Post($"{address}/approve", "{}", set.Tag)).Must(HttpStatusCode.Forbidden).Code);
        Assert.DoesNotContain("as of the survey", (await server.Get("/ogc/collections/projects/items?limit=1000")).ToJsonString(), StringComparison.Ordinal);

        var approved = (await reviewer.Post($"{address}/approve", "{}", set.Tag)).Must(HttpStatusCode.OK);
        Assert.Equal(before.Count, await server.Database.Ask<long>("select count(*) from published.projects where description = 'as of the survey'"));
        var same = (await staff.Post($"{Bulk}/preview", Body("projects", "plan_status = 'under-construction'", """{"description":"as of the survey"}"""))).Must(HttpStatusCode.UnprocessableEntity).Json!;
        Assert.Equal(("bulk-changes-nothing", before.Count), ((string)same["code"]!, (int)same["args"]!["unchanged"]!));

        var undo = (await reviewing.Post($"{address}/undo", """{"title":"back","basis":"it was wrong"}""", approved.Tag)).Must(HttpStatusCode.Created);
        await reviewer.Act(await reviewing.Act(undo.AsSet(), "submit"), "approve");
        Assert.Equal(before, await server.Database.Rows("select code, coalesce(description, '') from published.projects where plan_status = 'under-construction' order by code"));
    }

    [Fact]
    public async Task What_has_moved_since_it_was_looked_at_is_told_and_nothing_is_written()
    {
        using var staff = await server.SignIn("looks", Role.Staff);
        using var other = await server.SignIn("is-faster", Role.Staff);
        using var reviewer = await server.SignIn("lets-pass", Role.Reviewer);
        const string Values = """{"placement_reason_en":"By the survey"}""";
        var found = await Preview(staff, "facilities", "code >= ''", Values);
        var (changed, withdrawn) = (found["features"]![0]!, found["features"]![1]!);
        var meanwhile = (await other.Post("/api/change-sets", $$$"""
            {"title":"t","basis":"b","submit":true,"features":[
              {"collection":"facilities","code":"{{{(string)changed["code"]!}}}","based_on":{{{(int)changed["version"]!}}},"properties":{"placement_reason_en":"Another reason"}},
              {"collection":"facilities","code":"{{{(string)withdrawn["code"]!}}}","based_on":{{{(int)withdrawn["version"]!}}},"action":"withdraw"}]}
            """)).Must(HttpStatusCode.Created);
        await reviewer.Act(meanwhile.AsSet(), "approve");

        var sets = await server.Database.Ask<long>("select count(*) from plan.change_set");
        var moved = (await Create(staff, found, "facilities", Values)).Must(HttpStatusCode.Conflict).Json!;
        Assert.Equal(("bases-have-moved", 2), ((string)moved["code"]!, (int)moved["args"]!["number"]!));
        Assert.Equal(
            [((string)changed["code"]!, (int?)((int)changed["version"]! + 1)), ((string)withdrawn["code"]!, null)],
            moved["args"]!["features"]!.AsArray().Select(feature => ((string)feature!["code"]!, (int?)feature["stands"])));
        Assert.Equal(sets, await server.Database.Ask<long>("select count(*) from plan.change_set"));
    }

    [Fact]
    public async Task A_base_that_is_withdrawn_while_the_set_is_in_review_refuses_all_of_it()
    {
        using var staff = await server.SignIn("waits", Role.Staff);
        using var reviewer = await server.SignIn("comes-late", Role.Reviewer);
        const string Values = """{"placement_reason_en":"By the other survey"}""";
        var found = await Preview(staff, "hubs", "code >= ''", Values);
        var set = (await Create(staff, found, "hubs", Values)).Must(HttpStatusCode.Created);
        var first = found["features"]![0]!;
        await server.Database.Execute($"select plan.close_versions('hubs', '(select ''{(string)first["code"]!}''::text as code, {(int)first["version"]!} as version, ''withdrawn''::text as state)', null, 'operator', clock_timestamp())");
        var refused = (await reviewer.Post($"{set.AsSet().Address}/approve", "{}", set.Tag)).Must(HttpStatusCode.Conflict).Json!;
        Assert.Equal("base-is-stale", (string)refused["code"]!);
        Assert.Equal(0L, await server.Database.Ask<long>("select count(*) from published.hubs where placement_reason_en = 'By the other survey'"));
    }

    [Theory]
    [InlineData("projects", "code = 'nobody'", """{"description":"x"}""", 422, "bulk-changes-nothing")]
    [InlineData("projects", "no_such_property = 1", """{"description":"x"}""", 400, "filter-property-unknown")]
    [InlineData("projects", "horizon_from <", """{"description":"x"}""", 400, "filter-syntax")]
    [InlineData("projects", "code >= ''", """{"no_such_property":"x"}""", 422, "property-unknown")]
    [InlineData("projects", "code >= ''", """{"not_stated":[]}""", 422, "property-computed")]
    [InlineData("projects", "code >= ''", """{"review_state":"approved"}""", 422, "property-unknown")]
    [InlineData("projects", "code >= ''", "{}", 422, "property-missing")]
    [InlineData("nothing", "code >= ''", """{"description":"x"}""", 422, "collection-unknown")]
    [InlineData("projects", "", """{"description":"x"}""", 422, "property-empty")]
    [InlineData("projects", "code >= ''", """{"investment_cny":-1}""", 422, "features-have-faults")]
    [InlineData("projects", "code >= ''", """{"name_zh":null}""", 422, "features-have-faults")]
    [InlineData("projects", "code >= ''", """{"park":"park-999"}""", 422, "features-have-faults")]
    [InlineData("projects", "code >= ''", """{"unified_social_credit_code":"91350100M000100Y44"}""", 422, "features-have-faults")]
    public async Task What_cannot_be_changed_so_is_refused_with_its_code(string collection, string filter, string properties, int status, string code)
    {
        using var staff = await server.SignIn("tries", Role.Staff);
        Assert.Equal(code, (await staff.Post($"{Bulk}/preview", Body(collection, filter, properties))).Must((HttpStatusCode)status).Code);
    }

    [Fact]
    public async Task More_than_a_set_holds_is_refused_before_anything_is_written()
    {
        using var staff = await server.SignIn("wants-too-much", Role.Staff);
        var features = new JsonArray([.. Enumerable.Range(1, 10_001).Select(number => (JsonNode)new JsonObject { ["code"] = $"project-{number}", ["version"] = 1 })]);
        var body = new JsonObject { ["title"] = "t", ["basis"] = "b", ["collection"] = "projects", ["properties"] = new JsonObject { ["description"] = "x" }, ["features"] = features };
        var refused = (await staff.Post(Bulk, body.ToJsonString())).Must(HttpStatusCode.UnprocessableEntity).Json!;
        Assert.Equal(("too-many-features", 10_000), ((string)refused["code"]!, (int)refused["args"]!["maximum"]!));
        Assert.Equal("change-set-empty", (await staff.Post(Bulk, """{"title":"t","basis":"b","collection":"projects","properties":{"description":"x"},"features":[]}""")).Must(HttpStatusCode.UnprocessableEntity).Code);
    }

    [Fact]
    public async Task A_faulty_value_is_refused_for_all_and_leaves_no_set()
    {
        using var staff = await server.SignIn("errs", Role.Staff);
        const string Values = """{"plan_status":"finished"}""";
        var seen = (await staff.Post($"{Bulk}/preview", Body("parks", "code >= ''", Values))).Must(HttpStatusCode.UnprocessableEntity).Json!;
        Assert.Equal(("features-have-faults", 1, "term-unknown"), ((string)seen["code"]!, (int)seen["args"]!["number"]!, (string)seen["args"]!["faults"]![0]!["fault"]!));
        var found = await Preview(staff, "parks", "code >= ''", """{"plan_status":"planned"}""");
        var sets = await server.Database.Ask<long>("select count(*) from plan.change_set");
        var refused = (await Create(staff, found, "parks", Values)).Must(HttpStatusCode.UnprocessableEntity).Json!;
        Assert.Equal(("features-have-faults", (int)found["number"]!), ((string)refused["code"]!, (int)refused["args"]!["number"]!));
        Assert.Equal(sets, await server.Database.Ask<long>("select count(*) from plan.change_set"));
    }

    private static string Body(string collection, string filter, string properties) =>
        new JsonObject { ["collection"] = collection, ["filter"] = filter, ["properties"] = JsonNode.Parse(properties) }.ToJsonString();

    private static async Task<JsonNode> Preview(HttpClient staff, string collection, string filter, string properties) =>
        (await staff.Post($"{Bulk}/preview", Body(collection, filter, properties))).Must(HttpStatusCode.OK).Json!;

    private static Task<Written> Create(HttpClient staff, JsonNode found, string collection, string properties) => staff.Post(Bulk, new JsonObject
    {
        ["title"] = "many",
        ["basis"] = "document 9",
        ["collection"] = collection,
        ["properties"] = JsonNode.Parse(properties),
        ["features"] = new JsonArray([.. found["features"]!.AsArray().Select(feature => (JsonNode)new JsonObject { ["code"] = (string)feature!["code"]!, ["version"] = (int)feature["version"]! })]),
        ["submit"] = true,
    }.ToJsonString());
}
