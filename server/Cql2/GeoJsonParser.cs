using System.Text.Json;
using NetTopologySuite.Geometries;

namespace SpatialPlan.Server.Cql2;

/// <summary>Geometries in GeoJSON (RFC 7946, section 3.1).</summary>
internal sealed class GeoJsonParser(Func<JsonPart, Expression?> refuse)
{
    public Geometry? Read(JsonPart part, JsonPart type) => Read(part, type, isPart: false);

    private Geometry? Read(JsonPart part, JsonPart type, bool isPart)
    {
        // Unlike the words of WKT, the names of GeoJSON are written in one way.
        var name = type.Type == JsonTokenType.String && Shapes.NameOf(type.Text) == type.Text ? type.Text : null;
        var geometry = name switch
        {
            null => null,
            Shapes.Collection => isPart ? null : Collection(part),
            _ => part.Find("coordinates") is { } coordinates && Nested(coordinates, Shapes.NestingOf(name)) is { } nest ? Shapes.Make(name, nest) : null,
        };
        if (geometry is null)
        {
            refuse(part);
        }

        return geometry;
    }

    private Geometry? Collection(JsonPart part)
    {
        if (part.Find("geometries") is not { Type: JsonTokenType.StartArray, Items.Count: > 0 } members)
        {
            return null;
        }

        List<Geometry> parts = [];
        foreach (var member in members.Items)
        {
            if (member.Find("type") is not { } type || Read(member, type, isPart: true) is not { } read)
            {
                return null;
            }

            parts.Add(read);
        }

        return Shapes.Collect(parts);
    }

    private static Nest? Nested(JsonPart part, int level)
    {
        if (part.Type != JsonTokenType.StartArray)
        {
            return null;
        }

        if (level == 0)
        {
            var isPosition = part.Items.Count is 2 or 3 && part.Items.All(item => item.Number is not null);
            return isPosition ? new Nest(new Coordinate(part.Items[0].Number!.Value, part.Items[1].Number!.Value), []) : null;
        }

        List<Nest> items = [];
        foreach (var item in part.Items)
        {
            if (Nested(item, level - 1) is not { } nest)
            {
                return null;
            }

            items.Add(nest);
        }

        return new Nest(null, items);
    }
}
