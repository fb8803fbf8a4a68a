using System.Text.Json;
using SpatialPlan.Server.SiteCheck.Geometries;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.SiteCheck;

/// <summary>What is asked: a geometry as it was sent, valid or not, and what the form says.</summary>
/// <param name="Geometry">Null when nothing is drawn yet.</param>
/// <param name="Attributes">What a Feature says in its properties.</param>
public sealed record CheckQuestion(DrawnGeometry? Geometry, SiteAttributes Attributes)
{
    public int Vertices => Geometry?.Vertices ?? 0;

    /// <summary>Bytes of a body: ten thousand vertices with every digit a double has, and the form.</summary>
    public const int MostBytes = 1024 * 1024;

    /// <summary>Levels of a MultiPolygon in a Feature, and some more for what its properties may hold.</summary>
    private const int Depth = 16;

    /// <summary>Reads a GeoJSON geometry or Feature.</summary>
    /// <exception cref="RequestException">400 body-invalid or coordinate-not-finite, 413 too-many-vertices.</exception>
    public static CheckQuestion Read(byte[] body)
    {
        JsonElement root;
        try
        {
            if (!JsonText.IsText(body))
            {
                throw Invalid(new { });
            }

            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = Depth });
            root = document.RootElement.Clone();
        }
        catch (JsonException fault)
        {
            throw Invalid(new { line = fault.LineNumber + 1, column = fault.BytePositionInLine + 1 });
        }

        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String)
        {
            throw Invalid(new { member = "type" });
        }

        if (!type.ValueEquals("Feature"))
        {
            return new CheckQuestion(DrawnGeometry.Read(root), SiteAttributes.None);
        }

        var properties = Member(root, "properties");
        var geometry = Member(root, "geometry");
        return new CheckQuestion(geometry is { } drawn ? DrawnGeometry.Read(drawn) : null, properties is { } said ? new SiteAttributes(said) : SiteAttributes.None);
    }

    internal static RequestException Invalid(object args) => RequestException.Malformed("body-invalid", args);

    private static JsonElement? Member(JsonElement root, string name) =>
        !root.TryGetProperty(name, out var member) || member.ValueKind == JsonValueKind.Null ? null
        : member.ValueKind == JsonValueKind.Object ? member
        : throw Invalid(new { member = name });
}
