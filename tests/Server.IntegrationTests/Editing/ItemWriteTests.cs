using System.Net;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Accounts;

namespace SpatialPlan.Server.IntegrationTests.Editing;

/// <summary>Part 4 of OGC API Features: what may be written, as whom and seen when, and that nothing of it is ever a row of what stands.</summary>
public sealed class ItemWriteTests(PlanServer server) : IClassFixture<PlanServer>
{
    private const string Items = "/ogc/collections/projects/items";
    private const string Standing = $"{Items}/project-4-1-1";
    private const string Versions = "select string_agg(code || version || review_state, ',' order by code, version) from feature.projects";

    [Theory]
    [InlineData("""{"type":"Feature","geometry":null}""", 422, "property-missing")]
    [InlineData("""{"type":"Feature","properties":{}}""", 422, "property-missing")]
    [InlineData("""{"geometry":null,"properties":{}}""", 422, "property-missing")]
    [InlineData("""{"type":"FeatureCollection","geometry":null,"properties":{}}""", 422, "property-type")]
    [InlineData("""{"type":"Feature","geometry":null,"properties":null}""", 422, "property-type")]
    [InlineData("""{"type":"Feature","geometry":null,"properties":{},"review_state":"approved"}""", 422, "property-unknown")]
    [InlineData("""{"type":"Feature","geometry":null,"properties":{"review_state":"approved"}}""", 422, "property-unknown")]
    [InlineData("""{"type":"Feature","geometry":null,"properties":{"recorded_by":"anna"}}""", 422, "property-unknown")]
    [InlineData("""{"type":"Feature","geometry":null,"properties":{"owner":"anna"}}""", 422, "property-unknown")]
    [InlineData("""{"type":"Feature","geometry":null,"properties":{"version":7}}""", 422, "property-computed")]
    [InlineData("""{"type":"Feature","geometry":null,"properties":{"code":"project-9-9-9"}}""", 422, "property-computed")]
    [InlineData("""{"type":"Feature","geometry":null,"properties":{"industry_cluster":"x"}}""", 422, "property-computed")]
    [InlineData("""{"type":"Feature","geometry":null,"properties":{"not_stated":["investment_cny"]}}""", 422, "property-computed")]
    [InlineData("""{"type":"Feature","id":"mine","geometry":null,"properties":{}}""", 422, "property-computed")]
    [InlineData("""{"type":"Feature","geometry":null,"properties":{"plan_status":"finished"}}""", 422, "term-unknown")]
    [InlineData("""{"type":"Feature","geometry":null,"properties":{"investment_cny":"much"}}""", 422, "property-type")]
    [InlineData("""{"type":"Feature","geometry":null,"properties":{"investment_cny":1e400}}""", 422, "property-type")]
    [InlineData("""{"type":"Feature","geometry":null,"properties":{"horizon_to":2030.5}}""", 422, "property-type")]
    [InlineData("""{"type":"Feature","geometry":null,"properties":{"citations":[{"paragraph":"nowhere"}]}}""", 422, "property-type")]
    [InlineData("""{"type":"Feature","geometry":null,"properties":{"name_zh":"\u0000"}}""", 422, "nul-character")]
    [InlineData("""{"type":"Feature","geometry":null,"properties":{"name_zh":"a\u0007"}}""", 422, "text-control-character")]
    [InlineData("""{"type":"Feature","geometry":null,"properties":{"name_zh":"a\uffff"}}""", 422, "text-control-character")]
    [InlineData("""{"type":"Feature","geometry":null,"properties":{"name_zh":"a","name_zh":"b"}}""", 400, "malformed")]
    [InlineData("""{"type":"Feature","geometry":null,"properties":{"name_zh":NaN}}""", 400, "malformed")]
    [InlineData("""{"type":"Feature","geometry":{"type":"Point","coordinates":[NaN,35]},"properties":{}}""", 400, "malformed")]
    [InlineData("""{"type":"Feature","geometry":{"type":"Point","coordinates":[1e400,35]},"properties":{}}""", 400, "coordinate-not-finite")]
    [InlineData("""{"type":"Feature","geometry":{"type":"Point","coordinates":[116.65]},"properties":{}}""", 400, "body-invalid")]
    [InlineData("""{"type":"Feature","geometry":{"type":"Point","coordinates":[]},"properties":{}}""", 422, "geometry-malformed")]
    [InlineData("""{"type":"Feature","geometry":{"type":"Point","coordinates":[116.65,35.42,30]},"properties":{}}""", 422, "geometry-malformed")]
    [InlineData("""{"type":"Feature","geometry":{"type":"Point","coordinates":[35.42,116.65]},"properties":{}}""", 422, "coordinates-axes-swapped")]
    [InlineData("""{"type":"Feature","geometry":{"type":"Point","coordinates":[468000,3921000]},"properties":{}}""", 422, "coordinates-metres-as-degrees")]
    [InlineData("""{"type":"Feature","geometry":{"type":"Point","coordinates":[2.35,48.85]},"properties":{}}""", 422, "geometry-far-away")]
    [InlineData("""{"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[116.6,35.4],[116.7,35.4],[116.7,35.5],[116.6,35.4]]]},"properties":{}}""", 422, "geometry-type")]
    [InlineData("""{"type":"Feature","geometry":{"type":"GeometryCollection","geometries":[]},"properties":{}}""", 422, "geometry-type")]
    [InlineData("""{"type":"Feature","geometry":{"type":"Point","coordinates":[116.65,35.42],"crs":{"type":"name","properties":{"name":"EPSG:4548"}}},"properties":{}}""", 422, "property-unknown")]
    [InlineData("""[]""", 400, "malformed")]
    [InlineData("", 400, "malformed")]
    [InlineData("""{"type":"Feature" """, 400, "malformed")]
    public async Task What_is_no_feature_of_the_collection_is_refused_and_nothing_is_kept(string body, int status, string code)
    {
        using var program = await server.Program("refused");
        (await program.Edit(HttpMethod.Post, Items, body)).Must((HttpStatusCode)status, code);
        if (body.Length > 0)
        {
            (await program.Edit(HttpMethod.Put, Standing, body)).Must((HttpStatusCode)status);
        }

        Assert.Equal(0L, await server.Database.Ask<long>($"select count(*) from plan.draft where owner = '{SignedIn.IdOf("refused")}'"));
    }

