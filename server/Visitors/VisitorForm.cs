using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Visitors;

/// <summary>What forms for people without an account have in common: how they are read, by what programs betray themselves, and that the answer is for nobody else.</summary>
public static class VisitorForm
{
    /// <summary>Nobody writes a form in less; the client waits for the rest of it. In milliseconds.</summary>
    public const long LeastMs = 3_000;

    /// <summary>The languages in which forms are read.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["zh", "en", "ja", "ko"];

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        PropertyNameCaseInsensitive = false,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict,
        MaxDepth = 4,
    };

    /// <exception cref="RequestException">malformed: it is not what the form sends.</exception>
    public static TForm Read<TForm>(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<TForm>(json, Format) ?? throw new JsonException();
        }
        catch (JsonException)
        {
            throw RequestException.Malformed("malformed");
        }
    }

    /// <summary>Whether a field was filled in that people do not see.</summary>
    public static bool IsByProgram(string? website) => !string.IsNullOrEmpty(website);

    /// <summary>What carries a secret is in no cache, and its length, once compressed, tells nothing of it.</summary>
    public static void KeepPrivate(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (context.Features.Get<IHttpsCompressionFeature>() is { } compression)
        {
            compression.Mode = HttpsCompressionMode.DoNotCompress;
        }
    }
}
