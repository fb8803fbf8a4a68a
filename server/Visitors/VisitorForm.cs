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

    /// <summary>What people write by hand has nothing in the field that they do not see, and took its time.</summary>
    /// <param name="website">The field that people do not see.</param>
    /// <param name="filledInMs">How long the form was open, in milliseconds.</param>
    /// <param name="notByHand">The code of the refusal of what a program has filled in.</param>
    /// <param name="tooFast">And of what came too fast.</param>
    /// <exception cref="RequestException">422.</exception>
    public static void DemandHand(string? website, long filledInMs, string notByHand, string tooFast)
    {
        if (!string.IsNullOrEmpty(website))
        {
            throw RequestException.Unprocessable(notByHand);
        }

        if (filledInMs < LeastMs)
        {
            throw RequestException.Unprocessable(tooFast, new { least_ms = LeastMs });
        }
    }

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
