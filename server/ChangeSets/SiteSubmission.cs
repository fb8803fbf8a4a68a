using System.Text.Json.Nodes;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.SiteCheck;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.ChangeSets;

/// <summary>
/// Holds the sites of a set against the plan once more before it is submitted. A new one is refused where the check finds an error
/// or a warning that nothing is said to; of one that stands the result is only kept, for its reviewer.
/// </summary>
public sealed class SiteSubmission(CheckFreezer freezer, RevisionStore revisions, PlanCatalogue catalogue)
{
    /// <summary>Sites that are checked side by side before the next ones: the first that is refused ends it.</summary>
    private const int PageSize = 50;

    /// <summary>Of a request: what is not checked by then is kept as that, and its reviewer sees it checked now.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(12);

    /// <summary>The frozen checks of all sites of a set.</summary>
    /// <param name="actor">Who submits.</param>
    /// <param name="changes">What the set would make of its features (<see cref="ChangeSetStore.Proposed"/>).</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="RequestException">422 check-refuses or check-needs-reasons, of the first site in the set's order.</exception>
    public async Task<FrozenChecks> Check(Actor actor, IReadOnlyList<JsonNode> changes, CancellationToken cancel)
    {
        var frozen = new FrozenChecks();
        if (catalogue.FindRole(CollectionRole.Site) is not { } collection)
        {
            return frozen;
        }

        var said = (catalogue.OwnerOf(collection) is { } owner ? Of(owner) : []).ToDictionary(item => (string)item["code"]!, item => item["properties"]!.AsObject());
        var revision = await revisions.Recent(cancel);
        using var clock = new CancellationTokenSource(Longest);
        foreach (var page in Of(collection).Chunk(PageSize))
        {
            var checks = new (byte[]? Result, RequestException? Refusal)[page.Length];
            await Parallel.ForAsync(0, page.Length, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancel }, async (place, ended) =>
                checks[place] = await Check(page[place], said, revision, actor, ended, clock.Token));
            foreach (var (site, (result, refusal)) in page.Zip(checks))
            {
                if (refusal is not null)
                {
                    throw refusal;
                }

                if (result is not null)
                {
                    frozen.Add((int)site["position"]!, result);
                }
            }
        }

        return frozen;

        List<JsonNode> Of(CollectionDefinition of) => [.. changes.Where(change => (string)change["collection"]! == of.Id)];
    }

    private async Task<(byte[]? Result, RequestException? Refusal)> Check(JsonNode site, Dictionary<string, JsonObject> said, PlanRevision revision, Actor actor, CancellationToken cancel, CancellationToken clock)
    {
        var code = (string)site["code"]!;
        var asked = Question(site["properties"]!.AsObject(), said.GetValueOrDefault(code), code);
        try
        {
            var check = await freezer.Freeze(site["geometry"], asked, FindingReason.Read(site["check_reasons"]), revision, actor, cancel, clock);
            if (site["based_on"] is null)
            {
                check?.Demand(code);
            }

            return (check is null ? null : FrozenChecks.Pack(check.ToJson()), null);
        }
        catch (RequestException refusal)
        {
            return (null, refusal);
        }
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
