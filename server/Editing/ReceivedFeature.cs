using System.Text.Json;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Geo;
using SpatialPlan.Server.Ogc;
using SpatialPlan.Server.Web;
using SpatialPlan.Server.Writing;

namespace SpatialPlan.Server.Editing;

/// <summary>A GeoJSON Feature as it was sent, or what a merge patch (RFC 7396) says of one.</summary>
/// <param name="Bytes">As it came.</param>
/// <param name="Json">Its members: type, id, geometry, properties and, as they were read, links.</param>
/// <param name="Crs">What its coordinates are in.</param>
public sealed record ReceivedFeature(byte[] Bytes, JsonObject Json, CrsDefinition Crs)
{
    /// <summary>The media types of a whole feature, the usual one first.</summary>
    public static readonly string[] Whole = [Links.GeoJson, Links.Json];

    /// <summary>The media type of what changes of one.</summary>
    public static readonly string[] Patch = ["application/merge-patch+json"];

    /// <summary>Ten thousand corners with every digit that a double has, and as many properties as a draft may hold.</summary>
    public const int MostBytes = 1024 * 1024;

    private const string CrsHeader = "Content-Crs";

    /// <summary>Null where it says none: a number is no code, but may be what a program calls it.</summary>
    public string? Id => Json["id"] is { } id ? id.ToString() : null;

    public bool HasGeometry => Json.ContainsKey("geometry");

    public JsonNode? Geometry => Json["geometry"];

    public JsonObject Properties => Json["properties"] as JsonObject ?? [];

    /// <param name="request">Whose body it is.</param>
    /// <param name="mediaTypes">What it may be.</param>
    /// <exception cref="RequestException">400, 413, 415 or 422.</exception>
    public static async Task<ReceivedFeature> Read(HttpRequest request, string[] mediaTypes)
    {
        if (request.Headers.ContentEncoding.Count > 0 || !mediaTypes.Contains(request.ContentType?.Split(';')[0].Trim(), StringComparer.OrdinalIgnoreCase))
        {
            throw new RequestException(StatusCodes.Status415UnsupportedMediaType, "media-type-not-supported", new { supported = mediaTypes });
        }

        var crs = ReadCrs(request);
        var body = await RequestBody.Read(request, MostBytes, "type", "id", "geometry", "properties", "links");
        var isWhole = mediaTypes == Whole;
        if (body.Json["type"] is var type && (type is null ? isWhole || body.Json.ContainsKey("type") : type.GetValueKind() != JsonValueKind.String || type.GetValue<string>() != "Feature"))
        {
            throw RequestBody.Invalid(type is null ? "property-missing" : "property-type", new { property = "type", type = "Feature" });
        }

        foreach (var member in new[] { "geometry", "properties" })
        {
            if (isWhole && !body.Json.ContainsKey(member))
            {
                throw RequestBody.Invalid("property-missing", new { property = member });
            }

            // No geometry is a place that is not known; a feature always has properties.
            if (body.Json.ContainsKey(member) && body.Json[member] is not JsonObject && (member == "properties" || body.Json[member] is not null))
            {
                throw RequestBody.Invalid("property-type", new { property = member, type = "object" });
            }
        }

        return new ReceivedFeature(body.Bytes, body.Json, crs);
    }

    /// <summary>Part 2 writes it between angle brackets; QGIS does not.</summary>
    private static CrsDefinition ReadCrs(HttpRequest request) => request.Headers[CrsHeader] switch
    {
        { Count: 0 } => CrsList.Wire,
        [{ } name] when CrsList.Find(name.StartsWith('<') && name.EndsWith('>') ? name[1..^1] : name) is { } crs => crs,
        _ => throw RequestException.Malformed("crs-not-supported", new { parameter = CrsHeader, supported = CrsParameter.Supported }),
    };
}
