using System.Net;
using System.Text.Json.Nodes;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>The page of a park, which opens without a script and is what a link in a message shows.</summary>
public sealed class ParkPageTests(PlanServer server) : IClassFixture<PlanServer>
{
    public static TheoryData<string> Codes =>
        [.. JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.GisData, "layers", "parks.geojson")))!["features"]!.AsArray().Select(park => (string)park!["id"]!)];

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task It_says_what_the_plan_says_and_what_it_does_not_in_both_languages(string code)
    {
        var park = (await server.Get($"/ogc/collections/parks/items/{code}"))["properties"]!;
        var facts = (await server.Get("/api/catalogue"))["criteria"]!["facts"]!.AsArray();
        foreach (var language in new[] { "zh", "en" })
        {
            var page = WebUtility.HtmlDecode(await server.Client.GetStringAsync($"/parks/{code}?lang={language}", TestContext.Current.CancellationToken));
            Assert.Contains($"<h1><bdi>{(string)park[$"name_{language}"]!}</bdi></h1>", page, StringComparison.Ordinal);
            Assert.Contains("property=\"og:title\"", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
            Assert.All(park["chain_grounds"]!.AsArray(), ground => Assert.Contains((string)ground!["words"]!, page, StringComparison.Ordinal));
            Assert.All(facts, fact => Assert.Contains((string)fact![language]!, page, StringComparison.Ordinal));
            Assert.Contains($"?select=parks/{code}", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_park_that_is_not_there_is_said_to_be_unknown_and_an_odd_parameter_is_refused()
    {
        var token = TestContext.Current.CancellationToken;
        Assert.Equal(HttpStatusCode.NotFound, (await server.Client.GetAsync("/parks/park-99", token)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await server.Client.GetAsync("/parks/park-1?bananas=1", token)).StatusCode);
    }

    [Fact]
    public async Task What_a_messenger_adds_to_a_link_does_no_harm() =>
        Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync("/parks/park-1?from=singlemessage", TestContext.Current.CancellationToken)).StatusCode);
}
