using System.Net;
using System.Text.Json.Nodes;

namespace SpatialPlan.Server.IntegrationTests.SiteCheck;

/// <summary>What the check says of sites whose answer the plan and arithmetic give.</summary>
public sealed class RuleTests(PlanServer server) : IClassFixture<PlanServer>
{
    /// <summary>Some 500 m wide, in the middle of the zone.</summary>
    private static readonly string Inside = Asking.Square(116.66, 35.42, 0.005);

    [Fact]
    public async Task A_site_in_the_middle_fits_the_zone_and_says_how_much_of_it_lies_where()
    {
        var answer = await server.Check(Inside);
        Assert.Equal("fits", (string?)Asking.Validity(answer)["outcome"]);
        var zone = Asking.Findings(answer).Single(finding => (string?)finding["rule"] == "in-zone");
        Assert.Equal(("fits", 100, 100), ((string?)zone["outcome"], (double)zone["value"]!, (double)zone["range"]![0]!));
        Assert.NotEmpty(zone["citations"]!.AsArray());
        var (squareMetres, mu) = ((double)answer["site"]!["area_m2"]!, (double)answer["site"]!["area_mu"]!);
        Assert.Equal(squareMetres * 15 / 10_000, mu, 0.01);
        Assert.Equal(squareMetres, (double)zone["overlap"]!["m2"]!, 0.01);
        Assert.Equal(mu, (double)zone["overlap"]!["mu"]!, 0.01);
    }

    [Fact]
    public async Task What_accuracy_leaves_open_is_one_row_a_layer_and_the_layer_that_would_decide_most_comes_first()
    {
        var answer = await server.Check(Inside);
        var rows = Asking.Findings(answer).Where(finding => (string?)finding["rule"] == "undecided").ToList();
        Assert.NotEmpty(rows);
        Assert.Equal(rows.Select(row => (string)row["layer"]!).Distinct(), rows.Select(row => (string)row["layer"]!));
        Assert.Equal(rows.Select(row => (int)row["args"]!["decides"]!).OrderDescending(), rows.Select(row => (int)row["args"]!["decides"]!));
        Assert.All(rows, row =>
        {
            var folded = row["findings"]!.AsArray();
            Assert.Equal((int)row["args"]!["decides"]!, folded.Count);
            Assert.All(folded, finding => Assert.Equal(("cannot-check", (string)row["layer"]!), ((string)finding!["outcome"]!, (string)finding["layer"]!)));
            Assert.All(folded.Where(finding => (string)finding!["unit"]! == "%"), finding => Assert.True((double)finding!["range"]![1]! - (double)finding["range"]![0]! > 50));
        });
        Assert.DoesNotContain(Asking.Findings(answer), finding => (string)finding["rule"]! != "undecided" && (string?)finding["args"]!["reason"] == "accuracy");
    }

    /// <summary>Of what each rule of the package finds, and of a fault.</summary>
    [Theory]
    [InlineData("""{"type":"Feature","geometry":null,"properties":{"park":"park-5","industry_chain":"automotive","investment_cny":1e8,"tax_cny":"x","name_zh":"信发液压高端液压件项目","enterprise":"x","project_code":"x"}}""")]
    [InlineData("""{"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[116.66,35.42],[116.68,35.42],[116.68,35.44],[116.66,35.42]]]},"properties":{"park":"park-5","tax_cny":1e6,"land_area_m2":1e6}}""")]
    [InlineData("""{"type":"Polygon","coordinates":[[[116.6,35.4],[116.61,35.41],[116.61,35.4],[116.6,35.41],[116.6,35.4]]]}""")]
    [InlineData("""{"type":"LineString","coordinates":[[116.66,35.42],[116.66,35.9]]}""")]
    [InlineData("""{"type":"Point","coordinates":[116.66,35.42]}""")]
    public async Task An_answer_is_what_its_schema_says_and_nothing_else(string body)
    {
        var document = await server.Get("/api/openapi");
        var schema = document["paths"]!["/projects/check"]!["post"]!["responses"]!["200"]!["content"]!["application/json"]!["schema"]!;
        Assert.Equal("", await OpenApiValidation.Faults(document, schema, await server.Check(body)));
    }

