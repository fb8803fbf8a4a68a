using System.Collections.Frozen;
using NetTopologySuite.Geometries;

namespace SpatialPlan.Server.Cql2;

/// <summary>Coordinates as both encodings nest them: one position, or a list.</summary>
internal sealed record Nest(Coordinate? Position, IReadOnlyList<Nest> Items)
{
    public Coordinate[] Positions => [.. Items.Select(item => item.Position!)];
}

/// <summary>Geometries from nested coordinates. Heights are read and left out: nothing in a plan has one.</summary>
internal static class Shapes
{
    private const int SmallestRing = 4;

    private static readonly GeometryFactory Factory = new();

    /// <summary>How deep the coordinates of each type are nested, by the name that GeoJSON gives it.</summary>
    private static readonly FrozenDictionary<string, int> Nesting = new Dictionary<string, int>
    {
        ["Point"] = 0, ["MultiPoint"] = 1, ["LineString"] = 1, ["MultiLineString"] = 2, ["Polygon"] = 2, ["MultiPolygon"] = 3,
    }.ToFrozenDictionary();

    public const string Collection = "GeometryCollection";

    private static readonly FrozenDictionary<string, string> Names =
        Nesting.Keys.Append(Collection).ToFrozenDictionary(name => name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The GeoJSON name of a type in any case, or null.</summary>
    public static string? NameOf(string word) => Names.GetValueOrDefault(word);

    public static int NestingOf(string name) => Nesting[name];

    /// <summary>West, south, (lowest,) east, north (, highest), or null.</summary>
    public static BboxLiteral? Bbox(IReadOnlyList<double> numbers)
    {
        var box = numbers.Count switch
        {
            4 => new BboxLiteral(numbers[0], numbers[1], numbers[2], numbers[3]),
            6 => new BboxLiteral(numbers[0], numbers[1], numbers[3], numbers[4]),
            _ => null,
        };
        return box is null || box.South > box.North ? null : box;
    }

    /// <summary>The geometry, or null where lines are too short or rings not closed.</summary>
    public static Geometry? Make(string name, Nest nest)
    {
        var isWhole = name switch
        {
            "LineString" => IsLine(nest),
            "MultiLineString" => nest.Items.Count > 0 && nest.Items.All(IsLine),
            "Polygon" => IsPolygon(nest),
            "MultiPolygon" => nest.Items.Count > 0 && nest.Items.All(IsPolygon),
            "MultiPoint" => nest.Items.Count > 0,
            _ => true,
        };
        return !isWhole ? null : name switch
        {
            "Point" => Factory.CreatePoint(nest.Position),
            "MultiPoint" => Factory.CreateMultiPointFromCoords(nest.Positions),
            "LineString" => Factory.CreateLineString(nest.Positions),
            "MultiLineString" => Factory.CreateMultiLineString([.. nest.Items.Select(line => Factory.CreateLineString(line.Positions))]),
            "Polygon" => Polygon(nest),
            _ => Factory.CreateMultiPolygon([.. nest.Items.Select(Polygon)]),
        };
    }

    public static Geometry Collect(IEnumerable<Geometry> parts) => Factory.CreateGeometryCollection([.. parts]);

    /// <summary>A box as geometry: two boxes where it crosses the 180th meridian.</summary>
    public static Geometry Area(BboxLiteral box)
    {
        const double HalfTurn = 180;
        return box.West <= box.East
            ? Box(box.West, box.East)
            : Factory.BuildGeometry([Box(box.West, HalfTurn), Box(-HalfTurn, box.East)]);

        Geometry Box(double west, double east) => Factory.ToGeometry(new Envelope(west, east, box.South, box.North));
    }

    private static bool IsLine(Nest nest) => nest.Items.Count > 1;

    private static bool IsPolygon(Nest nest) => nest.Items.Count > 0 && nest.Items.All(IsRing);

    private static bool IsRing(Nest nest) => nest.Items.Count >= SmallestRing && nest.Items[0].Position!.Equals2D(nest.Items[^1].Position!);

    private static Polygon Polygon(Nest nest)
    {
        var rings = nest.Items.Select(ring => Factory.CreateLinearRing(ring.Positions)).ToArray();
        return Factory.CreatePolygon(rings[0], rings[1..]);
    }
}
