using System.Text.Json;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Writing;

/// <summary>The body of a request that writes: one JSON object, whole, of members that are known. Nothing that is not known is passed over, so that nobody takes it for written.</summary>
/// <param name="Bytes">As it came.</param>
/// <param name="Json">What it says.</param>
public sealed record RequestBody(byte[] Bytes, JsonObject Json)
{
    private const int MostLevels = 64;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = MostLevels, AllowDuplicateProperties = false };

    /// <param name="request">Whose body it is.</param>
    /// <param name="mostBytes">Longer ones are 413.</param>
    /// <param name="known">The members it may have; any other is 422.</param>
    public static async Task<RequestBody> Read(HttpRequest request, int mostBytes, params string[] known)
    {
        if (!request.HasJsonContentType())
        {
            throw new RequestException(StatusCodes.Status415UnsupportedMediaType, "media-type-not-supported", new { supported = new[] { "application/json" } });
        }

        var bytes = await BoundedBody.Read(request, mostBytes);
        try
        {
            var body = (JsonText.IsText(bytes) ? JsonNode.Parse(bytes, documentOptions: Strict) : null) as JsonObject ?? throw RequestException.Malformed("malformed");
            Refuse(body, known);
            return new RequestBody(bytes, body);
        }
        catch (JsonException)
        {
            throw RequestException.Malformed("malformed");
        }
    }

    /// <summary>The same of a request that need not say anything: nothing at all is an empty object.</summary>
    public static async Task<RequestBody> ReadOrNone(HttpRequest request, int mostBytes, params string[] known) =>
        request.ContentLength is 0 or null && !request.HasJsonContentType() ? new RequestBody([], []) : await Read(request, mostBytes, known);

    /// <summary>An object of the body, or of a list of it, has these members and no others.</summary>
    public static void Refuse(JsonObject part, params ReadOnlySpan<string> known)
    {
        foreach (var (name, value) in part)
        {
            if (!known.Contains(name))
            {
                throw Invalid("property-unknown", new { property = QueryReader.Shortened(name) });
            }

            RefuseUnseen(name, value);
        }
    }

    /// <summary>A text of at most so many characters that says something; null when there is none, or the member is null.</summary>
    public static string? Text(JsonObject part, string member, int most) => part[member] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() is var text => text.Length > most
            ? throw Invalid("text-too-long", new { property = member, maximum = most })
            : string.IsNullOrWhiteSpace(text) ? throw Invalid("property-empty", new { property = member }) : text,
        _ => throw Invalid("property-type", new { property = member, type = "string" }),
    };

    /// <summary>A text that must be there.</summary>
    public static string RequiredText(JsonObject part, string member, int most) =>
        Text(part, member, most) ?? throw Invalid("property-missing", new { property = member });

    /// <summary>A version, a number from one; null when there is none.</summary>
    public static int? Version(JsonObject part, string member) => part[member] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.Number && value.TryGetValue<int>(out var number) && number > 0 => number,
        _ => throw Invalid("property-type", new { property = member, type = "integer" }),
    };

    /// <summary>True or false; false when it is not said.</summary>
    public static bool Flag(JsonObject part, string member) => part[member] switch
    {
        null => false,
        JsonValue value when value.TryGetValue<bool>(out var flag) => flag,
        _ => throw Invalid("property-type", new { property = member, type = "boolean" }),
    };

    /// <summary>An object; an empty one when there is none.</summary>
    public static JsonObject Members(JsonObject part, string member) => part[member] switch
    {
        null => [],
        JsonObject value => value.DeepClone().AsObject(),
        _ => throw Invalid("property-type", new { property = member, type = "object" }),
    };

    public static RequestException Invalid(string code, object? args = null) => new(StatusCodes.Status422UnprocessableEntity, code, args);

    /// <summary>No text has a NUL, however it is written, for PostgreSQL holds none, nor another sign that nobody sees.</summary>
    /// <param name="name">Of the member, or of that which it stands in where it is one of a list.</param>
    /// <param name="part">What it is.</param>
    private static void RefuseUnseen(string name, JsonNode? part)
    {
        switch (part)
        {
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                RefuseUnseen(name, value.GetValue<string>());
                break;
            case JsonObject members:
                foreach (var (member, value) in members)
                {
                    RefuseUnseen(name, member);
                    RefuseUnseen(member, value);
                }

                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    RefuseUnseen(name, item);
                }

                break;
        }
    }

    private static void RefuseUnseen(string name, string text)
    {
        if (UnseenSigns.In(text, isLine: false))
        {
            throw Invalid(text.Contains('\0', StringComparison.Ordinal) ? "nul-character" : "text-control-character", new { property = name });
        }
    }
}