    [Fact]
    public async Task An_identifier_is_there_once_and_counts_are_those_of_the_rows()
    {
        var answer = await server.Check(Inside);
        var ids = Asking.Findings(answer).Concat(Asking.All(answer)).Distinct().Select(finding => (string)finding["id"]!).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(answer["counts"]!.AsObject(), count => Assert.Equal((int)count.Value!, Asking.Findings(answer).Count(finding => (string)finding["outcome"]! == count.Key)));
    }

    [Fact]
    public async Task A_line_that_the_plan_names_without_drawing_it_always_stands_there_with_its_citation()
    {
        foreach (var body in new[] { Inside, """{"type":"Point","coordinates":[116.66,35.42]}""", """{"type":"Feature","geometry":null,"properties":{"name_zh":"新项目"}}""" })
        {
            var lines = Asking.Findings(await server.Check(body)).Where(finding => (string?)finding["rule"] == "control-line").ToList();
            var names = lines.Select(line => (string?)line["subject"]?["name_zh"] ?? (string?)line["args"]!["name_zh"]).ToList();
            Assert.Superset(new HashSet<string?> { "生态保护红线", "永久基本农田", "城镇开发边界", "采煤塌陷地", "行洪与蓄滞洪区" }, names.ToHashSet());
            Assert.All(lines, line => Assert.Equal("cannot-check", (string?)line["outcome"]));
            Assert.All(lines.Where(line => (string?)line["args"]!["reason"] == "not-drawn"), line => Assert.NotNull((string?)line["citations"]![0]!["paragraph"]));
        }
    }

    [Fact]
    public async Task A_sliver_is_no_hit_and_a_site_on_a_site_is()
    {
        await Insert("other", 1, "ST_MakeEnvelope(116.70, 35.44, 116.705, 35.445, 4490)");
        var site = "other-site:other";
        var hit = Asking.One(await server.Check(Asking.Square(116.704, 35.444, 0.005)), site);
        Assert.Equal(("attention", "error"), ((string?)hit["outcome"], (string?)hit["severity"]));
        Assert.True((double)hit["range"]![0]! > 0);
        Assert.Equal("Polygon", (string?)hit["where"]!["type"]);

        // One metre wide along a side of 550 m.
        var sliver = Asking.One(await server.Check(Asking.Square(116.704989, 35.44, 0.005)), site);
        Assert.Equal(("no-hit", true, 0), ((string?)sliver["outcome"], (bool?)sliver["args"]!["sliver"], (double)sliver["range"]![0]!));
        Assert.True((double)sliver["range"]![1]! > 0);

        // Its own site is nothing to compare with.
        var own = await server.Check(Asking.Feature(Asking.Square(116.704, 35.444, 0.005), """{"code":"other"}"""));
        Assert.DoesNotContain(Asking.All(own), finding => (string?)finding["id"] == site);
    }

    [Fact]
    public async Task A_point_and_a_line_are_answered_by_the_same_rules()
    {
        var point = await server.Check("""{"type":"Point","coordinates":[116.66,35.42]}""");
        var zone = Asking.One(point, "in-zone:jining-high-tech-zone");
        Assert.Equal(("fits", 100, true), ((string?)zone["outcome"], (double)zone["value"]!, zone["overlap"] is null));
        Assert.Equal("fits", (string?)Asking.All(point).Single(finding => (string?)finding["rule"] == "near-trunk-road")["outcome"]);
        Assert.Equal("no-hit", (string?)Asking.One(point, "other-site")["outcome"]);

        var line = await server.Check("""{"type":"LineString","coordinates":[[116.66,35.42],[116.66,35.9]]}""");
        zone = Asking.One(line, "in-zone:jining-high-tech-zone");
        Assert.Equal("attention", (string?)zone["outcome"]);
        Assert.Equal((double)zone["overlap"]!["m"]! / (double)line["site"]!["length_m"]! * 100, (double)zone["value"]!, 0.01);
    }

