using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;

namespace SpatialPlan.Server.Web;

/// <summary>Chinese is written as it is; answers are read as JSON and never as HTML.</summary>
public static class JsonText
{
    public static JsonSerializerOptions Format { get; } = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>For answers that are records: their members as our JSON names them.</summary>
    public static JsonSerializerOptions SnakeCase { get; } = new(Format) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static ContentHttpResult Answer(JsonNode answer) => TypedResults.Text(answer.ToJsonString(Format), "application/json");
}
