using System.Net;
using System.Text.Json.Nodes;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>OGC 23-058r2: the documents that say what a collection holds and what may be asked of it.</summary>
public sealed class SchemaTests(UnchangedPlan server) : IClassFixture<UnchangedPlan>
{
    [Theory]
    [InlineData("schema")]
    [InlineData("queryables")]
    public async Task Every_collection_has_the_document_with_its_roles(string resource)
    {
        foreach (var collection in (await server.Get("/ogc/collections"))["collections"]!.AsArray())
        {
            var address = $"/ogc/collections/{collection!["id"]}/{resource}";
            var schema = await server.Get(address);
            Assert.Equal("https://json-schema.org/draft/2020-12/schema", (string)schema["$schema"]!);
            Assert.EndsWith(address, (string)schema["$id"]!, StringComparison.Ordinal);
            Assert.False((bool)schema["additionalProperties"]!);

            var properties = schema["properties"]!.AsObject();
            Assert.Equal(Enumerable.Range(1, properties.Count), properties.Select(property => (int)property.Value!["x-ogc-propertySeq"]!));
            Assert.Equal(["code"], properties.Where(property => (string?)property.Value!["x-ogc-role"] == "id").Select(property => property.Key));
            Assert.Equal(["geometry"], properties.Where(property => (string?)property.Value!["x-ogc-role"] == "primary-geometry").Select(property => property.Key));
            Assert.Matches("^geometry-(point|multilinestring|multipolygon)$", (string)properties["geometry"]!["format"]!);
            Assert.All(properties, property => Assert.True(property.Key == "geometry" || property.Value!["type"] is not null, property.Key));
        }
    }

    [Fact]
    public async Task A_reference_names_the_collection_it_leads_to()
    {
        var park = (await server.Get("/ogc/collections/projects/schema"))["properties"]!["park"]!;
        Assert.Equal(("reference", "parks"), ((string)park["x-ogc-role"]!, (string)park["x-ogc-collectionId"]!));
        var known = await server.Codes("/ogc/collections/parks/items");
        foreach (var feature in (await server.Get("/ogc/collections/projects/items?limit=1000"))["features"]!.AsArray())
        {
            Assert.True((string?)feature!["properties"]!["park"] is not { } code || known.Contains(code), (string)feature["id"]!);
        }
    }

    [Theory]
    [InlineData(null, "重点项目", "产业链")]
    [InlineData("zh-CN,zh;q=0.9,en;q=0.8", "重点项目", "产业链")]
    [InlineData("en-GB,en;q=0.9", "Projects", "Industry chain")]
    [InlineData("de, en;q=0.5, zh;q=0.4", "Projects", "Industry chain")]
    [InlineData("fr", "重点项目", "产业链")]
    [InlineData(";;q=x,,", "重点项目", "产业链")]
    public async Task Titles_are_in_the_language_of_the_reader(string? accepted, string title, string chain)
    {
        var response = await server.Send("/ogc/collections/projects/schema", accepted is null ? [] : [("Accept-Language", accepted)]);
        var schema = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal((title, chain), ((string)schema["title"]!, (string)schema["properties"]!["industry_chain"]!["title"]!));
        Assert.Contains("Accept-Language", string.Join(',', response.Headers.Vary), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tag_of_one_language_is_no_answer_in_the_other()
    {
        const string Address = "/ogc/collections/projects/queryables";
        var tag = (await server.Send(Address, ("Accept-Language", "zh"))).Headers.ETag!.ToString();
        Assert.Equal(HttpStatusCode.NotModified, (await server.Send(Address, ("Accept-Language", "zh"), ("If-None-Match", tag))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await server.Send(Address, ("Accept-Language", "en"), ("If-None-Match", tag))).StatusCode);
    }
}
