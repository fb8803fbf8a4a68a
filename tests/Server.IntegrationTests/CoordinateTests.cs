using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using CsCheck;
using SpatialPlan.Server.Geo;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>/api/coordinates: one point in every system, x always easting or longitude.</summary>
public sealed class CoordinateTests(UnchangedPlan server) : IClassFixture<UnchangedPlan>
{
    [Fact]
    public async Task A_point_is_given_in_every_system()
    {
        var points = (await server.Get("/api/coordinates?x=116.65&y=35.45&crs=EPSG:4490"))["coordinates"]!.AsArray();
        Assert.Equal(["CRS84", "EPSG:4490", "EPSG:4326", "EPSG:3857", "EPSG:4548", "EPSG:4527", "GCJ-02", "BD-09"], points.Select(point => (string)point!["crs"]!));
        Assert.Equal((468224.9812, 3924574.3071), At(points, "EPSG:4548"));
        Assert.Equal((39468224.9812, 3924574.3071), At(points, "EPSG:4527"));
        Assert.Equal((116.65537095, 35.44962914), At(points, "GCJ-02"));
        Assert.Equal((116.65, 35.45), At(points, "EPSG:4326"));
    }

    [Fact]
    public Task What_one_system_gives_is_the_same_point_in_the_others() =>
        Gen.Double[116.4, 116.9].Select(Gen.Double[35.2, 35.6]).SampleAsync(
            async place =>
            {
                var asked = await Ask(place.Item1, place.Item2, "CRS84");
                foreach (var crs in CrsList.ForPoints)
                {
                    var (x, y) = At(asked, crs.Code);
                    var again = await Ask(x, y, crs.Code);
                    var (there, here) = (At(asked, "EPSG:4548"), At(again, "EPSG:4548"));
                    Assert.Equal(there.X, here.X, 0.003);
                    Assert.Equal(there.Y, here.Y, 0.003);
                }
            },
            iter: 20,
            threads: 1);

    [Fact]
    public async Task Where_a_system_does_not_reach_there_are_no_numbers()
    {
        var points = (await server.Get("/api/coordinates?x=2.35&y=48.85"))["coordinates"]!.AsArray();
        Assert.Null(points.Single(point => (string)point!["crs"]! == "EPSG:4548")!["x"]);
        Assert.Equal((2.35, 48.85), At(points, "GCJ-02"));
    }

    [Theory]
    [InlineData("x=116.65", "parameter-missing")]
    [InlineData("x=NaN&y=1", "value-invalid")]
    [InlineData("x=1e400&y=1", "value-invalid")]
    [InlineData("x=1,5&y=1", "value-invalid")]
    [InlineData("x=1&y=1&crs=EPSG:9999", "crs-not-supported")]
    [InlineData("x=1&y=1&z=1", "parameter-unknown")]
    [InlineData("x=1&y=1&y=2", "parameter-repeated")]
    [InlineData("x=35.45&y=116.65", "coordinates-axes-swapped")]
    [InlineData("x=39468224&y=3924574&crs=EPSG:4548", "coordinates-zone-prefix-unexpected")]
    [InlineData("x=468224&y=3924574&crs=EPSG:4527", "coordinates-zone-prefix-missing")]
    [InlineData("x=468224&y=3924574&crs=CRS84", "coordinates-metres-as-degrees")]
    public async Task What_cannot_be_meant_is_400_with_a_code(string query, string code) =>
        Assert.Equal(code, (string)(await server.GetProblem($"/api/coordinates?{query}", HttpStatusCode.BadRequest))["code"]!);

    private async Task<JsonArray> Ask(double x, double y, string crs) =>
        (await server.Get(string.Create(CultureInfo.InvariantCulture, $"/api/coordinates?x={x:R}&y={y:R}&crs={crs}")))["coordinates"]!.AsArray();

    private static (double X, double Y) At(JsonArray points, string crs)
    {
        var point = points.Single(entry => (string)entry!["crs"]! == crs)!;
        return ((double)point["x"]!, (double)point["y"]!);
    }
}