    [Theory]
    [InlineData("""[[[116.6,35.4],[116.7,35.5],[116.7,35.4],[116.6,35.5],[116.6,35.4]]]""", "geometry-invalid")]
    [InlineData("""[[[116.6,35.4],[116.7,35.4],[116.7,35.5]]]""", "geometry-malformed")]
    [InlineData("""[[[116.6,35.4],[116.6,35.4],[116.6,35.4],[116.6,35.4]]]""", "geometry-invalid")]
    public async Task An_area_that_is_none_is_refused_with_what_is_wrong(string coordinates, string code)
    {
        using var program = await server.Program("areas");
        var body = Editor.Feature("", $$"""{"type":"Polygon","coordinates":{{coordinates}}}""");
        (await program.Edit(HttpMethod.Post, "/ogc/collections/project-sites/items", body)).Must(HttpStatusCode.UnprocessableEntity, code);
    }

    [Fact]
    public async Task Media_type_size_and_number_of_corners_are_held()
    {
        using var program = await server.Program("sizes");
        var feature = Editor.Feature("");
        foreach (var (method, address, type) in new[]
        {
            (HttpMethod.Post, Items, "text/plain"), (HttpMethod.Post, Items, Editor.Patch), (HttpMethod.Post, Items, "application/fg+json"), (HttpMethod.Post, Items, "multipart/form-data"),
            (HttpMethod.Patch, Standing, "application/json"), (HttpMethod.Patch, Standing, Editor.GeoJson), (HttpMethod.Put, Standing, Editor.Patch), (HttpMethod.Put, Standing, "application/x-www-form-urlencoded"),
        })
        {
            (await program.Edit(method, address, feature, type)).Must(HttpStatusCode.UnsupportedMediaType, "media-type-not-supported");
        }

        (await program.Edit(HttpMethod.Post, Items, feature + new string(' ', 1024 * 1024))).Must(HttpStatusCode.RequestEntityTooLarge, "too-large");
        var circle = string.Join(',', Enumerable.Range(0, 10_001).Append(0).Select(step => FormattableString.Invariant($"[{116.65 + (0.01 * Math.Cos(step / 1591.5))},{35.42 + (0.01 * Math.Sin(step / 1591.5))}]")));
        (await program.Edit(HttpMethod.Post, "/ogc/collections/project-sites/items", Editor.Feature("", $$"""{"type":"Polygon","coordinates":[[{{circle}}]]}"""))).Must(HttpStatusCode.RequestEntityTooLarge, "too-many-vertices");
        (await program.Edit(HttpMethod.Post, Items, feature, Editor.GeoJson, ("Content-Crs", "<http://www.opengis.net/def/crs/EPSG/0/27700>"))).Must(HttpStatusCode.BadRequest, "crs-not-supported");
        (await program.Edit(HttpMethod.Post, $"{Items}?f=json", feature)).Must(HttpStatusCode.BadRequest, "parameter-unknown");
    }

