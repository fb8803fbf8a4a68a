using NetTopologySuite.Geometries;

namespace SpatialPlan.Server.IntegrationTests.SiteCheck;

/// <summary>Sites of every size and shape around the zone, the same for the same seed: stars of three to twelve corners, some with a hole.</summary>
internal static class RandomSites
{
    private const double West = 116.54;
    private const double East = 116.87;
    private const double South = 35.30;
    private const double North = 35.56;

    public static IReadOnlyList<string> Polygons(int number, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, number).Select(_ => Polygon(random))];
    }

    private static string Polygon(Random random)
    {
        var (x, y) = (West + (random.NextDouble() * (East - West)), South + (random.NextDouble() * (North - South)));

        // From thirty metres to four kilometres, small ones as often as large ones.
        var radius = 0.0003 * Math.Pow(130, random.NextDouble());
        var corners = random.Next(3, 13);
        var ring = Enumerable.Range(0, corners).Select(corner =>
        {
            var (direction, length) = (2 * Math.PI * (corner + (0.8 * random.NextDouble())) / corners, radius * (0.4 + (0.6 * random.NextDouble())));
            return new Coordinate(Math.Round(x + (length * Math.Cos(direction)), 7), Math.Round(y + (length * Math.Sin(direction)), 7));
        }).ToList();
        var polygon = Asking.Polygon([.. ring, ring[0]]);
        var size = radius * 0.05;
        return corners < 6 || random.NextDouble() < 0.7 ? polygon
            : polygon[..^2] + "," + Asking.Square(Math.Round(x - (size / 2), 7), Math.Round(y - (size / 2), 7), Math.Round(size, 7))["{\"type\":\"Polygon\",\"coordinates\":[".Length..];
    }
}
