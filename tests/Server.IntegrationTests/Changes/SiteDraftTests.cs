using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SpatialPlan.Server.Accounts;

namespace SpatialPlan.Server.IntegrationTests.Changes;

/// <summary>A site that somebody draws is a project and its ground, under one code and in one change set.</summary>
public sealed class SiteDraftTests(PlanServer server) : IClassFixture<PlanServer>
{
    /// <summary>Beside the others: two sites on one ground are an error of the check.</summary>
    private static readonly string Mended = Ground.Replace("116.6", "116.7", StringComparison.Ordinal);

    private static readonly string Other = Said.Replace("试验基地", "第二基地", StringComparison.Ordinal);

    private const string Ground = """{"type":"Polygon","coordinates":[[[116.61,35.41],[116.62,35.41],[116.62,35.42],[116.61,35.42],[116.61,35.41]]]}""";
    private const string Bowtie = """{"type":"Polygon","coordinates":[[[116.61,35.41],[116.62,35.42],[116.62,35.41],[116.61,35.42],[116.61,35.41]]]}""";

    private const string Said = """
        "name_zh":"高端液压件试验基地","industry_chain":"construction-machinery","plan_status":"planned","accuracy_m":5,"investment_cny":6e8,
        "land_area_m2":1007000,"basis_document":"济高新发〔2026〕3号","unified_social_credit_code":"91350100M000100Y43","snapped_to_schematic":"yes"
        """;

    private static string Draft(string said = Said, string ground = Ground, string more = "") => $$"""{"collection":"project-sites","properties":{{{said}}},"geometry":{{ground}}{{more}}}""";

    private static string Submit(JsonNode draft) => $$"""{"title":"新地块","basis":"济高新发〔2026〕3号","drafts":["{{(string)draft["id"]!}}"],"submit":true}""";