    [Fact]
    public async Task Only_staff_write_and_only_by_a_token_that_may()
    {
        using var nobody = server.NewClient();
        var feature = Editor.Feature("");
        var refused = (await nobody.Edit(HttpMethod.Post, Items, feature)).Must(HttpStatusCode.Unauthorized, "not-signed-in");
        Assert.Equal(["Bearer", "Basic"], refused.Headers.WwwAuthenticate.Select(challenge => challenge.Scheme));
        using var invalid = server.NewClient().With("spatialplan_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        (await invalid.Edit(HttpMethod.Post, Items, feature)).Must(HttpStatusCode.Unauthorized, "credentials-invalid");
        (await invalid.Read(Items)).Must(HttpStatusCode.Unauthorized, "credentials-invalid");
        foreach (var role in new[] { Role.Viewer, Role.Reviewer, Role.Administrator })
        {
            using var other = await server.Program($"only-{role}", role);
            (await other.Edit(HttpMethod.Post, Items, feature)).Must(HttpStatusCode.Forbidden, "not-allowed");
        }

        using var reader = await server.Program("reader");
        await server.Database.Execute($"update account.token set scope = 'read' where account = '{SignedIn.IdOf("reader")}'");
        foreach (var (method, address) in new[] { (HttpMethod.Post, Items), (HttpMethod.Put, Standing), (HttpMethod.Patch, Standing), (HttpMethod.Delete, Standing) })
        {
            (await reader.Edit(method, address, feature, method == HttpMethod.Patch ? Editor.Patch : Editor.GeoJson)).Must(HttpStatusCode.Forbidden, "scope-too-small");
        }

        using var person = await server.SignIn("person", Role.Staff);
        (await person.Edit(HttpMethod.Post, Items, feature)).Must(HttpStatusCode.Forbidden, "by-token");
        using var both = await server.Program("both");
        (await both.Edit(HttpMethod.Post, Items, feature, Editor.GeoJson, ("Cookie", "a=b"))).Must(HttpStatusCode.Forbidden, "other-origin");
        (await both.Edit(HttpMethod.Post, Items, feature, Editor.GeoJson, ("Cookie", "a=b"), ("Sec-Fetch-Site", "same-origin"))).Must(HttpStatusCode.BadRequest, "two-credentials");
        (await both.Read(Items, ("Cookie", "a=b"))).Must(HttpStatusCode.BadRequest, "two-credentials");
        (await both.Edit(HttpMethod.Post, Items, feature, Editor.GeoJson, ("Origin", "https://evil.example"))).Must(HttpStatusCode.Forbidden, "other-origin");
        (await both.Edit(HttpMethod.Post, Items, feature, Editor.GeoJson, ("Sec-Fetch-Site", "cross-site"))).Must(HttpStatusCode.Forbidden, "other-origin");
    }

    [Fact]
    public async Task What_is_not_there_cannot_be_changed()
    {
        using var anna = await server.Program("has");
        using var ben = await server.Program("has-not");
        var made = (await anna.Edit(HttpMethod.Post, Items, Editor.Feature("\"name_zh\":\"甲\""))).Must(HttpStatusCode.Created).Made;
        foreach (var code in new[] { made, "no-such-thing", new string('a', 300), "..%2F", "1'--" })
        {
            foreach (var method in new[] { HttpMethod.Put, HttpMethod.Patch, HttpMethod.Delete })
            {
                var status = (await ben.Edit(method, $"{Items}/{code}", method == HttpMethod.Delete ? null : Editor.Feature(""))).Status;
                Assert.True(status is HttpStatusCode.NotFound or HttpStatusCode.BadRequest, $"{method} {code}: {status}");
            }
        }

        (await ben.Edit(HttpMethod.Post, "/ogc/collections/nothing/items", Editor.Feature(""))).Must(HttpStatusCode.NotFound, "collection-unknown");
        (await anna.Read($"{Items}/{made}")).Must(HttpStatusCode.OK);
        (await anna.Edit(HttpMethod.Put, $"{Items}/{made}", Editor.Feature("", more: ",\"id\":\"project-4-1-1\""))).Must(HttpStatusCode.UnprocessableEntity, "id-differs");
        (await anna.Edit(HttpMethod.Patch, $"{Items}/{made}", """{"id":7}""")).Must(HttpStatusCode.UnprocessableEntity, "id-differs");
    }

    [Fact]
    public async Task A_patch_leaves_what_it_does_not_name_and_a_replacement_does_not()
    {
        using var program = await server.Program("patches");
        var before = (await program.Read(Standing)).Json!;
        (await program.Edit(HttpMethod.Patch, Standing, """{"properties":{"name_en":"Patched"}}""")).Must(HttpStatusCode.NoContent);
        var after = (await program.Read(Standing)).Json!;
        Assert.Equal(before["geometry"]?.ToJsonString(), after["geometry"]?.ToJsonString());
        before["properties"]!["name_en"] = "Patched";
        Assert.Equal(before["properties"]!.ToJsonString(), after["properties"]!.ToJsonString());

        (await program.Edit(HttpMethod.Patch, Standing, """{"geometry":null,"properties":{"investment_cny":5}}""")).Must(HttpStatusCode.NoContent);
        after = (await program.Read(Standing)).Json!;
        Assert.Equal((null, 5d, "Patched"), (after["geometry"], (double)after["properties"]!["investment_cny"]!, (string)after["properties"]!["name_en"]!));

        (await program.Edit(HttpMethod.Put, Standing, Editor.Feature("\"name_zh\":\"只有名称\""))).Must(HttpStatusCode.NoContent);
        after = (await program.Read(Standing)).Json!;
        Assert.Equal(("只有名称", null, null), ((string)after["properties"]!["name_zh"]!, (string?)after["properties"]!["name_en"], (string?)after["properties"]!["industry_chain"]));
        Assert.Null(after["properties"]!["industry_cluster"]);

        // Twice is once.
        var tag = (await program.Read(Standing)).Json!.ToJsonString();
        (await program.Edit(HttpMethod.Put, Standing, Editor.Feature("\"name_zh\":\"只有名称\""))).Must(HttpStatusCode.NoContent);
        Assert.Equal(tag, (await program.Read(Standing)).Json!.ToJsonString());
        Assert.Equal(1L, await server.Database.Ask<long>($"select count(*) from plan.draft where owner = '{SignedIn.IdOf("patches")}'"));
    }

    [Fact]
    public async Task If_Match_is_not_needed_and_where_it_is_sent_it_holds()
    {
        using var program = await server.Program("tags");
        const string Address = $"{Items}/project-4-1-3";
        var first = (await program.Read(Address)).Tag!;
        var other = (await program.Read($"{Address}?crs=http://www.opengis.net/def/crs/EPSG/0/4548")).Tag!;
        const string Body = """{"properties":{"name_en":"x"}}""";
        foreach (var stale in new[] { $"W/{first}", "\"project-4-1-3-7.00000000\"", "\"x\"", "\"project-4-1-1-1.00000000\"" })
        {
            (await program.Edit(HttpMethod.Patch, Address, Body, null, ("If-Match", stale))).Must(HttpStatusCode.PreconditionFailed, "changed-meanwhile");
            (await program.Edit(HttpMethod.Delete, Address, null, null, ("If-Match", stale))).Must(HttpStatusCode.PreconditionFailed, "changed-meanwhile");
        }

        (await program.Edit(HttpMethod.Patch, Address, Body, null, ("If-None-Match", "*"))).Must(HttpStatusCode.PreconditionFailed);
        (await program.Edit(HttpMethod.Post, Items, Editor.Feature(""), null, ("If-Match", first))).Must(HttpStatusCode.PreconditionFailed);
        var second = (await program.Edit(HttpMethod.Patch, Address, Body, null, ("If-Match", $"\"nothing\", {other}"))).Must(HttpStatusCode.NoContent).Tag!;
        Assert.Equal(second, (await program.Read(Address)).Tag);
        Assert.NotEqual(first, second);

        // RFC 9110, 9.3.4: what is not kept to the byte has no tag in the answer to PUT.
        (await program.Edit(HttpMethod.Put, Address, Editor.Feature(""), null, ("If-Match", first))).Must(HttpStatusCode.PreconditionFailed);
        Assert.Null((await program.Edit(HttpMethod.Put, Address, Editor.Feature(""), null, ("If-Match", second))).Must(HttpStatusCode.NoContent).Tag);

        var third = (await program.Read(Address)).Tag!;
        var ten = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => program.Edit(HttpMethod.Patch, Address, Body, null, ("If-Match", third))));
        Assert.Equal(1, ten.Count(answer => answer.Status == HttpStatusCode.NoContent));
        Assert.Equal(9, ten.Count(answer => answer.Status == HttpStatusCode.PreconditionFailed));
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => program.Edit(HttpMethod.Patch, Address, Body, null, ("If-Match", "*")))), answer => answer.Must(HttpStatusCode.NoContent));
    }

    [Fact]
    public async Task The_same_post_under_one_key_is_one_draft()
    {
        using var program = await server.Program("keys");
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => program.Edit(HttpMethod.Post, Items, Editor.Feature("\"name_zh\":\"一次\""), null, ("Idempotency-Key", "one"))));
        Assert.Single(answers.Select(answer => answer.Must(HttpStatusCode.Created).Made).Distinct());
        (await program.Edit(HttpMethod.Post, Items, Editor.Feature("\"name_zh\":\"两次\""), null, ("Idempotency-Key", "one"))).Must(HttpStatusCode.UnprocessableEntity, "idempotency-key-reused");
        (await program.Edit(HttpMethod.Post, Items, Editor.Feature("\"name_zh\":\"一次\""), null, ("Idempotency-Key", "one"), ("Content-Crs", "<http://www.opengis.net/def/crs/EPSG/0/3857>"))).Must(HttpStatusCode.UnprocessableEntity);
    }

    [Theory]
    [InlineData("http://www.opengis.net/def/crs/OGC/1.3/CRS84", 116.65, 35.42)]
    [InlineData("http://www.opengis.net/def/crs/EPSG/0/4490", 35.42, 116.65)]
    [InlineData("http://www.opengis.net/def/crs/EPSG/0/4326", 35.42, 116.65)]
    [InlineData("http://www.opengis.net/def/crs/EPSG/0/3857", 12985418.604, 4219915.293)]
    [InlineData("http://www.opengis.net/def/crs/EPSG/0/4548", 3921262.5, 468204.9)]
    [InlineData("http://www.opengis.net/def/crs/EPSG/0/4527", 3921262.5, 39468204.9)]
    public async Task Coordinates_of_every_system_are_kept_to_the_millimetre(string crs, double first, double second)
    {
        using var program = await server.Program("systems");
        var feature = Editor.Feature("\"name_zh\":\"坐标\"", FormattableString.Invariant($$"""{"type":"Point","coordinates":[{{first}},{{second}}]}"""));
        var made = (await program.Edit(HttpMethod.Post, Items, feature, Editor.GeoJson, ("Content-Crs", $"<{crs}>"))).Must(HttpStatusCode.Created).Made;
        var read = (await program.Read($"{Items}/{made}?crs={crs}")).Json!["geometry"]!["coordinates"]!.AsArray().Select(number => (double)number!).ToList();
        Assert.InRange(Math.Abs(read[0] - first), 0, Math.Abs(first) > 180 ? 0.001 : 1e-8);
        Assert.InRange(Math.Abs(read[1] - second), 0, Math.Abs(second) > 180 ? 0.001 : 1e-8);
    }

    [Fact]
    public async Task It_is_submitted_in_the_product_and_stands_when_another_approves_it()
    {
        await using var database = await server.Clone();
        using var program = await server.Program("author");
        using var author = await server.SignIn("author", Role.Staff);
        using var reviewer = await server.SignIn("judge", Role.Reviewer);
        var before = await server.Database.Ask<string>(Versions);
        var made = (await program.Edit(HttpMethod.Post, Items, Editor.Feature("""
            "name_zh":"新项目","name_en":"New project","origin":"staff","plan_status":"planned","placement":"stated","placement_reason_zh":"按材料","placement_reason_en":"From the papers","accuracy_m":5,"source":"staff-drawing","industry_chain":"construction-machinery"
            """))).Must(HttpStatusCode.Created).Made;
        (await program.Edit(HttpMethod.Patch, $"{Items}/project-4-1-3", """{"properties":{"name_en":"Renamed"}}""")).Must(HttpStatusCode.NoContent);
        (await program.Edit(HttpMethod.Delete, $"{Items}/project-9-1-1")).Must(HttpStatusCode.NoContent);
        Assert.Equal(before, await server.Database.Ask<string>(Versions));

        var drafts = (await author.Read("/api/drafts")).Json!["drafts"]!.AsArray();
        Assert.Equal(
            [(made, "change"), ("project-4-1-3", "change"), ("project-9-1-1", "withdraw")],
            drafts.Select(draft => ((string)draft!["code"]!, (string)draft["action"]!)).OrderBy(draft => draft.Item1.Length == made.Length ? "" : draft.Item1));
        var ids = string.Join(',', drafts.Select(draft => $"\"{(string)draft!["id"]!}\""));
        var set = await author.Edit(HttpMethod.Post, "/api/change-sets", $$"""{"title":"从 QGIS","basis":"文件 1","drafts":[{{ids}}],"submit":true}""", "application/json");
        set.Must(HttpStatusCode.Created);
        Assert.Equal("construction-machinery", (string)(await server.Database.Ask<string>($"select industry_chain from feature.projects where code = '{made}'"))!);

        // Nothing is left of the drafts: their author reads what everybody reads until it is decided.
        (await program.Read($"{Items}/{made}")).Must(HttpStatusCode.NotFound);
        (await reviewer.Edit(HttpMethod.Post, $"/api/change-sets/{(long)set.Json!["id"]!}/approve", "{}", "application/json", ("If-Match", set.Tag!))).Must(HttpStatusCode.OK);
        await server.WaitForRevision();
        Assert.Equal("新项目", (string)(await server.Get($"{Items}/{made}"))["properties"]!["name_zh"]!);
        Assert.Equal(("Renamed", 2), ((string)(await server.Get($"{Items}/project-4-1-3"))["properties"]!["name_en"]!, (int)(await server.Get($"{Items}/project-4-1-3"))["properties"]!["version"]!));
        await server.GetProblem($"{Items}/project-9-1-1", HttpStatusCode.NotFound);
        (await program.Edit(HttpMethod.Put, $"{Items}/project-9-1-1", Editor.Feature(""))).Must(HttpStatusCode.NotFound, "feature-unknown");
    }
}
