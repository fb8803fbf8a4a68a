using System.Text.Json.Nodes;
using SpatialPlan.Server.Web.OpenApi;

namespace SpatialPlan.Server.Ogc;

/// <summary>What is peculiar to one reading of the OGC API, beside its parameters and media types.</summary>
/// <param name="Headers">Headers of its answer beside those that every answer has.</param>
/// <param name="Refusals">Statuses of refusal beside those that every reading may have.</param>
/// <param name="IsEmptyAtTimes">Nothing there is 204.</param>
/// <param name="IsMovedAtTimes">A code that another feature has taken over is 308.</param>
public sealed record OpenApiOperation(string[] Headers, int[] Refusals, bool IsEmptyAtTimes = false, bool IsMovedAtTimes = false)
{
    public static readonly OpenApiOperation Plain = new([], []);

    public static readonly OpenApiOperation Features = new(["Content-Crs", "Link"], []);

    public static readonly OpenApiOperation Feature = new(["Content-Crs"], [], IsMovedAtTimes: true);

    public static readonly OpenApiOperation Tile = new(["Tile-Thinned"], [], IsEmptyAtTimes: true);

    public static readonly OpenApiOperation Export = new(["Content-Disposition", "Link"], [413, 429]);

    public JsonObject Responses(string[] mediaTypes)
    {
        var own = new JsonObject
        {
            ["200"] = OpenApiParts.Answer("OK", new JsonObject(mediaTypes.Select(type => KeyValuePair.Create(type, (JsonNode?)new JsonObject { ["schema"] = Schema(type) }))), Headers),
        };
        if (IsEmptyAtTimes)
        {
            own["204"] = OpenApiParts.Answer("There is nothing here", []);
        }

        if (IsMovedAtTimes)
        {
            own["308"] = OpenApiParts.Answer("Another feature has taken over the code", [], "Location");
        }

        return OpenApiParts.Responses(own, Refusals.Append(StatusCodes.Status304NotModified));
    }

    private static JsonObject Schema(string type) =>
        type.Contains("json", StringComparison.Ordinal) ? new() { ["type"] = "object" }
        : type.StartsWith("text/", StringComparison.Ordinal) ? new() { ["type"] = "string" }
        : new() { ["type"] = "string", ["format"] = "binary" };
}
