using System.Globalization;
using System.Text.Json.Nodes;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>The parameter bbox: what touches the box, however narrow it is, and what has a place that is not known.</summary>
public sealed class BoxTests(UnchangedPlan server) : IClassFixture<UnchangedPlan>
{
    /// <summary>Collections of points, lines and areas.</summary>
    public static TheoryData<string> Collections => ["projects", "hubs", "roads", "belts", "parks", "urban-clusters"];

    /// <summary>A box that has no width, no height or neither is a line or a point, through a vertex of something or not.</summary>
    [Theory]
    [MemberData(nameof(Collections))]
    public async Task A_box_finds_what_the_spatial_operator_finds_and_what_has_no_place(string collection)
    {
        var found = 0;
        var features = (await server.Get($"/ogc/collections/{collection}/items?limit=3&placement=surveyed,stated,inferred"))["features"]!.AsArray();
        foreach (var (x, y) in features.Select(feature => First(feature!["geometry"]!["coordinates"]!)))
        {
            foreach (var (width, height) in new[] { (0, 0), (0.05, 0), (0, 0.05), (-0.05, 0), (0, -0.05), (0.02, 0.02) })
            {
                var (west, south, east, north) = (Math.Min(x, x + width), Math.Min(y, y + height), Math.Max(x, x + width), Math.Max(y, y + height));
                var box = string.Create(CultureInfo.InvariantCulture, $"{west:R},{south:R},{east:R},{north:R}");
                var touched = await server.Codes($"/ogc/collections/{collection}/items?limit=1000&filter=S_INTERSECTS(geometry,BBOX({box})) OR placement='unplaced'");
                Assert.Equal(touched, await server.Codes($"/ogc/collections/{collection}/items?limit=1000&bbox={box}"));
                found += touched.Count;
            }
        }

        Assert.True(found > 6);
    }

    [Theory]
    [InlineData("http://www.opengis.net/def/crs/EPSG/0/4548")]
    [InlineData("http://www.opengis.net/def/crs/EPSG/0/3857")]
    [InlineData("http://www.opengis.net/def/crs/EPSG/0/4490")]
    public async Task A_narrow_box_of_another_system_finds_what_it_touches(string crs)
    {
        var park = (await server.Get($"/ogc/collections/parks/items?limit=1&crs={crs}"))["features"]![0]!;
        var ring = park["geometry"]!["coordinates"]![0]![0]!.AsArray();
        var (one, other) = (ring.Max(place => (double)place![0]!), ring.Average(place => (double)place![1]!));
        var (first, last) = (ring.Min(place => (double)place![0]!), string.Create(CultureInfo.InvariantCulture, $"{other:R}"));
        var box = string.Create(CultureInfo.InvariantCulture, $"{first:R},{last},{one:R},{last}");
        Assert.Contains((string)park["id"]!, await server.Codes($"/ogc/collections/parks/items?bbox-crs={crs}&bbox={box}"));
    }

    [Theory]
    [InlineData("0,0,0,0")]
    [InlineData("-1,-1,1,1")]
    [InlineData("177,65,-177,70")]
    public async Task What_has_no_geometry_matches_every_box(string box)
    {
        var nowhere = await server.Codes("/ogc/collections/projects/items?limit=1000&placement=unplaced");
        Assert.NotEmpty(nowhere);
        Assert.Equal(nowhere, await server.Codes($"/ogc/collections/projects/items?limit=1000&bbox={box}"));
        Assert.Empty(await server.Codes($"/ogc/collections/projects/items?limit=1000&bbox={box}&placement=surveyed,stated,inferred"));
        var facets = await server.Get($"/ogc/collections/projects/facets?bbox={box}");
        Assert.Equal((nowhere.Count, 0, nowhere.Count), ((int)facets["numberMatched"]!, (int)facets["placed"]!, (int)facets["unplaced"]!));
    }

    [Fact]
    public async Task What_has_no_place_is_on_the_pages_of_a_box_once()
    {
        const string Box = "/ogc/collections/projects/items?bbox=116.6,35.4,116.7,35.5";
        var all = await server.Codes($"{Box}&limit=1000");
        var seen = new List<string>();
        for (var next = $"{Box}&limit=7&sortby=-investment_cny"; next is not null;)
        {
            var page = await server.Get(next);
            seen.AddRange(page["features"]!.AsArray().Select(feature => (string)feature!["id"]!));
            next = (string?)page["links"]!.AsArray().FirstOrDefault(link => (string)link!["rel"]! == "next")?["href"];
        }

        Assert.Equal(all, seen.Order(StringComparer.Ordinal));
    }

    private static (double X, double Y) First(JsonNode coordinates) =>
        coordinates[0] is JsonArray inner ? First(inner) : ((double)coordinates[0]!, (double)coordinates[1]!);
}
