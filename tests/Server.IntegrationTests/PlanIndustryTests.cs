using System.Net;
using System.Text.Json.Nodes;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>The panorama of each chain, as JSON and as a table.</summary>
public sealed class PlanIndustryTests(UnchangedPlan server) : IClassFixture<UnchangedPlan>
{
    public static TheoryData<string> Chains =>
        [.. JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.GisData, "catalogue", "vocabularies", "industry-chain.json")))!["terms"]!.AsArray().Select(term => (string)term!["code"]!)];

    [Theory]
    [MemberData(nameof(Chains))]
    public async Task A_chain_shows_what_the_plan_names_for_it(string chain)
    {
        var industry = await server.Get($"/api/industries/{chain}");
        Assert.Equal(chain, (string)industry["industry_chain"]!["code"]!);
        Assert.Equal((string)industry["paragraph"]!, (string)industry["citation"]!["paragraph"]!);
        Assert.NotEmpty(industry["products"]!.AsArray());
        Assert.All(
            new[] { "steps", "products", "enterprises", "institutes", "gaps" }.SelectMany(list => industry[list]!.AsArray()),
            entry => Assert.Equal((string)entry!["paragraph"]!, (string)entry["citation"]!["paragraph"]!));
        Assert.Equal(
            await server.Database.Rows($"select code from published.projects where industry_chain = '{chain}' order by length(code), code"),
            industry["projects"]!.AsArray().Select(project => (string)project!["code"]!));
        Assert.Equal(
            await server.Database.Rows($"select code from published.parks where '{chain}' = any(industry_chains) order by length(code), code"),
            industry["parks"]!.AsArray().Select(park => (string)park!["code"]!));
    }

    [Theory]
    [MemberData(nameof(Chains))]
    public async Task Every_enterprise_of_the_map_is_there_once_and_named_ones_are_joined(string chain)
    {
        var enterprises = (await server.Get($"/api/industries/{chain}"))["enterprises"]!.AsArray();
        var joined = enterprises.Select(entry => (string?)entry!["feature"]?["code"]).OfType<string>().ToList();
        Assert.Equal(joined.Count, joined.Distinct().Count());
        Assert.Superset((await server.Database.Rows($"select code from published.enterprises where industry_chain = '{chain}'")).ToHashSet(), joined.ToHashSet());
        Assert.All(enterprises.Where(entry => entry!["feature"] is not null), entry => Assert.Contains(
            (string)entry!["name_zh"]!,
            entry["feature"]!["aliases"]!.AsArray().Select(alias => (string)alias!).Append((string)entry["feature"]!["name_zh"]!)));
    }

    [Theory]
    [MemberData(nameof(Chains))]
    public async Task The_totals_are_those_of_the_facets(string chain)
    {
        var totals = (await server.Get($"/api/industries/{chain}"))["totals"]!;
        var sums = (await server.Get($"/ogc/collections/projects/facets?industry_chain={chain}"))["sums"]!.AsObject();
        Assert.NotEmpty(sums);
        foreach (var (property, expected) in sums)
        {
            var total = totals[property]!;
            Assert.Equal((decimal?)expected!["sum"], (decimal?)total["sum"]);
            Assert.Equal((long)expected["known"]!, (long)total["known"]!);
            Assert.Equal((long)expected["not_stated"]!, (long)total["not_stated"]!);
            Assert.Equal(expected["of_which"]!.AsArray().Select(one => (string)one!["code"]!), total["of_which"]!.AsArray().Select(one => (string)one!["code"]!));
        }
    }

    [Fact]
    public async Task The_industry_city_is_most_of_the_investment_in_construction_machinery() =>
        Assert.Equal("project-4-1-1", (string)(await server.Get("/api/industries/construction-machinery"))["totals"]!["investment_cny"]!["of_which"]![0]!["code"]!);

    [Fact]
    public async Task The_table_has_a_row_for_every_entry_under_a_name_that_every_browser_takes()
    {
        var industry = await server.Get("/api/industries/construction-machinery");
        var response = await server.Send("/api/industries/construction-machinery?f=csv");
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal("text/csv; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal(
            "attachment; filename=\"construction-machinery.csv\"; filename*=UTF-8''" + Uri.EscapeDataString("工程机械.csv"),
            response.Content.Headers.GetValues("Content-Disposition").Single());
        var lines = System.Text.Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var entries = new[] { "steps", "products", "enterprises", "institutes", "projects", "project_sites", "parks", "gaps" }.Sum(list => industry[list]!.AsArray().Count);
        Assert.Equal(entries + 1, lines.Length);
        Assert.Contains(lines, line => line.StartsWith("projects,project-4-1-1,", StringComparison.Ordinal) && line.Contains(",100000000000,", StringComparison.Ordinal));
        Assert.All(lines.Skip(1), line => Assert.EndsWith(line.Split(',')[^1], line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_name_that_is_a_formula_is_exported_as_text()
    {
        await using var database = await server.Clone();
        await database.AllowRewriting("projects");
        await database.Execute("update feature.projects set name_zh = '=HYPERLINK(\"x\")' where code = 'project-4-1-2' and recorded_to is null");
        await using var application = PlanServer.Application(database.Address);
        using var client = application.CreateClient();
        var table = await client.GetStringAsync("/api/industries/construction-machinery?f=csv", TestContext.Current.CancellationToken);
        Assert.Contains("projects,project-4-1-2,\"'=HYPERLINK(\"\"x\"\")\",", table, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/industries/nope", HttpStatusCode.NotFound, "industry-chain-unknown")]
    [InlineData("/api/industries/high-end-equipment", HttpStatusCode.NotFound, "industry-chain-unknown")]
    [InlineData("/api/industries/..%2f..%2fetc", HttpStatusCode.NotFound, "industry-chain-unknown")]
    [InlineData("/api/industries/a'--", HttpStatusCode.NotFound, "industry-chain-unknown")]
    [InlineData("/api/industries/new-energy?f=xml", HttpStatusCode.BadRequest, "format-not-supported")]
    [InlineData("/api/industries/new-energy?f=csv&f=json", HttpStatusCode.BadRequest, "parameter-repeated")]
    [InlineData("/api/industries/new-energy?x=1", HttpStatusCode.BadRequest, "parameter-unknown")]
    [InlineData("/api/plan/chapters/0", HttpStatusCode.NotFound, "chapter-unknown")]
    [InlineData("/api/plan/chapters/52", HttpStatusCode.NotFound, "chapter-unknown")]
    [InlineData("/api/plan/chapters/-1", HttpStatusCode.NotFound, "chapter-unknown")]
    [InlineData("/api/plan/chapters/99999999999999999999", HttpStatusCode.NotFound, "chapter-unknown")]
    [InlineData("/api/plan/chapters/1.5", HttpStatusCode.NotFound, "chapter-unknown")]
    [InlineData("/api/plan/chapters/1?x=1", HttpStatusCode.BadRequest, "parameter-unknown")]
    [InlineData("/api/plan/outline?x=1", HttpStatusCode.BadRequest, "parameter-unknown")]
    [InlineData("/api/plan/paragraphs/1'--", HttpStatusCode.NotFound, "paragraph-unknown")]
    [InlineData("/api/plan/paragraphs/%5B%7B", HttpStatusCode.NotFound, "paragraph-unknown")]
    [InlineData("/api/plan/paragraphs/fyp14-chapter-99-p1", HttpStatusCode.NotFound, "paragraph-unknown")]
    [InlineData("/api/plan/paragraphs/fyp14-chapter-1-p1?attribute=x", HttpStatusCode.BadRequest, "parameter-missing")]
    [InlineData("/api/plan/paragraphs/fyp14-chapter-1-p1?value=NaN", HttpStatusCode.BadRequest, "value-invalid")]
    [InlineData("/api/plan/paragraphs/fyp14-chapter-1-p1?value=1e400", HttpStatusCode.BadRequest, "value-invalid")]
    [InlineData("/api/plan/paragraphs/fyp14-chapter-1-p1?q=%00", HttpStatusCode.BadRequest, "nul-character")]
    [InlineData("/api/plan/paragraphs/fyp14-chapter-1-p1?code=nobody", HttpStatusCode.NotFound, "feature-unknown")]
    [InlineData("/api/plan/paragraphs/fyp14-chapter-1-p1?code=park-1&collection=x'--", HttpStatusCode.NotFound, "feature-unknown")]
    public async Task What_nobody_asks_in_good_faith_has_its_status_and_code(string address, HttpStatusCode status, string code)
    {
        var problem = await server.GetProblem(address, status);
        Assert.Equal(code, (string)problem["code"]!);
        Assert.DoesNotContain("select", problem.ToJsonString(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/api/plan/gaps")]
    [InlineData("/api/plan/outline")]
    [InlineData("/api/plan/chapters/20")]
    [InlineData("/api/plan/paragraphs/fyp14-chapter-20-p3")]
    [InlineData("/api/industries/new-energy")]
    public async Task What_has_not_changed_is_304(string address)
    {
        var first = await server.Send(address);
        var again = await server.Send(address, ("If-None-Match", first.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }
}