    [Theory]
    [InlineData("EPSG:4548", "[[3921070,470000],[3921070,470500],[3921570,470500],[3921570,470000],[3921070,470000]]")]
    [InlineData("EPSG:4527", "[[3921070,39470000],[3921070,39470500],[3921570,39470500],[3921570,39470000],[3921070,39470000]]")]
    public async Task Corners_of_a_land_office_give_their_area(string crs, string ring)
    {
        var answer = await server.Check($$"""{"type":"Polygon","coordinates":[{{ring}}]}""", $"?crs={crs}");
        Assert.InRange((double)answer["site"]!["area_m2"]!, 249_980, 250_000);
        Assert.Equal("fits", (string?)Asking.One(answer, "in-zone:jining-high-tech-zone")["outcome"]);
    }

    [Theory]
    [InlineData("""{"park":"park-2","industry_chain":"construction-machinery"}""", "park-chain:park-2", "fits", "chain")]
    [InlineData("""{"park":"park-2","industry_chain":"biopharma"}""", "park-chain:park-2", "attention", "none")]
    [InlineData("""{"park":"park-5","tax_cny":1000000,"land_area_m2":6666.6667}""", "tax-per-mu:park-5", "attention", null)]
    [InlineData("""{"park":"park-5","tax_cny":3000000,"land_area_m2":6666.6667}""", "tax-per-mu:park-5", "fits", null)]
    [InlineData("""{"park":"park-5"}""", "tax-per-mu:park-5", "cannot-check", "not-stated")]
    [InlineData("""{"investment_cny":10000000,"land_area_m2":6666.6667}""", "investment-per-mu", "fits", null)]
    [InlineData("""{"investment_cny":10000000}""", "investment-per-mu", "cannot-check", "not-stated")]
    [InlineData("""{"investment_cny":10000000,"floor_area_m2":8000}""", "investment-per-floor-area", "fits", null)]
    [InlineData("""{"investment_cny":10000000}""", "investment-per-floor-area", "cannot-check", "not-stated")]
    [InlineData("""{"floor_area_m2":8000,"land_area_m2":10000,"floor_area_ratio":0.81}""", "floor-area-ratio", "fits", null)]
    [InlineData("""{"floor_area_m2":8000,"land_area_m2":10000,"floor_area_ratio":1.2}""", "floor-area-ratio", "attention", "differs")]
    [InlineData("""{"floor_area_m2":800000,"land_area_m2":10000}""", "floor-area-ratio", "attention", "not-plausible")]
    [InlineData("""{"investment_cny":"much"}""", "attributes:investment_cny", "attention", "not-readable")]
    [InlineData("""{"investment_cny":-1}""", "attributes:investment_cny", "attention", "not-readable")]
    [InlineData("""{"industry_chain":"bakery"}""", "attributes:industry_chain", "attention", "unknown-code")]
    [InlineData("""{"park":"park-99"}""", "attributes:park", "attention", "unknown-code")]
    [InlineData("""{"name_zh":"信发液压高端液压件项目"}""", "duplicate-name", "attention", null)]
    [InlineData("""{"name_zh":"信发液压高端液压件项目","code":"project-4-1-6"}""", "duplicate-name", "no-hit", null)]
    [InlineData("""{"name_zh":"从未有过的项目"}""", "duplicate-name", "no-hit", null)]
    [InlineData("""{"industry_chain":"new-energy"}""", "comparable-projects", "cannot-check", "too-few")]
    public async Task What_the_form_says_is_held_against_the_plan_without_a_drawing(string properties, string id, string outcome, string? reason)
    {
        var finding = Asking.One(await server.Check(Asking.Feature("null", properties)), id);
        Assert.Equal((outcome, reason), ((string?)finding["outcome"], (string?)finding["args"]!["reason"]));
    }

    [Fact]
    public async Task The_enterprise_is_known_by_its_code_and_by_its_name()
    {
        var rows = await server.Database.Rows("select e.code, e.name_zh, p.code from published.projects p join published.enterprises e on e.code = p.enterprise order by p.code limit 1");
        var (code, name, project) = rows[0].Split('|') is [var first, var second, var third] ? (first, second, third) : ("", "", "");
        foreach (var given in new[] { code, name })
        {
            var finding = Asking.One(await server.Check(Asking.Feature("null", $$"""{"enterprise":"{{given}}"}""")), "duplicate-enterprise");
            Assert.Equal("attention", (string?)finding["outcome"]);
            Assert.Contains(finding["args"]!["same"]!.AsArray(), same => (string?)same!["code"] == project);
        }
    }

