using System.Net;
using System.Xml.Linq;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.IntegrationTests.Pages;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>The comparison as a page: the rows of the API, in four languages, without a script.</summary>
public sealed class ParkComparePageTests(UnchangedPlan server) : IClassFixture<UnchangedPlan>
{
    private const string Four = "park-2,park-5,park-8,park-11";
    private const string Projects = "project-4-1-1,project-4-1-2,project-4-4-3,project-4-5-1";
    private const string Chains = "construction-machinery,biopharma,new-materials,digital-economy";

    [Theory]
    [InlineData(Four)]
    [InlineData(Projects)]
    [InlineData(Chains)]
    public async Task It_has_the_rows_of_the_API_all_or_only_those_that_differ(string codes)
    {
        var rows = (await server.Get($"/api/parks/compare?codes={codes}"))["rows"]!.AsArray();
        var all = await Page($"/en/compare?codes={codes}&rows=all");
        Assert.Equal(rows.Count, Rows(all).Count);
        Assert.Empty(all.Descendants("dl"));
        var differences = await Page($"/en/compare?codes={codes}");
        Assert.Equal(rows.Count(row => (bool)row!["differs"]!), Rows(differences).Count);
        Assert.Equal(rows.Count(row => !(bool)row!["differs"]!), differences.Descendants("dl").Elements("dt").Count());
        Assert.All(Rows(all), row => Assert.Equal(4, row.Elements("td").Count()));
        Assert.Equal(
            rows.Where(row => (string)row!["kind"]! != "known").Sum(row => row!["cells"]!.AsArray().Count(cell => cell!["value"] is null)),
            Rows(all).Elements("td").Elements("span").Count(said => (string?)said.Attribute("class") == "chip ns"));
    }

    [Theory]
    [InlineData(Four)]
    [InlineData(Projects)]
    [InlineData(Chains)]
    public async Task Each_figure_has_its_place_in_the_plan_or_its_rule(string codes)
    {
        var rows = Rows(await Page($"/en/compare?codes={codes}&rows=all"));
        Assert.Contains(rows, row => row.Descendants("bdi").Any(figure => (string?)figure.Attribute("class") == "amount"));
        foreach (var row in rows)
        {
            var hasRule = row.Element("th")!.Descendants("details").Any();
            Assert.All(row.Elements("td").Where(cell => cell.Descendants("bdi").Any(figure => (string?)figure.Attribute("class") == "amount") || cell.Descendants("svg").Any()),
                cell => Assert.True(hasRule || cell.Descendants("a").Any(), row.Value));
        }
    }

    [Theory]
    [InlineData("park-2")]
    [InlineData(Four)]
    [InlineData(Projects)]
    [InlineData(Chains)]
    public async Task It_is_there_in_four_languages_and_marks_what_has_no_translation(string codes)
    {
        foreach (var language in Languages.All)
        {
            foreach (var rows in new[] { "", "&rows=all" })
            {
                var page = await Page($"/{language}/compare?codes={codes}{rows}");
                Assert.Empty(ForeignText.Of(page));
                Assert.Empty(ForeignText.Unmarked(page));
                Assert.Empty(page.Descendants("script"));
            }
        }
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest, "parameter-missing")]
    [InlineData("?codes=", HttpStatusCode.BadRequest, "parameter-empty")]
    [InlineData("?codes=park-1,park-2,park-3,park-4,park-5", HttpStatusCode.BadRequest, "too-many-values")]
    [InlineData("?codes=park-1,park-1", HttpStatusCode.BadRequest, "value-repeated")]
    [InlineData("?codes=park-1,park-99", HttpStatusCode.NotFound, "feature-unknown")]
    [InlineData("?codes=park-1,biopharma", HttpStatusCode.BadRequest, "kinds-mixed")]
    [InlineData("?codes=park-1&rows=some", HttpStatusCode.BadRequest, "value-unknown")]
    [InlineData("?codes=park-1&bananas=1", HttpStatusCode.BadRequest, "parameter-unknown")]
    public async Task An_odd_question_is_refused_with_a_code_in_words(string question, HttpStatusCode status, string code)
    {
        Assert.Equal(code, (string)(await server.GetProblem($"/compare{question}", status))["code"]!);
        var response = await server.Send($"/ko/compare{question}", ("Accept", "text/html"));
        Assert.Equal(status, response.StatusCode);
        var page = ForeignText.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains(code, page.Root!.Value, StringComparison.Ordinal);
        Assert.True(ForeignText.IsWritten(page.Descendants("p").First(line => (string?)line.Attribute("class") == "lead").Value, "ko"));
    }

    [Theory]
    [InlineData(101, HttpStatusCode.BadRequest, "value-invalid")]
    [InlineData(10_000, HttpStatusCode.BadRequest, "value-invalid")]
    [InlineData(20_000, HttpStatusCode.RequestUriTooLong, "address-too-long")]
    public async Task A_code_that_is_longer_than_any_is_refused(int letters, HttpStatusCode status, string code) =>
        Assert.Equal(code, (string)(await server.GetProblem($"/compare?codes={new string('a', letters)}", status))["code"]!);

    [Fact]
    public async Task One_park_alone_can_be_looked_at_and_offers_the_others()
    {
        var page = await Page("/zh/compare?codes=park-2");
        var offered = page.Descendants("a").Select(link => (string)link.Attribute("href")!).Where(address => address.Contains("codes=park-2,", StringComparison.Ordinal)).ToList();
        Assert.Equal(11, offered.Count);
        Assert.Equal(HttpStatusCode.OK, (await server.Send(offered[0])).StatusCode);
    }

    [Fact]
    public async Task A_project_that_had_another_code_is_followed()
    {
        var response = await server.Send("/en/compare?codes=project-9-1-2,project-4-1-1");
        Assert.Equal(HttpStatusCode.PermanentRedirect, response.StatusCode);
        Assert.EndsWith("/en/compare?codes=project-4-4-3,project-4-1-1", response.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    private static List<XElement> Rows(XDocument page) => [.. page.Descendants("table").Single().Elements("tbody").Elements("tr").Where(row => (string?)row.Attribute("class") != "group")];

    private async Task<XDocument> Page(string address)
    {
        var response = await server.Send(address);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return ForeignText.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
