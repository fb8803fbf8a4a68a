using System.Text.Json.Nodes;
using SpatialPlan.Server.Geo;
using Xunit;

namespace SpatialPlan.Server.Tests.Geo;

/// <summary>Corners that are typed are converted by the page (client/src/geo): it stores them where the server does.</summary>
public sealed class SharedCoordinateTests
{
    private const double Millimetre = 1e-8;

    public static TheoryData<string> Points => [.. SharedCases.Texts("coordinates", "points")];

    [Theory]
    [MemberData(nameof(Points))]
    public void A_point_is_stored_where_the_page_stores_it(string text)
    {
        var point = JsonNode.Parse(text)!;
        double Figure(string name) => point[name]!.GetValue<double>();

        var (longitude, latitude) = CrsList.FindForPoint(point["crs"]!.GetValue<string>())!.ToStore(Figure("x"), Figure("y"));

        Assert.Equal(Figure("lon"), longitude, Millimetre);
        Assert.Equal(Figure("lat"), latitude, Millimetre);
    }
}
