using SpatialPlan.Server.Geo;
using Xunit;

namespace SpatialPlan.Server.Tests.Geo;

/// <summary>Numbers that cannot be meant in the system they are declared in, and what was confused.</summary>
public sealed class PlausibilityTests
{
    [Theory]
    [InlineData("EPSG:4548", 468224.98, 3924574.31, null)]
    [InlineData("EPSG:4527", 39468224.98, 3924574.31, null)]
    [InlineData("EPSG:4548", 39468224.98, 3924574.31, "coordinates-zone-prefix-unexpected")]
    [InlineData("EPSG:4548", 20468224.98, 3924574.31, "coordinates-zone-prefix-unexpected")]
    [InlineData("EPSG:4527", 468224.98, 3924574.31, "coordinates-zone-prefix-missing")]
    [InlineData("EPSG:4527", 40468224.98, 3924574.31, "coordinates-zone-other")]
    [InlineData("EPSG:4548", 99468224.98, 3924574.31, "coordinates-out-of-range")]
    [InlineData("EPSG:4548", 3924574.31, 468224.98, "coordinates-axes-swapped")]
    [InlineData("EPSG:4527", 3924574.31, 39468224.98, "coordinates-axes-swapped")]
    [InlineData("EPSG:4548", 116.65, 35.45, "coordinates-degrees-as-metres")]
    [InlineData("EPSG:3857", 116.65, 35.45, "coordinates-degrees-as-metres")]
    [InlineData("EPSG:3857", 12985418.6, 4225203.75, null)]
    [InlineData("EPSG:3857", 39468224.98, 3924574.31, "coordinates-out-of-range")]
    [InlineData("EPSG:4490", 116.65, 35.45, null)]
    [InlineData("EPSG:4490", 35.45, 116.65, "coordinates-axes-swapped")]
    [InlineData("GCJ-02", 468224.98, 3924574.31, "coordinates-metres-as-degrees")]
    [InlineData("CRS84", 181, 35, "coordinates-out-of-range")]
    public void A_confusion_has_a_code(string crs, double x, double y, string? code) =>
        Assert.Equal(code, Plausibility.Check(CrsList.FindForPoint(crs)!, x, y));
}