    [Theory]
    [InlineData("2026-370800-35-03-123456", "fits")]
    [InlineData("2026-370800-35-03-12345", "attention")]
    [InlineData("2026-370800-35-03-123456X", "attention")]
    [InlineData("２０２６-370800-35-03-123456", "attention")]
    public async Task A_project_code_has_the_form_of_the_national_platform(string code, string outcome)
    {
        var finding = Asking.One(await server.Check(Asking.Feature("null", $$"""{"project_code":"{{code}}"}""")), "project-code-form");
        Assert.Equal((outcome, "warning"), ((string?)finding["outcome"], (string?)finding["severity"]));
    }

    [Fact]
    public async Task Three_projects_of_a_chain_are_enough_to_compare_with()
    {
        await server.Database.Execute("""
            insert into feature.projects (code, version, review_state, recorded_from, approved_at, approved_by, recorded_by, name_zh, origin, plan_status, plan_status_basis, placement, industry_chain, industry_cluster, investment_cny, floor_area_m2)
            select 'peer-' || i, 1, 'approved', now(), now(), 'operator', 'test', '可比' || i, 'staff', 'planned', 'stated', 'unplaced', 'medical-devices', 'medical-health', 1000 * i, 100
            from generate_series(1, 3) i;
            select plan.raise_revision()
            """);
        await server.WaitForRevision();
        async Task<JsonNode> Compared(int investment) => Asking.One(
            await server.Check(Asking.Feature("null", $$"""{"industry_chain":"medical-devices","investment_cny":{{investment}},"floor_area_m2":100}""")), "comparable-projects");
        var within = await Compared(2000);
        Assert.Equal(("fits", 20d), ((string?)within["outcome"], (double)within["value"]!));
        Assert.True((int)within["args"]!["count"]! >= 3);
        Assert.Equal("attention", (string?)(await Compared(1))["outcome"]);
    }

    [Fact]
    public async Task What_is_approved_is_found_once_the_server_has_heard_of_it()
    {
        var where = Asking.Square(116.72, 35.40, 0.002);
        Assert.Equal("no-hit", (string?)Asking.One(await server.Check(where), "other-site")["outcome"]);
        await Insert("coarse", 60, "ST_MakeEnvelope(116.71, 35.39, 116.73, 35.41, 4490)");
        Assert.Equal("attention", (string?)Asking.One(await server.Check(where), "other-site:coarse")["outcome"]);
    }

    [Fact]
    public async Task Nobody_asks_without_end()
    {
        await using var application = PlanServer.Application(server.Database.Address, ("Plan:ChecksPerSecond", "1"));
        using var client = application.CreateClient();
        var statuses = new List<HttpStatusCode>();
        for (var time = 0; time < 6; time++)
        {
            using var response = await client.PostAsync(Asking.Address, new StringContent("""{"type":"Point","coordinates":[116.66,35.42]}""", null, "application/json"), TestContext.Current.CancellationToken);
            statuses.Add(response.StatusCode);
            Assert.Equal(response.StatusCode == HttpStatusCode.TooManyRequests, response.Headers.RetryAfter is not null);
            Assert.True(response.Headers.CacheControl?.NoStore);
        }

        Assert.Equal(HttpStatusCode.OK, statuses[0]);
        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
    }

    private async Task Insert(string code, int accuracy, string geometry)
    {
        await server.Database.Execute($"""
            insert into feature.project_sites (code, version, review_state, recorded_from, approved_at, approved_by, recorded_by, name_zh, origin, plan_status, plan_status_basis, placement, accuracy_m, geom)
            values ('{code}', 1, 'approved', now(), now(), 'operator', 'test', '他人用地', 'staff', 'planned', 'stated', 'surveyed', {accuracy}, ST_Multi({geometry}));
            select plan.raise_revision()
            """);
        await server.WaitForRevision();
    }
}
