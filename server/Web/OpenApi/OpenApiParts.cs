using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace SpatialPlan.Server.Web.OpenApi;

/// <summary>What the operations of all documents share: the problem, the statuses at which it comes, and the headers of answers.</summary>
public static class OpenApiParts
{
    /// <summary>Every reading may end so, whatever is asked.</summary>
    public static readonly int[] Always = [400, 404, 406, 414, 500, 503, 504];

    /// <summary>And every writing so too. What only some do (401 of a reading, 409, 412, 422, 428) an operation lists itself.</summary>
    public static readonly int[] Writing = [401, 403, 413, 415, 429];

    private static readonly int[] Others = [405, 409, 412, 422, 428, .. Writing];

    private static readonly (string Name, string Meaning)[] Headers =
    [
        ("ETag", "The revision of the plan, the build, and the variant where an address has several (weak); of one feature its code and version (strong)"),
        ("Cache-Control", "How long and by whom the answer may be kept"),
        ("Vary", "What else of the request the answer depends on"),
        ("Content-Language", "The language of the words in the answer"),
        ("Content-Crs", "What the coordinates are in, in the order of the authority's axes"),
        ("Content-Disposition", "The name of the file"),
        ("Link", "Where the description of an export is, or the next page of what is no JSON"),
        ("Location", "Where the same is now"),
        ("Retry-After", "After how many seconds to ask again"),
        ("Tile-Thinned", "What a tile does not show singly: collection;counted=number, collection;generalised=number or collection;largest=number between commas"),
        ("Access-Control-Allow-Origin", "Any origin may read, without credentials"),
        ("Access-Control-Expose-Headers", "The headers that a script of another origin may read"),
    ];

    private static readonly string[] OfEvery = ["ETag", "Cache-Control", "Vary", "Content-Language", "Access-Control-Allow-Origin", "Access-Control-Expose-Headers"];

    public static JsonObject Components() => new()
    {
        ["schemas"] = new JsonObject { ["Problem"] = Problem() },
        ["headers"] = new JsonObject(Headers.Select(header => KeyValuePair.Create(
            header.Name, (JsonNode?)new JsonObject { ["description"] = header.Meaning, ["schema"] = new JsonObject { ["type"] = "string" } }))),
        ["responses"] = new JsonObject(Always.Concat(Others).Order().Select(status => KeyValuePair.Create(Name(status), (JsonNode?)Refusal(status)))
            .Prepend(new("Status304", new JsonObject { ["description"] = "Still the same", ["headers"] = HeadersOf([]) }))),
    };

    /// <summary>A copy in which the shared parts stand where they are named, for clients that follow no reference.</summary>
    public static JsonObject InPlace(JsonObject node) => InPlace(node, Components()).AsObject();

    private static JsonNode InPlace(JsonNode node, JsonObject parts) => node switch
    {
        JsonObject named when (string?)named["$ref"] is { } reference => InPlace(reference.Split('/') is [.., var kind, var name] ? parts[kind]![name]! : named, parts),
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, member.Value is { } value ? InPlace(value, parts) : null))),
        JsonArray items => new JsonArray([.. items.Select(item => item is null ? null : InPlace(item, parts))]),
        _ => node.DeepClone(),
    };

    /// <summary>The responses of a reading: its own, and what may go wrong, or be still the same, by status.</summary>
    public static JsonObject Responses(JsonObject own, params IEnumerable<int> more)
    {
        var responses = new JsonObject(own.Select(response => KeyValuePair.Create(response.Key, response.Value?.DeepClone())));
        foreach (var status in Always.Concat(more).Except(own.Select(response => int.Parse(response.Key, CultureInfo.InvariantCulture))).Order())
        {
            responses[status.ToString(CultureInfo.InvariantCulture)] = new JsonObject { ["$ref"] = $"#/components/responses/{Name(status)}" };
        }

        return responses;
    }

    /// <summary>An answer that is no problem.</summary>
    public static JsonObject Answer(string description, JsonObject content, params string[] headers)
    {
        var answer = new JsonObject { ["description"] = description, ["headers"] = HeadersOf(headers) };
        if (content.Count > 0)
        {
            answer["content"] = content;
        }

        return answer;
    }

    private static string Name(int status) => string.Create(CultureInfo.InvariantCulture, $"Status{status}");

    private static JsonObject HeadersOf(string[] more) => new(OfEvery.Concat(more).Select(name =>
        KeyValuePair.Create(name, (JsonNode?)new JsonObject { ["$ref"] = $"#/components/headers/{name}" })));

    private static JsonObject Refusal(int status) => new()
    {
        ["description"] = ReasonPhrases.GetReasonPhrase(status),
        ["headers"] = HeadersOf(status is 503 or 429 ? ["Retry-After"] : []),
        ["content"] = new JsonObject
        {
            [Problems.MediaType] = new JsonObject { ["schema"] = new JsonObject { ["$ref"] = "#/components/schemas/Problem" } },
            ["text/html"] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "string" } },
        },
    };

    private static JsonObject Problem() => new()
    {
        ["type"] = "object",
        ["required"] = new JsonArray("type", "title", "status", "code", "traceId"),
        ["properties"] = new JsonObject
        {
            ["type"] = new JsonObject { ["type"] = "string" },
            ["title"] = new JsonObject { ["type"] = "string" },
            ["status"] = new JsonObject { ["type"] = "integer" },
            ["code"] = new JsonObject { ["type"] = "string", ["description"] = "For programs; the words are the client's" },
            ["args"] = new JsonObject { ["type"] = "object", ["nullable"] = true, ["additionalProperties"] = true },
            ["traceId"] = new JsonObject { ["type"] = "string", ["description"] = "Under which the log has more" },
        },
    };
}
