using System.Net;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>Where a client begins, and whether every link leads somewhere.</summary>
public sealed class LandingTests(UnchangedPlan server) : IClassFixture<UnchangedPlan>
{
    [Fact]
    public async Task Every_link_of_landing_page_and_collections_leads_to_what_it_says()
    {
        var pages = new[] { await server.Get("/ogc"), await server.Get("/ogc/collections"), await server.Get("/ogc/collections/parks") };
        var links = pages.SelectMany(LinksIn).Where(link => (string)link["type"]! != "text/html" && (string)link["rel"]! != "enclosure").DistinctBy(link => (string)link["href"]!).ToList();
        Assert.True(links.Count > 60, $"only {links.Count} links");
        foreach (var link in links)
        {
            var response = await server.Send((string)link["href"]!);
            Assert.Equal((HttpStatusCode.OK, (string)link["type"]!), (response.StatusCode, response.Content.Headers.ContentType!.ToString().Replace("; charset=utf-8", "", StringComparison.Ordinal).Replace("; ", ";", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task Names_its_conformance_classes()
    {
        var classes = (await server.Get("/ogc/conformance"))["conformsTo"]!.AsArray().Select(entry => (string)entry!);
        Assert.Superset(
            new HashSet<string>
            {
                "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
                "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs",
                "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/features-filter",
                "http://www.opengis.net/spec/ogcapi-features-5/1.0/conf/schemas",
            },
            classes.ToHashSet());
    }

    [Fact]
    public async Task The_document_describes_every_collection_with_its_parameters_inline()
    {
        var paths = (await server.Get("/ogc/api"))["paths"]!;
        foreach (var collection in (await server.Get("/ogc/collections"))["collections"]!.AsArray())
        {
            var items = paths[$"/collections/{collection!["id"]}/items"]!["get"]!;
            var names = items["parameters"]!.AsArray().Select(parameter => (string)parameter!["name"]!).ToList();
            Assert.Superset(new HashSet<string> { "bbox", "datetime", "limit", "plan_status" }, names.ToHashSet());
            Assert.All(items["parameters"]!.AsArray(), parameter => Assert.Equal("form", (string)parameter!["style"]!));
        }
    }

    [Fact]
    public async Task A_collection_is_the_same_in_the_list_and_by_itself()
    {
        foreach (var listed in (await server.Get("/ogc/collections"))["collections"]!.AsArray())
        {
            Assert.Equal(listed!.ToJsonString(), (await server.Get($"/ogc/collections/{listed["id"]}")).ToJsonString());
        }
    }

    [Fact]
    public async Task The_extent_holds_the_data()
    {
        var box = (await server.Get("/ogc/collections/parks"))["extent"]!["spatial"]!["bbox"]![0]!.AsArray().Select(number => (double)number!).ToArray();
        var inside = await server.Codes($"/ogc/collections/parks/items?bbox={string.Join(',', box.Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture)))}");
        Assert.Equal(12, inside.Count);
    }

    [Fact]
    public async Task Queryables_are_what_items_understand()
    {
        var queryables = (await server.Get("/ogc/collections/projects/queryables"))["properties"]!.AsObject();
        Assert.Contains("industry_chain", queryables.Select(entry => entry.Key));
        Assert.DoesNotContain("citations", queryables.Select(entry => entry.Key));
        Assert.Equal(
            CatalogueReader.Load(Repository.GisData).Vocabularies["industry_chain"].Terms.Select(term => term.Code),
            queryables["industry_chain"]!["enum"]!.AsArray().Select(code => (string)code!));
        foreach (var (name, schema) in queryables.Where(entry => entry.Key != "geometry"))
        {
            var value = (string?)schema!["type"] is "integer" or "number" ? "1" : "a";
            await server.Get($"/ogc/collections/projects/items?{name}={value}");
        }
    }

    [Fact]
    public async Task The_schema_names_every_property_of_a_feature()
    {
        var schema = (await server.Get("/ogc/collections/projects/schema"))["properties"]!.AsObject().Select(entry => entry.Key);
        var feature = (await server.Get("/ogc/collections/projects/items?limit=1"))["features"]![0]!["properties"]!.AsObject().Select(entry => entry.Key);
        Assert.Equal(feature.Order(), schema.Where(name => name != "geometry").Order());
    }

    [Fact]
    public async Task Functions_are_what_a_filter_may_call()
    {
        var link = (await server.Get("/ogc"))["links"]!.AsArray().Single(link => ((string)link!["rel"]!).EndsWith("/functions", StringComparison.Ordinal))!;
        var functions = (await server.Get((string)link["href"]!))["functions"]!.AsArray().ToDictionary(entry => (string)entry!["name"]!, entry => entry!);
        Assert.Equal(Cql2.CqlOperator.All.Where(known => known.IsFunction).Select(known => known.Name).Order(StringComparer.Ordinal), functions.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(("string", "string"), ((string)functions["casei"]["arguments"]![0]!["type"]![0]!, (string)functions["casei"]["returns"]![0]!));
        Assert.Equal(["geometry", "geometry"], functions["s_intersects"]["arguments"]!.AsArray().Select(argument => (string)argument!["type"]!.AsArray().Single()!));
        Assert.Equal("datetime", (string)functions["t_after"]["arguments"]![1]!["type"]!.AsArray().Single()!);
        Assert.All(functions.Values, function => Assert.Single(function["returns"]!.AsArray()));
    }

    [Fact]
    public async Task Every_alternate_in_HTML_is_a_page()
    {
        var pages = new[] { await server.Get("/ogc"), await server.Get("/ogc/collections"), await server.Get("/ogc/collections/parks/items?limit=2&plan_status=planned,existing&sortby=-name_zh&crs=EPSG:4548"), await server.Get("/ogc/collections/parks/items/park-5") };
        var links = pages.SelectMany(LinksIn).Where(link => (string)link["rel"]! is "alternate" or "service-doc").ToList();
        Assert.True(links.Count > 18, $"only {links.Count} links");
        foreach (var link in links)
        {
            var response = await server.Send((string)link["href"]!);
            Assert.Equal(((string)link["href"]!, HttpStatusCode.OK, "text/html"), ((string)link["href"]!, response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        }
    }

    [Fact]
    public async Task A_collection_can_be_had_as_a_file_of_any_format()
    {
        var links = LinksIn(await server.Get("/ogc/collections/hubs")).Where(link => (string)link["rel"]! == "enclosure").ToList();
        Assert.Equal(Server.Export.ExportFormat.All.Count, links.Count);
        foreach (var link in links)
        {
            var response = await server.Send((string)link["href"]!);
            Assert.Equal(((string)link["href"]!, HttpStatusCode.OK, (string)link["type"]!), ((string)link["href"]!, response.StatusCode, response.Content.Headers.ContentType!.ToString()));
        }
    }

    [Fact]
    public async Task The_document_describes_every_address_of_a_collection()
    {
        var paths = (await server.Get("/ogc/api"))["paths"]!.AsObject().Select(entry => entry.Key).ToHashSet();
        foreach (var resource in new[] { "", "/items", "/items/{featureId}", "/queryables", "/sortables", "/schema", "/facets", "/identify", "/export", "/tiles", "/tiles/WebMercatorQuad/{tileMatrix}/{tileRow}/{tileCol}" })
        {
            Assert.Contains($"/collections/projects{resource}", paths);
        }

        var page = await (await server.Send("/ogc/api", ("Accept", "text/html"))).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.All(paths, path => Assert.Contains(path, page, StringComparison.Ordinal));
    }

    private static IEnumerable<JsonNode> LinksIn(JsonNode node) => node switch
    {
        JsonObject entry => entry.SelectMany(member => member is { Key: "links", Value: JsonArray links } ? links.Select(link => link!) : member.Value is null ? [] : LinksIn(member.Value)),
        JsonArray list => list.Where(item => item is not null).SelectMany(item => LinksIn(item!)),
        _ => [],
    };
}
