using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Drafts;
using SpatialPlan.Server.SiteCheck;
using SpatialPlan.Server.Web;
using SpatialPlan.Server.Writing;

namespace SpatialPlan.Server.ChangeSets;

/// <summary>What somebody wants of one feature.</summary>
/// <param name="Collection">Whose feature it is or will be.</param>
/// <param name="Code">Null for a new one, which is given one.</param>
/// <param name="BasedOn">The version that was seen to stand; null for a new one.</param>
/// <param name="IsWithdrawal">It shall not stand any more.</param>
/// <param name="Properties">Those that change; null takes a value away.</param>
/// <param name="HasGeometry">Whether the place is spoken of; what is not stays.</param>
/// <param name="Geometry">The place, null for none.</param>
/// <param name="IsDraft">Its code may be of a feature that has never stood.</param>
public sealed record Change(CollectionDefinition Collection, string? Code, int? BasedOn, bool IsWithdrawal, JsonObject Properties, bool HasGeometry, JsonNode? Geometry, bool IsDraft = false)
{
    public static JsonObject Of(JsonNode? part) => part as JsonObject ?? throw RequestBody.Invalid("property-type", new { property = "features", type = "array of objects" });

    public static Change Read(JsonObject part, PlanCatalogue catalogue)
    {
        RequestBody.Refuse(part, "collection", "code", "action", "based_on", "properties", "geometry", FindingReason.Member);
        var collection = DraftContent.Collection(part, catalogue);
        var isWithdrawal = RequestBody.Text(part, "action", DraftContent.LongestCode) switch
        {
            null or "change" => false,
            "withdraw" => true,
            var other => throw RequestBody.Invalid("value-unknown", new { property = "action", value = other, supported = new[] { "change", "withdraw" } }),
        };
        var content = DraftContent.Read(part, collection);
        var change = new Change(
            collection, RequestBody.Text(part, "code", DraftContent.LongestCode), (int?)content["based_on"], isWithdrawal,
            content["properties"]!.AsObject(), part.ContainsKey("geometry"), content["geometry"])
        {
            CheckReasons = DraftContent.CheckReasons(part),
        };
        return change.Code is null && (isWithdrawal || change.BasedOn is not null) ? throw RequestBody.Invalid("property-missing", new { property = "code" }) : change;
    }

    /// <summary>It goes with another change under the same code, whatever version stands.</summary>
    public bool IsBeside { get; init; }

    /// <summary>What its author says to the findings of the check, a list; null for nothing.</summary>
    public JsonNode? CheckReasons { get; init; }

    /// <summary>{collection, code, prefix, action, based_on, content, geometry, check_reasons}.</summary>
    /// <param name="standing">The feature as it stands: {version, properties, geometry}; null when it does not.</param>
    /// <param name="seen">It as it stood when its author saw it, where that is kept although another version stands now; null elsewhere.</param>
    public JsonObject Item(JsonNode? standing, JsonNode? seen = null)
    {
        var stands = (int?)standing?["version"];
        if (seen is null)
        {
            RefuseStale(stands);
        }

        standing = seen ?? standing;
        var form = standing is null ? [] : FeatureForm.Of(standing["properties"]!.AsObject(), Collection);
        return new JsonObject
        {
            ["collection"] = Collection.Id,
            ["code"] = Code,
            ["prefix"] = CodePrefix.Of(Collection),
            ["action"] = IsWithdrawal ? "withdraw" : "change",
            ["based_on"] = IsBeside ? stands : BasedOn,
            ["content"] = IsWithdrawal ? null : FeatureForm.With(form, Properties, Collection),
            ["geometry"] = IsWithdrawal ? null : HasGeometry ? Geometry?.DeepClone() : standing?["geometry"]?.DeepClone(),
            [FindingReason.Member] = CheckReasons?.DeepClone(),
        };
    }

    private void RefuseStale(int? stands)
    {
        if (IsBeside)
        {
            return;
        }

        if (stands is null && Code is not null && !IsDraft)
        {
            throw RequestBody.Invalid("feature-unknown", new { collection = Collection.Id, code = Code });
        }

        if (stands is not null && BasedOn is null)
        {
            throw RequestBody.Invalid("property-missing", new { property = "based_on", code = Code });
        }

        if (stands != BasedOn)
        {
            throw new RequestException(StatusCodes.Status409Conflict, "base-is-stale", new { collection = Collection.Id, code = Code, based_on = BasedOn, stands });
        }
    }
}
