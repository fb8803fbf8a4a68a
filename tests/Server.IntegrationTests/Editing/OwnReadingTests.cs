using System.Net;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.Cql2;

namespace SpatialPlan.Server.IntegrationTests.Editing;

/// <summary>A token reads its owner's drafts in place of what is published, in every selection and order; to everybody else nothing has happened.</summary>
public sealed class OwnReadingTests(PlanServer server) : IClassFixture<PlanServer>
{
    private const string Items = "/ogc/collections/projects/items";

    [Fact]
    public async Task Pages_counts_boxes_and_filters_are_of_what_the_owner_proposes()
    {
        using var owner = await server.Program("pages");
        var published = await server.Codes($"{Items}?limit=1000");
        var codes = new List<string>();
        foreach (var (name, x) in new[] { ("甲", 116.701), ("乙", 116.702), ("丙", 116.703) })
        {
            codes.Add((await owner.Edit(HttpMethod.Post, Items, Editor.Feature($$"""
                "name_zh":"{{name}}项目","plan_status":"planned","origin":"staff","investment_cny":{{(int)((x - 116) * 1000)}},"horizon_from":2031,"industry_chain":"construction-machinery"
                """, FormattableString.Invariant($$"""{"type":"Point","coordinates":[{{x}},35.5]}""")))).Must(HttpStatusCode.Created).Made);
        }

        var (gone, moved) = (published[0], published[1]);
        (await owner.Edit(HttpMethod.Delete, $"{Items}/{gone}")).Must(HttpStatusCode.NoContent);
        (await owner.Edit(HttpMethod.Patch, $"{Items}/{moved}", """{"geometry":{"type":"Point","coordinates":[116.704,35.5]},"properties":{"investment_cny":704}}""")).Must(HttpStatusCode.NoContent);
        var expected = published.Except([gone]).Concat(codes).Order(StringComparer.Ordinal).ToList();

        Assert.Equal(expected, await owner.Codes($"{Items}?limit=1000"));
        foreach (var (limit, order) in new[] { (7, ""), (7, "&sortby=-investment_cny"), (1, "&sortby=name_zh,-code"), (50, "&sortby=horizon_from,-investment_cny"), (13, "&bbox=116.7,35.49,116.71,35.51"), (5, "&filter=investment_cny>0&sortby=plan_status") })
        {
            var all = await owner.Codes($"{Items}?limit=10000{order}");
            Assert.Equal(all, await Along(owner, $"{Items}?limit={limit}{order}"));
            Assert.Equal(all.Count, all.Distinct().Count());
            Assert.Equal(all.Count, (int)(await owner.Read($"{Items}?limit=1{order}&count=true")).Json!["numberMatched"]!);
        }

        Assert.Equal(["甲项目", "乙项目", "丙项目"], (await owner.Read($"{Items}?sortby=investment_cny&filter=investment_cny between 700 and 703.5")).Json!["features"]!.AsArray().Select(feature => (string)feature!["properties"]!["name_zh"]!));
        Assert.Equal([.. codes, moved], await owner.Codes($"{Items}?sortby=investment_cny&filter={Uri.EscapeDataString("S_INTERSECTS(geometry,BBOX(116.7,35.49,116.71,35.51))")}"));
        Assert.DoesNotContain(moved, await owner.Codes($"{Items}?limit=1000&investment_cny={await Investment(moved)}"));
        Assert.Superset(codes.ToHashSet(), (await owner.Codes($"{Items}?limit=1000&industry_chain=construction-machinery&datetime=2031/..")).ToHashSet());
        Assert.Equal(expected.Count, (int)(await owner.Read($"{Items}?limit=1")).Json!["numberMatched"]!);

        // As it was, and in other formats, is as published or not at all.
        Assert.Equal(published, await owner.Codes($"{Items}?limit=1000&as-of={Uri.EscapeDataString(DateTimeOffset.UtcNow.ToString("O"))}"));
        (await owner.Read($"{Items}?f=csv")).Must(HttpStatusCode.BadRequest, "format-not-supported");
        Assert.Equal(expected, await owner.Codes($"{Items}?limit=1000&f=jsonfg"));
        (await owner.Read($"{Items}/{gone}")).Must(HttpStatusCode.NotFound, "feature-unknown");
    }

