using System.Text.Json.Nodes;
using SpatialPlan.Server.Drafts;
using SpatialPlan.Server.Writing;

namespace SpatialPlan.Server.ChangeSets;

/// <summary>What a reviewer takes out of a set when they approve the rest: it goes back to its author with the reason (Functions/exclusion.sql).</summary>
public static class Exclusions
{
    public const string Member = "exclude";
    private const int Most = 100;
    private const int LongestReason = 2000;

    /// <summary>The list of {code, reason} of a body, each code once; an empty one when there is none.</summary>
    /// <exception cref="Web.RequestException">422: it is no such list.</exception>
    public static JsonArray Read(JsonObject body)
    {
        var list = body[Member] switch
        {
            null => [],
            JsonArray given when given.All(part => part is JsonObject) => given.Select(part => One(part!.AsObject())).ToList(),
            _ => throw RequestBody.Invalid("property-type", new { property = Member, type = "array of objects" }),
        };
        if (list.Count > Most)
        {
            throw RequestBody.Invalid("too-many-features", new { maximum = Most });
        }

        return list.GroupBy(one => one.Code).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? throw RequestBody.Invalid("feature-repeated", new { code = twice.Key })
            : new JsonArray([.. list.Select(one => (JsonNode)new JsonObject { ["code"] = one.Code, ["reason"] = one.Reason })]);
    }

    private static (string Code, string Reason) One(JsonObject part)
    {
        RequestBody.Refuse(part, "code", "reason");
        return (RequestBody.RequiredText(part, "code", DraftContent.LongestCode), RequestBody.RequiredText(part, "reason", LongestReason));
    }
}
