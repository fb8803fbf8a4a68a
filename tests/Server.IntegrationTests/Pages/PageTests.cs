using System.Net;
using System.Xml.Linq;

namespace SpatialPlan.Server.IntegrationTests.Pages;

/// <summary>Pages for people at the addresses of the OGC API.</summary>
public sealed class PageTests(PlanServer server) : IClassFixture<PlanServer>
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private const string Project = "/ogc/collections/projects/items/project-4-1-1";

    [Theory]
    [InlineData("/ogc", Browser, true)]
    [InlineData("/ogc/collections", Browser, true)]
    [InlineData("/ogc/collections/parks", Browser, true)]
    [InlineData("/ogc/collections/parks/items", Browser, true)]
    [InlineData(Project, Browser, true)]
    [InlineData(Project, "*/*", false)]
    [InlineData(Project, "application/geo+json, application/json", false)]
    [InlineData(Project, "application/json, text/html;q=0.5", false)]
    [InlineData(Project + "?f=json", Browser, false)]
    [InlineData(Project + "?f=html", "application/json", true)]
    [InlineData("/ogc/conformance", Browser, true)]
    [InlineData("/ogc/functions", Browser, false)]
    public async Task Who_would_rather_read_HTML_gets_a_page(string address, string accept, bool isPage)
    {
        var response = await server.Send(address, ("Accept", accept));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(isPage, response.Content.Headers.ContentType!.MediaType == "text/html");
        Assert.Contains("Accept", response.Headers.Vary);
        Assert.Equal(isPage, response.Headers.Vary.Contains("Accept-Language"));
    }

    /// <summary>/req/html/definition of Common and Features: every answer of theirs is a page too.</summary>
    [Theory]
    [InlineData("/")]
    [InlineData("/conformance")]
    [InlineData("/api")]
    [InlineData("/collections")]
    [InlineData("/collections/{collectionId}")]
    [InlineData("/collections/{collectionId}/items")]
    [InlineData("/collections/{collectionId}/items/{featureId}")]
    public async Task What_the_class_HTML_asks_for_is_declared_described_and_served(string path)
    {
        var declared = (await server.Get("/ogc/conformance"))["conformsTo"]!.AsArray().Select(name => (string)name!).ToList();
        Assert.Equal(["common-1", "common-2", "features-1"], declared.Where(name => name.EndsWith("/conf/html", StringComparison.Ordinal)).Select(name => name.Split('/')[4]["ogcapi-".Length..]));
        var described = (await server.Get("/ogc/api?f=json"))["paths"]![path.Replace("{collectionId}", "parks", StringComparison.Ordinal)]!["get"]!;
        Assert.NotNull(described["responses"]!["200"]!["content"]!["text/html"]);
        var address = "/ogc" + path.Replace("{collectionId}", "parks", StringComparison.Ordinal).Replace("{featureId}", "park-5", StringComparison.Ordinal).TrimEnd('/');
        var page = await server.Send(address, ("Accept", "text/html"));
        Assert.Equal((HttpStatusCode.OK, "text/html"), (page.StatusCode, page.Content.Headers.ContentType!.MediaType));
        var given = await Page($"{address}?f=html");
        Assert.NotEmpty(given.Descendants("a"));
        if (path == "/conformance")
        {
            Assert.Equal(declared, given.Descendants("li").Elements("a").Select(link => link.Value).Intersect(declared));
        }
    }

    [Theory]
    [InlineData("", "", "zh-CN", "济宁国际高端装备产业城项目")]
    [InlineData("", "en-GB,en;q=0.9,zh;q=0.5", "en", "Jining International High-end Equipment Industry City")]
    [InlineData("&lang=en", "zh", "en", "Jining International High-end Equipment Industry City")]
    [InlineData("&lang=zh", "en", "zh-CN", "济宁国际高端装备产业城项目")]
    public async Task A_feature_has_its_name_facts_citations_and_links_in_the_language_asked_for(string query, string accepted, string language, string name)
    {
        var page = await Page($"{Project}?f=html{query}", ("Accept-Language", accepted));
        Assert.Equal(language, (string)page.Root!.Attribute("lang")!);
        Assert.Equal(name, page.Descendants("h1").Single().Value);
        Assert.StartsWith($"{name} · ", page.Descendants("title").First().Value, StringComparison.Ordinal);
        Assert.Equal(name, Meta(page, "og:title"));
        Assert.NotEmpty(Meta(page, "og:description"));
        Assert.Contains(page.Descendants("td"), cell => cell.Value.Contains(language == "en" ? "Box 4-1 item 1" : "专栏 4-1 第 1 项", StringComparison.Ordinal));
        Assert.Contains(page.Descendants("td"), cell => cell.Value == (language == "en" ? "Not stated in the plan" : "规划未载明"));
        Assert.Contains(page.Descendants("circle"), circle => (string)circle.Attribute("class")! == "point");
        Assert.Contains(page.Descendants("path"), path => (string)path.Attribute("class")! == "zone");
        var addresses = page.Descendants("a").Select(link => (string)link.Attribute("href")!).ToList();
        Assert.Contains("http://localhost/?select=projects/project-4-1-1", addresses);
        foreach (var address in addresses.Where(address => address.StartsWith("http://localhost/ogc", StringComparison.Ordinal)).Distinct())
        {
            Assert.Equal(HttpStatusCode.OK, (await server.Send(address, ("Accept", Browser))).StatusCode);
        }
    }

    [Fact]
    public async Task Items_lead_from_page_to_page_to_every_feature()
    {
        var all = await server.Codes("/ogc/collections/projects/items?limit=1000");
        var seen = new List<string>();
        for (var address = "/ogc/collections/projects/items?f=html&limit=20&lang=en"; address is not null;)
        {
            var page = await Page(address);
            seen.AddRange(page.Descendants("tbody").Single().Elements("tr").Select(row => row.Elements("td").First().Value));
            address = (string?)page.Descendants("a").SingleOrDefault(link => (string?)link.Attribute("rel") == "next")?.Attribute("href");
        }

        Assert.Equal(all, seen);
        Assert.Contains(all.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), (await Page("/ogc/collections/projects/items?f=html&limit=1000")).Descendants("caption").Single().Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_is_text_whatever_it_says()
    {
        const string Name = "<img src=x onerror=alert(1)></script>\u202E";
        await server.Database.Execute($"""
            insert into feature.hubs (code, version, review_state, recorded_from, approved_at, approved_by, recorded_by, name_zh, name_en, origin, plan_status, placement)
            values ('hub-hostile', 1, 'approved', now(), now(), 'operator', 'tester', '{Name}', '" onmouseover="alert(1)', 'staff', 'planned', 'unplaced')
            """);
        foreach (var address in new[] { "/ogc/collections/hubs/items?f=html&limit=1000", "/ogc/collections/hubs/items/hub-hostile?f=html", "/ogc/collections/hubs/items/hub-hostile?f=html&lang=en" })
        {
            var page = await Page(address);
            Assert.Empty(page.Descendants("script"));
            Assert.Empty(page.Descendants("img"));
            Assert.DoesNotContain(page.Descendants().Attributes(), attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        }

        var feature = await Page("/ogc/collections/hubs/items/hub-hostile?f=html");
        Assert.Equal(Name, feature.Descendants("h1").Single().Value);
    }

    [Fact]
    public async Task Page_and_data_have_tags_of_their_own()
    {
        var tags = new List<string>();
        foreach (var address in new[] { Project, $"{Project}?f=html", $"{Project}?f=html&lang=en" })
        {
            tags.Add((await server.Send(address)).Headers.ETag!.Tag);
        }

        Assert.Equal(tags.Count, tags.Distinct().Count());
        Assert.Equal(HttpStatusCode.NotModified, (await server.Send($"{Project}?f=html", ("If-None-Match", $"W/{tags[1]}"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await server.Send($"{Project}?f=html", ("If-None-Match", $"W/{tags[0]}"))).StatusCode);
    }

    [Fact]
    public async Task Every_collection_and_every_kind_of_feature_has_a_page()
    {
        var listed = await Page("/ogc/collections?f=html");
        foreach (var collection in (await server.Get("/ogc/collections"))["collections"]!.AsArray().Select(entry => (string)entry!["id"]!))
        {
            Assert.Contains(listed.Descendants("a"), link => ((string)link.Attribute("href")!).EndsWith($"/collections/{collection}", StringComparison.Ordinal));
            await Page($"/ogc/collections/{collection}?f=html");
            foreach (var code in (await server.Codes($"/ogc/collections/{collection}/items?limit=2")).Take(2))
            {
                await Page($"/ogc/collections/{collection}/items/{code}?f=html&lang=en");
            }
        }
    }

    [Fact]
    public async Task A_project_leads_to_its_enterprise()
    {
        const string Address = "/ogc/collections/projects/items/project-4-1-8?f=html";
        var page = await server.Client.GetStringAsync(Address, TestContext.Current.CancellationToken);
        const string Link = "../../enterprises/items/enterprise-yongsheng";
        Assert.Contains($"href=\"{Link}\"", page, StringComparison.Ordinal);
        var there = new Uri(new Uri(server.Client.BaseAddress!, Address), Link);
        Assert.Equal(HttpStatusCode.OK, (await server.Send(there.PathAndQuery)).StatusCode);
    }

    [Theory]
    [InlineData("/ogc/collections/hubs/items/nobody?f=html", HttpStatusCode.NotFound)]
    [InlineData("/ogc/collections/nothing?f=html", HttpStatusCode.NotFound)]
    [InlineData("/ogc?f=html&lang=de", HttpStatusCode.BadRequest)]
    [InlineData("/ogc/collections?f=html&nonsense=1", HttpStatusCode.BadRequest)]
    [InlineData("/ogc/functions?f=html", HttpStatusCode.BadRequest)]
    [InlineData("/ogc/collections/hubs/facets?lang=en", HttpStatusCode.BadRequest)]
    public async Task What_there_is_no_page_of_is_a_problem(string address, HttpStatusCode status) => await server.GetProblem(address, status);

    [Theory]
    [InlineData("/ogc/collections/parks/items/no-such", "text/html,*/*;q=0.8", 404, "feature-unknown", true)]
    [InlineData("/ogc/collections/parks/export?f=csv&no_such=1&lang=en", "text/html", 400, "parameter-unknown", true)]
    [InlineData("/no-such-address?lang=de", "text/html", 404, "not-found", true)]
    [InlineData("/ogc/collections/parks/items/no-such?f=json", "text/html", 404, "feature-unknown", false)]
    [InlineData("/ogc/collections/parks/items/no-such", "*/*", 404, "feature-unknown", false)]
    [InlineData("/ogc/collections/parks/items/no-such?f=html", "application/json", 404, "feature-unknown", false)]
    public async Task An_error_is_a_page_to_people_and_a_problem_to_programs(string address, string accept, int status, string code, bool isPage)
    {
        var response = await server.Send(address, ("Accept", accept));
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(isPage ? "text/html" : "application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains(code, text, StringComparison.Ordinal);
        Assert.Contains(response.Headers.Vary, name => name.Contains("Accept", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_code_that_was_taken_over_leads_to_the_page_of_its_successor()
    {
        var response = await server.Send("/ogc/collections/projects/items/project-9-1-2?f=html");
        Assert.Equal(HttpStatusCode.PermanentRedirect, response.StatusCode);
        Assert.EndsWith("/projects/items/project-4-4-3?f=html", response.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    private static string Meta(XDocument page, string property) =>
        (string)page.Descendants("meta").Single(meta => (string?)meta.Attribute("property") == property).Attribute("content")!;

    private async Task<XDocument> Page(string address, params (string Name, string Value)[] headers)
    {
        var response = await server.Send(address, headers);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{address} answered {response.StatusCode}: {text}");
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
        return ForeignText.Parse(text);
    }
}
