using System.Text.Json;
using System.Text.Json.Nodes;

namespace SpatialPlan.Server.Web;

/// <summary>JSON that stands in many answers: encoded once, and copied.</summary>
public sealed class JsonPiece
{
    private readonly byte[] utf8;

    private JsonPiece(byte[] utf8) => this.utf8 = utf8;

    public static JsonPiece? Of(JsonNode? node) => node is null ? null : new(JsonSerializer.SerializeToUtf8Bytes(node, JsonText.Format));

    public void WriteTo(Utf8JsonWriter json) => json.WriteRawValue(utf8, skipInputValidation: true);
}
