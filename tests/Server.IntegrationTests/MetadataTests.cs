using System.Net;
using System.Text.Json.Nodes;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>What the API says of itself and its data: in the language of who reads, with licence, attribution, contact and keywords from the catalogue.</summary>
public sealed class MetadataTests(UnchangedPlan server) : IClassFixture<UnchangedPlan>
{
    /// <summary>Addresses with titles, and one title of each in both languages.</summary>
    public static TheoryData<string, string, string> Titled => new()
    {
        { "/ogc", "济宁高新区", "Jining National High-tech Zone" },
        { "/ogc/api", "空间结构示意图", "spatial structure diagram" },
        { "/ogc/collections", "重点项目", "Projects" },
        { "/ogc/collections/parks", "十二个园区", "The twelve parks" },
        { "/ogc/collections/parks/queryables", "产业链", "Industry chains" },
        { "/ogc/collections/parks/sortables", "编号", "Number" },
        { "/ogc/collections/parks/schema", "用地面积", "Land area" },
        { "/ogc/tiles/WebMercatorQuad", "园区", "Parks" },
        { "/ogc/collections/parks/tiles/WebMercatorQuad/tilejson", "园区", "Parks" },
    };

    [Theory]
    [MemberData(nameof(Titled))]
    public async Task Titles_follow_the_reader_and_each_language_has_a_tag_of_its_own(string address, string zh, string en)
    {
        var chinese = await server.Send(address, ("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.8"));
        var english = await server.Send(address, ("Accept-Language", "en-GB,en;q=0.9,zh;q=0.1"));
        foreach (var (response, word, language) in new[] { (chinese, zh, "zh"), (english, en, "en"), (await server.Send($"{address}?lang=en", ("Accept-Language", "zh")), en, "en") })
        {
            Assert.Contains(word, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
            Assert.Equal([language], response.Content.Headers.ContentLanguage);
            Assert.Contains("Accept-Language", string.Join(',', response.Headers.Vary), StringComparison.Ordinal);
        }

        Assert.DoesNotContain(zh, await english.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.NotEqual(chinese.Headers.ETag, english.Headers.ETag);
        Assert.Equal(HttpStatusCode.OK, (await server.Send(address, ("Accept-Language", "en"), ("If-None-Match", chinese.Headers.ETag!.ToString()))).StatusCode);
        Assert.Equal(HttpStatusCode.NotModified, (await server.Send(address, ("Accept-Language", "en"), ("If-None-Match", english.Headers.ETag!.ToString()))).StatusCode);
    }

    [Theory]
    [MemberData(nameof(Titled))]
    public async Task A_language_that_is_not_there_is_refused(string address, string zh, string en)
    {
        Assert.NotEqual(zh, en);
        var problem = await server.GetProblem($"{address}?lang=fr", HttpStatusCode.BadRequest);
        Assert.Equal(("value-invalid", "lang"), ((string)problem["code"]!, (string)problem["args"]!["parameter"]!));
    }

    [Fact]
    public async Task A_collection_names_the_licence_and_the_source_of_its_features()
    {
        var (parks, railways) = (await server.Get("/ogc/collections/parks"), await server.Get("/ogc/collections/railways"));
        Assert.Equal(("SpatialPlan", "CC-BY-4.0"), ((string)parks["attribution"]!, Licence(parks)));
        Assert.Equal(("© OpenStreetMap contributors, ODbL", "ODbL-1.0"), ((string)railways["attribution"]!, Licence(railways)));
        Assert.Contains("十四五规划", parks["keywords"]!.AsArray().Select(word => (string)word!));
        Assert.Contains("OpenStreetMap", (string)(await server.Get("/ogc/tiles/WebMercatorQuad/tilejson"))["attribution"]!, StringComparison.Ordinal);
        Assert.Equal("SpatialPlan", (string)(await server.Get("/ogc/collections/parks/tiles/WebMercatorQuad/tilejson"))["attribution"]!);
    }

    [Fact]
    public async Task A_contact_that_nobody_gave_is_empty_and_not_left_out()
    {
        var (landing, info) = (await server.Get("/ogc"), (await server.Get("/ogc/api"))["info"]!);
        Assert.Empty(landing["contacts"]!.AsArray());
        Assert.Empty((await server.Get("/ogc/collections/parks"))["contacts"]!.AsArray());
        Assert.Empty(info["contact"]!.AsObject());
        Assert.Equal(Licence(landing), (string)info["license"]!["name"]!);
        Assert.StartsWith("https://creativecommons.org/licenses/by/4.0", (string)info["license"]!["url"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_bounds_of_tiles_hold_the_data_and_their_address_takes_no_words_of_the_description()
    {
        var extent = (await server.Get("/ogc/collections/hubs"))["extent"]!["spatial"]!["bbox"]![0]!;
        var described = await server.Get("/ogc/collections/hubs/tiles/WebMercatorQuad/tilejson?f=json&lang=en&plan_status=existing");
        Assert.Equal(extent.ToJsonString(), described["bounds"]!.ToJsonString());
        Assert.EndsWith("{z}/{y}/{x}?plan_status=existing", (string)described["tiles"]![0]!, StringComparison.Ordinal);
    }

    private static string Licence(JsonNode described) => (string)described["links"]!.AsArray().Single(link => (string)link!["rel"]! == "license")!["title"]!;
}
