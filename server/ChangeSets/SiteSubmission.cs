using System.Text.Json.Nodes;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.SiteCheck;

namespace SpatialPlan.Server.ChangeSets;

/// <summary>
/// Holds the sites of a set against the plan once more before it is submitted. A new one is refused where the check finds an error
/// or a warning that nothing is said to; of one that stands the result is only kept, for its reviewer.
/// </summary>
public sealed class SiteSubmission(CheckFreezer freezer, RevisionStore revisions, PlanCatalogue catalogue)
{
    /// <summary>A set of more sites than these is no drawing, and would take longer than a request may.</summary>
    private const int MostChecked = 100;

    /// <summary>The frozen checks, {position, result}.</summary>
    /// <param name="actor">Who submits.</param>
    /// <param name="changes">What the set would make of its features (<see cref="ChangeSetStore.Proposed"/>).</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="Web.RequestException">422 check-refuses or check-needs-reasons.</exception>
    public async Task<JsonArray> Check(Actor actor, IReadOnlyList<JsonNode> changes, CancellationToken cancel)
    {
        if (catalogue.FindRole(CollectionRole.Site) is not { } collection)
        {
            return [];
        }

        var sites = Of(collection);
        if (sites.Count > MostChecked)
        {
            return [];
        }

        var said = (catalogue.OwnerOf(collection) is { } owner ? Of(owner) : []).ToDictionary(item => (string)item["code"]!, item => item["properties"]!.AsObject());
        var revision = await revisions.Recent(cancel);
        var frozen = new JsonArray();
        foreach (var site in sites)
        {
            var code = (string)site["code"]!;
            var check = await freezer.Freeze(site["geometry"], Question(site["properties"]!.AsObject(), said.GetValueOrDefault(code), code), FindingReason.Read(site["check_reasons"]), revision, actor, cancel);
            if (site["based_on"] is null)
            {
                check?.Demand();
            }

            if (check is not null)
            {
                frozen.Add(new JsonObject { ["position"] = (int)site["position"]!, ["result"] = check.ToJson() });
            }
        }

        return frozen;

        List<JsonNode> Of(CollectionDefinition of) => [.. changes.Where(change => (string)change["collection"]! == of.Id)];
    }

    /// <summary>What a check is asked with: what is said of the ground, and over it what is said of what stands there.</summary>
    public static JsonObject Question(JsonObject ground, JsonObject? said, string code)
    {
        var properties = ground.DeepClone().AsObject();
        foreach (var (name, value) in said ?? [])
        {
            properties[name] = value?.DeepClone();
        }

        properties["code"] = code;
        return properties;
    }
}