    [Fact]
    public async Task Nobody_else_and_no_cache_learns_of_it()
    {
        await using var other = await server.Clone();
        using var owner = await server.Program("secret");
        using var nobody = server.NewClient();
        using var colleague = await server.Program("colleague");
        using var foreign = server.NewClient();
        foreign.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Basic cHJveHk6c2VjcmV0");
        string[] addresses = [$"{Items}?limit=5&sortby=code", $"{Items}?limit=1", $"{Items}/project-4-1-1", $"{Items}?bbox=116.6,35.3,116.8,35.6&limit=20&count=true", "/ogc/collections/projects/facets", "/ogc/tiles/WebMercatorQuad/10/404/843"];
        var before = await Bodies(nobody, addresses);
        (await owner.Edit(HttpMethod.Patch, $"{Items}/project-4-1-1", """{"properties":{"name_zh":"只给自己看"}}""")).Must(HttpStatusCode.NoContent);
        var made = (await owner.Edit(HttpMethod.Post, Items, Editor.Feature("\"name_zh\":\"秘密\""))).Must(HttpStatusCode.Created);
        foreach (var address in addresses[..4])
        {
            var own = await owner.Read(address);
            Assert.True(own.Headers.CacheControl is { Private: true, NoStore: true }, address);
            Assert.True(own.Headers.ETag?.IsWeak != true);
        }

        Assert.Equal("只给自己看", (string)(await owner.Read(addresses[2])).Json!["properties"]!["name_zh"]!);
        foreach (var reader in new[] { nobody, colleague, foreign })
        {
            Assert.Equal(before, await Bodies(reader, addresses));
            (await reader.Read($"{Items}/{made.Made}")).Must(HttpStatusCode.NotFound, "feature-unknown");
        }

        Assert.Equal("只给自己看", (string)(await owner.Read(addresses[2])).Json!["properties"]!["name_zh"]!);
    }

    /// <summary>Whatever a form has kept: what is not of its type yet is left out, and nothing else suffers.</summary>
    [Fact]
    public async Task A_sketch_of_the_form_is_read_as_far_as_it_can_be()
    {
        using var person = await server.SignIn("sketch", Role.Staff);
        using var program = server.NewClient().With(await server.Token("sketch"));
        const string Sites = "/ogc/collections/project-sites/items";
        foreach (var geometry in new[] { "null", """{"type":"Polygon","coordinates":[]}""", """{"type":"nonsense"}""", """{"type":"Polygon","coordinates":[[[1e300,1],[2,3],[4,5],[1e300,1]]]}""", """{"type":"Polygon","coordinates":[[[116.6,35.4,9],[116.7,35.5,9],[116.7,35.4,9],[116.6,35.5,9],[116.6,35.4,9]]]}""" })
        {
            (await person.Edit(HttpMethod.Post, "/api/drafts", $$"""{"collection":"project-sites","properties":{"name_zh":"草图","land_area_m2":"many","plan_status":"never","citations":[{"paragraph":7}],"aliases":7},"geometry":{{geometry}}}""", "application/json")).Must(HttpStatusCode.Created);
        }

        var features = (await program.Read($"{Sites}?limit=1000&filter=name_zh='草图'")).Must(HttpStatusCode.OK).Json!["features"]!.AsArray();
        Assert.Equal(5, features.Count);
        Assert.All(features, feature => Assert.Equal((null, null), ((double?)feature!["properties"]!["land_area_m2"], (string?)feature["properties"]!["plan_status"])));
        Assert.Equal(1, features.Count(feature => feature!["geometry"] is not null));
        var drawn = (string)features.Single(feature => feature!["geometry"] is not null)!["id"]!;
        (await program.Edit(HttpMethod.Patch, $"{Sites}/{drawn}", """{"properties":{"name_zh":"更好的草图"}}""")).Must(HttpStatusCode.NoContent);
        Assert.Equal("更好的草图", (string)(await program.Read($"{Sites}/{drawn}")).Json!["properties"]!["name_zh"]!);
    }

    [Fact]
    public async Task Drafts_that_are_too_much_for_a_page_are_read_singly()
    {
        using var program = await server.Program("hoards");
        await server.Database.Execute($$$"""
            insert into plan.draft (owner, collection, code, content, shape)
            select '{{{SignedIn.IdOf("hoards")}}}', 'projects', 'project-2000-' || n, '{"name_zh":"大"}', (select json_build_object('type', 'none', 'numbers', json_agg(random() + n + g)) from generate_series(1, 180000) g)
            from generate_series(1, 20) n
            """);
        (await program.Read(Items)).Must(HttpStatusCode.RequestEntityTooLarge, "too-large");
        Assert.Equal("大", (string)(await program.Read($"{Items}/project-2000-7")).Must(HttpStatusCode.OK).Json!["properties"]!["name_zh"]!);
        (await program.Edit(HttpMethod.Delete, $"{Items}/project-2000-7")).Must(HttpStatusCode.NoContent);
    }

    private async Task<string> Investment(string code) => (await server.Get($"{Items}/{code}"))["properties"]!["investment_cny"]?.ToJsonString() ?? "0";

    private static async Task<List<string>> Along(HttpClient client, string? address)
    {
        var codes = new List<string>();
        while (address is not null)
        {
            var page = (await client.Read(address)).Must(HttpStatusCode.OK).Json!;
            codes.AddRange(page["features"]!.AsArray().Select(feature => (string)feature!["id"]!));
            address = (string?)page["links"]!.AsArray().SingleOrDefault(link => (string)link!["rel"]! == "next")?["href"];
        }

        return codes;
    }

    private static async Task<List<string>> Bodies(HttpClient client, string[] addresses)
    {
        var bodies = new List<string>();
        foreach (var address in addresses)
        {
            var text = await client.GetStringAsync(address, TestContext.Current.CancellationToken);
            bodies.Add(System.Text.RegularExpressions.Regex.Replace(text, "\"timeStamp\":\"[^\"]*\"", ""));
        }

        return bodies;
    }
}
