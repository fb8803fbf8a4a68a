using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.ChangeSets;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.SiteCheck;
using SpatialPlan.Server.Web;
using SpatialPlan.Server.Writing;

namespace SpatialPlan.Server.Review;

/// <summary>The check of each site of a set as it was frozen, and, while the set is in review, as the same engine answers now.</summary>
public sealed class CheckEndpoints(PlanDatabase database, RevisionStore revisions, CheckFreezer freezer, PlanCatalogue catalogue)
{
    /// <summary>Each site of a page is checked again while somebody waits.</summary>
    private const int MostListed = 20;

    private static readonly FrozenSet<string> Parameters = FrozenSet.Create("after", "limit");

    /// <summary>
    /// {checks: [{position, collection, code, version, submitted, now, differences}], left}: the sites that follow `after`, a position in the
    /// set, and how many follow after those. `now` is null of what is not in review.
    /// </summary>
    /// <exception cref="RequestException">404 change-set-unknown: there is no such set, or not for this person.</exception>
    public async Task<ContentHttpResult> Compare(string id, Actor actor, HttpContext context)
    {
        var query = QueryReader.Of(context.Request.Query, Parameters);
        var (after, most) = ((int)Math.Min(query.Number("after") ?? 0, int.MaxValue), query.Limit(MostListed, MostListed));
        var (number, cancel) = (ChangeSetEndpoints.Id(id), context.RequestAborted);
        var owner = catalogue.FindRole(CollectionRole.Site) is { } collection ? catalogue.OwnerOf(collection) : null;
        JsonObject page;
        await using (var connection = await database.Staff.OpenConnectionAsync(cancel))
        {
            page = (await connection.Call("checked_sites($1, $2, $3, $4, $5, $6)", cancel, actor.WrittenAs, actor.Roles, number, owner?.Id ?? "", after, most) ?? throw ChangeSetStore.Unknown()).AsObject();
        }

        var revision = await revisions.Recent(cancel);
        var checks = new JsonArray();
        foreach (var site in page["sites"]!.AsArray().OfType<JsonObject>())
        {
            var now = (bool)site["is_open"]! ? await Now(site, revision, cancel) : null;
            var submitted = site["result"]!.DeepClone();
            checks.Add(new JsonObject
            {
                ["position"] = (int)site["position"]!,
                ["collection"] = (string)site["collection"]!,
                ["code"] = (string)site["code"]!,
                ["version"] = (int)site["version"]!,
                ["differences"] = now is null ? new JsonArray() : CheckDifferences.Between(submitted, now),
                ["submitted"] = submitted,
                ["now"] = now,
            });
        }

        return JsonText.Answer(new JsonObject { ["checks"] = checks, ["left"] = (int)page["left"]! });
    }

    /// <summary>Asked as its author, for a reviewer sees the author's own submissions among those of others.</summary>
    private async Task<JsonObject?> Now(JsonObject site, PlanRevision revision, CancellationToken cancel)
    {
        var author = new Actor(Guid.Parse((string)site["author"]!), "", [Role.Staff]);
        var properties = SiteSubmission.Question(site["properties"]!.AsObject(), site["said"] as JsonObject, (string)site["code"]!);
        return (await freezer.Freeze(site["geometry"], properties, [], revision, author, cancel))?.ToJson();
    }
}
