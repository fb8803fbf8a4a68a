using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SpatialPlan.Server.Ogc;

internal static class JsonOptions
{
    /// <summary>Links as OGC writes them; what a link does not say is left out.</summary>
    public static readonly JsonSerializerOptions Links = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
