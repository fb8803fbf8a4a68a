using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NetTopologySuite.Geometries;

namespace SpatialPlan.Server.Cql2;

/// <summary>A tree as CQL2 JSON. Reading what this writes gives the same tree.</summary>
public static class JsonPrinter
{
    private static readonly JsonSerializerOptions Format = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 1000,
    };

    public static string Print(Expression tree) => Node(tree).ToJsonString(Format);

    private static JsonNode Node(Expression part) => part switch
    {
        TextLiteral text => JsonValue.Create(text.Value),
        NumberLiteral number => JsonValue.Create(number.Value),
        BooleanLiteral boolean => JsonValue.Create(boolean.Value),
        DateLiteral date => new JsonObject { ["date"] = Instants.Print(date.Value) },
        TimestampLiteral moment => new JsonObject { ["timestamp"] = Instants.Print(moment.Value) },
        IntervalLiteral interval => new JsonObject { ["interval"] = new JsonArray(End(interval.From), End(interval.To)) },
        BboxLiteral box => new JsonObject { ["bbox"] = new JsonArray(box.West, box.South, box.East, box.North) },
        GeometryLiteral geometry => Shape(geometry.Value),
        PropertyName property => new JsonObject { ["property"] = property.Name },
        ArrayLiteral array => List(array.Items, Node),
        Operation operation => new JsonObject { ["op"] = operation.Operator.Name, ["args"] = List(operation.Arguments, Node) },
        _ => throw new ArgumentException($"{part.GetType().Name} does not stand by itself.", nameof(part)),
    };

    private static JsonNode End(Expression end) => end switch
    {
        DateLiteral date => Instants.Print(date.Value),
        TimestampLiteral moment => Instants.Print(moment.Value),
        OpenEnd => Instants.Open,
        _ => Node(end),
    };

    private static JsonObject Shape(Geometry geometry) => geometry.GeometryType == Shapes.Collection
        ? new JsonObject { ["type"] = Shapes.Collection, ["geometries"] = List(((GeometryCollection)geometry).Geometries, Shape) }
        : new JsonObject { ["type"] = geometry.GeometryType, ["coordinates"] = Coordinates(geometry) };

    private static JsonArray Coordinates(Geometry geometry) => geometry switch
    {
        Point point => Position(point.Coordinate),
        LineString line => List(line.Coordinates, Position),
        Polygon polygon => List(polygon.InteriorRings.Prepend(polygon.ExteriorRing), Coordinates),
        GeometryCollection collection => List(collection.Geometries, Coordinates),
        _ => throw new ArgumentException($"{geometry.GeometryType} is no geometry of CQL2.", nameof(geometry)),
    };

    private static JsonArray Position(Coordinate position) => [position.X, position.Y];

    private static JsonArray List<T>(IEnumerable<T> parts, Func<T, JsonNode> print) => new([.. parts.Select(print)]);
}
