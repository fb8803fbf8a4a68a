using System.Text.Json;
using NetTopologySuite.Geometries;
using SpatialPlan.Server.Geo;

namespace SpatialPlan.Server.SiteCheck;

/// <summary>The geometry of a hit as GeoJSON in longitude and latitude, bounded: of a larger one its box is told.</summary>
internal sealed class WhereWriter(CrsDefinition measure, int mostVertices)
{
    /// <summary>Whether it was written as it is; its box was where not.</summary>
    public bool Write(Utf8JsonWriter json, Geometry? plane, Coordinate? place)
    {
        if (plane is null || plane.IsEmpty)
        {
            if (place is null)
            {
                json.WriteNullValue();
            }
            else
            {
                Write(json, "Point", () => Position(json, place.X, place.Y));
            }

            return true;
        }

        var isWhole = plane.NumPoints <= mostVertices;
        Geometry(json, isWhole ? plane : plane.Envelope);
        return isWhole;
    }

    private void Geometry(Utf8JsonWriter json, Geometry geometry)
    {
        // What is left of a cut beside its areas is no place to point at.
        var parts = Enumerable.Range(0, geometry.NumGeometries).Select(geometry.GetGeometryN).Where(part => part.Dimension == geometry.Dimension).ToList();
        var name = parts[0].GeometryType == "LinearRing" ? "LineString" : parts[0].GeometryType;
        if (parts.Count == 1)
        {
            Write(json, name, () => Coordinates(json, parts[0]));
            return;
        }

        Write(json, $"Multi{name}", () =>
        {
            json.WriteStartArray();
            parts.ForEach(part => Coordinates(json, part));
            json.WriteEndArray();
        });
    }

    private static void Write(Utf8JsonWriter json, string type, Action coordinates)
    {
        json.WriteStartObject();
        json.WriteString("type", type);
        json.WritePropertyName("coordinates");
        coordinates();
        json.WriteEndObject();
    }

    private void Coordinates(Utf8JsonWriter json, Geometry part)
    {
        switch (part)
        {
            case Point point:
                Plane(json, point.Coordinate);
                break;
            case Polygon polygon:
                json.WriteStartArray();
                Sequence(json, polygon.Shell.Coordinates, NetTopologySuite.Algorithm.Orientation.IsCCW(polygon.Shell.CoordinateSequence));
                foreach (var hole in polygon.Holes)
                {
                    Sequence(json, hole.Coordinates, !NetTopologySuite.Algorithm.Orientation.IsCCW(hole.CoordinateSequence));
                }

                json.WriteEndArray();
                break;
            default:
                Sequence(json, part.Coordinates, isInOrder: true);
                break;
        }
    }

    /// <summary>Outer rings run counter-clockwise (RFC 7946, 3.1.6).</summary>
    private void Sequence(Utf8JsonWriter json, Coordinate[] sequence, bool isInOrder)
    {
        json.WriteStartArray();
        foreach (var coordinate in isInOrder ? sequence : sequence.Reverse())
        {
            Plane(json, coordinate);
        }

        json.WriteEndArray();
    }

    private void Plane(Utf8JsonWriter json, Coordinate coordinate)
    {
        var (longitude, latitude) = measure.ToStore(coordinate.X, coordinate.Y);
        Position(json, longitude, latitude);
    }

    private static void Position(Utf8JsonWriter json, double longitude, double latitude)
    {
        json.WriteStartArray();
        json.WriteNumberValue(Written.Degree(longitude));
        json.WriteNumberValue(Written.Degree(latitude));
        json.WriteEndArray();
    }
}