    [Fact]
    public async Task It_is_published_as_both_with_the_area_of_the_drawing_and_what_was_typed_beside_it()
    {
        using var anna = await server.SignIn("anna", Role.Staff);
        using var ben = await server.SignIn("ben", Role.Reviewer);
        var draft = (await anna.Post("/api/drafts", Draft(more: ""","contact":"王工 0537-0000000" """))).Must(HttpStatusCode.Created).Json!;
        var code = (string)draft["code"]!;
        var set = (await anna.Post("/api/change-sets", Submit(draft))).Must(HttpStatusCode.Created);
        Assert.Equal(("in-review", 2), ((string)set.Json!["state"]!, (int)set.Json["number"]!));
        Assert.Empty((await anna.Read("/api/drafts")).Json!["drafts"]!.AsArray());

        var address = $"/api/change-sets/{(long)set.Json["id"]!}";
        Assert.Equal("王工 0537-0000000", (string)(await ben.Read($"{address}/evidence")).Json!["contacts"]![0]!["contact"]!);
        (await ben.Post($"{address}/approve", tag: set.Tag)).Must(HttpStatusCode.OK);
        Assert.Empty((await anna.Read($"{address}/evidence")).Json!["contacts"]!.AsArray());

        var site = await server.Get($"/ogc/collections/project-sites/items/{code}");
        var project = await server.Get($"/ogc/collections/projects/items/{code}");
        Assert.Equal("MultiPolygon", (string)site["geometry"]!["type"]!);
        Assert.Equal(("Point", 116.615), ((string)project["geometry"]!["type"]!, Math.Round((double)project["geometry"]!["coordinates"]![0]!, 6)));
        Assert.InRange((double)site["properties"]!["land_area_m2"]!, 1_007_000, 1_009_000);
        Assert.Equal(1_007_000, (double)project["properties"]!["land_area_m2"]!);
        Assert.Equal("yes", (string)site["properties"]!["snapped_to_schematic"]!);
        Assert.Equal(
            ("staff", "staff-drawing", (string?)null, "91350100M000100Y43"),
            ((string)project["properties"]!["origin"]!, (string)project["properties"]!["source"]!, (string?)project["properties"]!["name_en"], (string)project["properties"]!["unified_social_credit_code"]!));
        // Nobody has given its horizon or floor area, and the plan, which knows nothing of it, is not said to be silent.
        var page = await server.Client.GetStringAsync($"/ogc/collections/projects/items/{code}?f=html&lang=en", TestContext.Current.CancellationToken);
        Assert.Contains("Not given", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Not stated in the plan", page, StringComparison.Ordinal);
        Assert.Equal(1, Regex.Count(page, ">高端液压件试验基地</span></bdi>"));
        Assert.DoesNotContain("王工", project.ToJsonString() + site.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Said, Bowtie, "geometry-invalid")]
    [InlineData(Said, """{"type":"Polygon","coordinates":[[[116.61,35.41],[116.62,35.42],[116.62,35.41]]]}""", "geometry-malformed")]
    [InlineData(Said, """{"type":"Polygon","coordinates":[[[35.41,116.61],[35.42,116.61],[35.42,116.62],[35.41,116.61]]]}""", "geometry-far-away")]
    [InlineData(Said, """{"type":"Polygon","coordinates":[[[3e5,3.9e6],[3.1e5,3.9e6],[3.1e5,3.8e6],[3e5,3.9e6]]]}""", "geometry-far-away")]
    [InlineData(Said, """{"type":"GeometryCollection","geometries":[]}""", "schema")]
    [InlineData(Said, """{"type":"Polygon","coordinates":[]}""", "geometry-malformed")]
    [InlineData(Said, "null", "placement-without-agreement")]
    [InlineData(Said + ""","unified_social_credit_code":"91350100M000100Y44" """, Ground, "credit-code-invalid")]
    [InlineData(Said + ""","land_use_class":"9999" """, Ground, "term-unknown")]
    [InlineData(Said + ""","floor_area_ratio":-1""", Ground, "schema")]
    [InlineData(Said + ""","investment_cny":"much" """, Ground, "schema")]
    public async Task A_draft_keeps_what_a_submission_refuses(string said, string ground, string fault)
    {
        using var anna = await server.SignIn("faults", Role.Staff);
        var draft = (await anna.Post("/api/drafts", Draft(Once(said), ground))).Must(HttpStatusCode.Created);
        var refused = (await anna.Post("/api/change-sets", Submit(draft.Json!))).Must(HttpStatusCode.UnprocessableEntity);
        Assert.Equal("features-have-faults", refused.Code);
        Assert.Contains(fault, refused.Json!["args"]!["faults"]!.AsArray().Select(one => (string)one!["fault"]!));
        var kept = await anna.Read($"/api/drafts/{(string)draft.Json!["id"]!}");
        Assert.Equal(draft.Json.ToJsonString(), kept.Json!.ToJsonString());
        Assert.DoesNotContain((await anna.Read("/api/change-sets?state=draft")).Json!["change_sets"]!.AsArray(), set => (string)set!["author_name"]! == "faults");
        (await anna.Write(HttpMethod.Delete, $"/api/drafts/{(string)draft.Json["id"]!}", tag: draft.Tag)).Must(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task The_check_is_made_again_and_frozen_with_the_version_and_what_it_finds_is_answered()
    {
        using var anna = await server.SignIn("checked", Role.Staff);
        using var ben = await server.SignIn("ben", Role.Reviewer);
        var ground = Ground.Replace("116.6", "116.65", StringComparison.Ordinal);
        var named = Said.Replace("高端液压件试验基地", "核查用地块", StringComparison.Ordinal).Replace("\"land_area_m2\":1007000,", "", StringComparison.Ordinal);
        var first = (await anna.Post("/api/change-sets", Submit((await anna.Post("/api/drafts", Draft(named, ground))).Must(HttpStatusCode.Created).Json!))).Must(HttpStatusCode.Created);
        (await ben.Post($"/api/change-sets/{(long)first.Json!["id"]!}/approve", tag: first.Tag)).Must(HttpStatusCode.OK);

        // Another on the same ground, which the check takes for an error.
        var draft = (await anna.Post("/api/drafts", Draft(named, ground))).Must(HttpStatusCode.Created);
        var refused = (await anna.Post("/api/change-sets", Submit(draft.Json!))).Must(HttpStatusCode.UnprocessableEntity);
        Assert.Equal("check-refuses", refused.Code);
        var finding = (string)refused.Json!["args"]!["findings"]!.AsArray().Single(one => (string)one!["rule"]! == "other-site")!["finding"]!;
        string With(params string[] found) => $$"""{"properties":{{{named}}},"geometry":{{ground}},"check_reasons":[{{string.Join(',', found.Select(one => $$"""{"finding":"{{one}}","stance":"contested","reason":"同一地块"}"""))}}]}""";
        var saved = (await anna.Write(HttpMethod.Put, $"/api/drafts/{(string)draft.Json!["id"]!}", With(finding), draft.Tag)).Must(HttpStatusCode.OK);
        var set = await anna.Post("/api/change-sets", Submit(saved.Json!));
        if (set.Code == "check-needs-reasons")
        {
            saved = (await anna.Write(HttpMethod.Put, $"/api/drafts/{(string)draft.Json["id"]!}", With([finding, .. set.Json!["args"]!["findings"]!.AsArray().Select(one => (string)one!["finding"]!)]), saved.Tag)).Must(HttpStatusCode.OK);
            set = await anna.Post("/api/change-sets", Submit(saved.Json!));
        }

        set.Must(HttpStatusCode.Created);
        var check = (await ben.Read($"/api/change-sets/{(long)set.Json!["id"]!}/evidence")).Must(HttpStatusCode.OK).Json!["checks"]![0]!;
        Assert.Equal(("project-sites", (string)draft.Json["code"]!, 1), ((string)check["collection"]!, (string)check["code"]!, (int)check["version"]!));
        Assert.Contains(check["result"]!["reasons"]!.AsArray(), reason => (string)reason!["finding"]! == finding && (string)reason["stance"]! == "contested" && (string)reason["severity"]! == "error");
        Assert.True((long)check["result"]!["revision"]! > 0 && check["result"]!["rules"] is not null && check["result"]!["package"] is not null && check["result"]!["checked_at"] is not null);
        var refusal = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => server.Database.Execute("update plan.version_check set result = '{}'"));
        Assert.Equal("version_checks_are_final", refusal.ConstraintName);
    }

    [Fact]
    public async Task What_was_returned_is_mended_in_a_draft_and_submitted_as_the_same_set_under_the_same_code()
    {
        using var anna = await server.SignIn("mender", Role.Staff);
        using var ben = await server.SignIn("ben", Role.Reviewer);
        var draft = (await anna.Post("/api/drafts", Draft(Other, Mended))).Must(HttpStatusCode.Created).Json!;
        var set = (await anna.Post("/api/change-sets", Submit(draft))).Must(HttpStatusCode.Created);
        var (id, code) = ((long)set.Json!["id"]!, (string)draft["code"]!);
        var returned = (await ben.Post($"/api/change-sets/{id}/return", """{"comment":"边界"}""", set.Tag)).Must(HttpStatusCode.OK);

        using var other = await server.SignIn("other", Role.Staff);
        string Mending(long of) => $$"""{"collection":"project-sites","code":"{{code}}","change_set":{{of}},"properties":{{{Other}}},"geometry":{{Mended}}}""";
        Assert.Equal("change-set-unknown", (await other.Post("/api/drafts", Mending(id))).Must(HttpStatusCode.NotFound).Code);
        Assert.Equal("change-set-unknown", (await anna.Post("/api/drafts", Mending(id + 1000))).Must(HttpStatusCode.NotFound).Code);
        var again = (await anna.Post("/api/drafts", Mending(id))).Must(HttpStatusCode.Created).Json!;
        Assert.Equal((id, code), ((long)again["change_set"]!, (string)again["code"]!));
        var resubmitted = (await anna.Write(HttpMethod.Put, $"/api/change-sets/{id}", Submit(again), returned.Tag)).Must(HttpStatusCode.OK);
        Assert.Equal(("in-review", 2), ((string)resubmitted.Json!["state"]!, (int)resubmitted.Json["number"]!));
        (await ben.Post($"/api/change-sets/{id}/approve", tag: resubmitted.Tag)).Must(HttpStatusCode.OK);
        Assert.Equal(code, (string)(await server.Get($"/ogc/collections/projects/items/{code}"))["id"]!);
    }

    [Fact]
    public async Task Ten_people_who_draw_at_once_lose_nothing_and_share_no_code()
    {
        const int People = 10, Saves = 20;
        var codes = await Task.WhenAll(Enumerable.Range(0, People).Select(async number =>
        {
            using var person = await server.SignIn($"drawer-{number}", Role.Staff);
            var draft = (await person.Post("/api/drafts", Draft())).Must(HttpStatusCode.Created);
            var (address, tag) = ($"/api/drafts/{(string)draft.Json!["id"]!}", draft.Tag);
            for (var save = 1; save <= Saves; save++)
            {
                var corner = 35.41 + (number * 0.0001) + (save * 0.000001);
                var body = $$"""{"properties":{"name_zh":"地块 {{number}}-{{save}}"},"geometry":{{Ground.Replace("35.42", FormattableString.Invariant($"{corner + 0.01}"), StringComparison.Ordinal)}}}""";
                tag = (await person.Write(HttpMethod.Put, address, body, tag)).Must(HttpStatusCode.OK).Tag;
                var kept = (await person.Read(address)).Must(HttpStatusCode.OK).Json!;
                Assert.Equal(($"地块 {number}-{save}", save + 1), ((string)kept["properties"]!["name_zh"]!, (int)kept["version"]!));
                Assert.Equal(Math.Round(corner + 0.01, 9), Math.Round((double)kept["geometry"]!["coordinates"]![0]![2]![1]!, 9));
            }

            return (string)draft.Json["code"]!;
        }));
        Assert.Equal(People, codes.Distinct().Count());
    }

    /// <summary>The members of an object without those that stand there again later.</summary>
    private static string Once(string said)
    {
        var members = System.Text.Json.JsonDocument.Parse($"{{{said}}}", new() { AllowDuplicateProperties = true }).RootElement.EnumerateObject();
        var whole = new JsonObject();
        foreach (var member in members)
        {
            whole[member.Name] = JsonNode.Parse(member.Value.GetRawText());
        }

        return whole.ToJsonString()[1..^1];
    }
}
