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

    /// <summary>
    /// Whether every text and name of a JSON value is text: JSON may write half of a pair of surrogates, <c>\ud800</c>, which
    /// whoever reads it later fails on, and which PostgreSQL does not hold.
    /// </summary>
    /// <param name="json">In UTF-8, at most 64 levels deep.</param>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static bool IsText(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                {
                    reader.GetString();
                }
            }

            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    public static ContentHttpResult Answer(JsonNode answer, int status = StatusCodes.Status200OK) =>
        TypedResults.Text(answer.ToJsonString(Format), "application/json", statusCode: status);
}
