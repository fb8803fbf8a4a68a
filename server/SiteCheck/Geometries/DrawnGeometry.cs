using System.Text.Json;
using NetTopologySuite.Geometries;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.SiteCheck.Geometries;

/// <summary>
/// A geometry as it was sent, whatever is wrong with it: parts of rings (or lines, or points) of positions, first number
/// first. A part of a polygon is its rings, the outer one first; of lines and points each is a part with one sequence.
/// </summary>
public sealed record DrawnGeometry(string Type, IReadOnlyList<IReadOnlyList<Coordinate[]>> Parts)
{
    public const int MostVertices = 10_000;

    /// <summary>How deep positions lie in the coordinates of a type.</summary>
    private static readonly Dictionary<string, int> Depths = new()
    {
        ["Point"] = 0, ["MultiPoint"] = 1, ["LineString"] = 1, ["MultiLineString"] = 2, ["Polygon"] = 2, ["MultiPolygon"] = 3,
    };

    /// <summary>Whether it is of a type that can be checked: no collection, and nothing that GeoJSON does not know.</summary>
    public bool IsKnown => Depths.ContainsKey(Type);

    public bool IsArea => Type.EndsWith("Polygon", StringComparison.Ordinal);

    public bool IsLine => Type.EndsWith("LineString", StringComparison.Ordinal);

    public int Vertices => Parts.Sum(part => part.Sum(sequence => sequence.Length));

    /// <exception cref="RequestException">400 body-invalid or coordinate-not-finite, 413 too-many-vertices.</exception>
    public static DrawnGeometry Read(JsonElement geometry)
    {
        var type = geometry.TryGetProperty("type", out var name) && name.ValueKind == JsonValueKind.String ? name.GetString()! : throw CheckQuestion.Invalid(new { member = "type" });
        if (!Depths.TryGetValue(type, out var depth))
        {
            return new DrawnGeometry(type, []);
        }

        if (!geometry.TryGetProperty("coordinates", out var coordinates) || coordinates.ValueKind != JsonValueKind.Array)
        {
            throw CheckQuestion.Invalid(new { member = "coordinates" });
        }

        var left = MostVertices;
        Coordinate[] Sequence(JsonElement list)
        {
            left -= list.ValueKind == JsonValueKind.Array ? list.GetArrayLength() : 0;
            return left >= 0 ? [.. Items(list).Select(Position)]
                : throw new RequestException(StatusCodes.Status413PayloadTooLarge, "too-many-vertices", new { maximum = MostVertices });
        }

        return new DrawnGeometry(type, type switch
        {
            "Point" => coordinates.GetArrayLength() == 0 ? [] : [[[Position(coordinates)]]],
            "MultiPoint" => [.. Sequence(coordinates).Select(point => new[] { new[] { point } })],
            "LineString" => coordinates.GetArrayLength() == 0 ? [] : [[Sequence(coordinates)]],
            "MultiLineString" => [.. Items(coordinates).Select(line => new[] { Sequence(line) })],
            "Polygon" => coordinates.GetArrayLength() == 0 ? [] : [[.. Items(coordinates).Select(Sequence)]],
            _ => [.. Items(coordinates).Select(part => (IReadOnlyList<Coordinate[]>)[.. Items(part).Select(Sequence)]).Where(part => part.Count > 0)],
        });
    }

    private static JsonElement.ArrayEnumerator Items(JsonElement list) =>
        list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : throw CheckQuestion.Invalid(new { member = "coordinates" });

    /// <summary>Two numbers; a height that follows is left aside.</summary>
    private static Coordinate Position(JsonElement position)
    {
        if (position.ValueKind != JsonValueKind.Array || position.GetArrayLength() < 2 || position[0].ValueKind != JsonValueKind.Number || position[1].ValueKind != JsonValueKind.Number)
        {
            throw CheckQuestion.Invalid(new { member = "coordinates" });
        }

        // A number that no double holds (1e400) is read as infinite.
        var (first, second) = (position[0].GetDouble(), position[1].GetDouble());
        return double.IsFinite(first) && double.IsFinite(second) ? new Coordinate(first, second) : throw RequestException.Malformed("coordinate-not-finite");
    }
}
