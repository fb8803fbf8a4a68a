using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.ChangeSets;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Review;

/// <summary>The check of each site of a set as it was frozen, and, while the set is in review, as the same engine answers now.</summary>
public sealed class CheckEndpoints(PlanDatabase database, RevisionStore revisions, PresentChecks present)
{
    /// <summary>Each site of a page is checked again while somebody waits.</summary>
    private const int MostListed = 20;

    private static readonly FrozenSet<string> Parameters = FrozenSet.Create("after", "limit", OmittedFindings.Parameter);

    /// <summary>
    /// {checks: [{position, collection, code, version, submitted, now, differences}], left}: the sites that follow `after`, a position in the
    /// set, and how many follow after those. `now` is null of what is not in review.
    /// </summary>
    /// <exception cref="RequestException">404 change-set-unknown: there is no such set, or not for this person.</exception>
    public async Task<ContentHttpResult> Compare(string id, Actor actor, HttpContext context)
    {
        var query = QueryReader.Of(context.Request.Query, Parameters);
        var (after, most, omitted) = (query.After(), query.Limit(MostListed, MostListed), OmittedFindings.Of(query));
        var (number, cancel) = (ChangeSetEndpoints.Id(id), context.RequestAborted);
        JsonObject page;
        await using (var connection = await database.Staff.OpenConnectionAsync(cancel))
        {
            page = await present.Sites(actor, number, after, most, connection, cancel) ?? throw ChangeSetStore.Unknown();
        }

        var revision = await revisions.Recent(cancel);
        var checks = new JsonArray();
        foreach (var site in page["sites"]!.AsArray().OfType<JsonObject>())
        {
            var now = await present.Now(site, revision, cancel);
            var submitted = site["result"]!.DeepClone();
            var compared = new JsonObject
            {
                ["position"] = (int)site["position"]!,
                ["collection"] = (string)site["collection"]!,
                ["code"] = (string)site["code"]!,
                ["version"] = (int)site["version"]!,
                ["differences"] = now is null ? new JsonArray() : CheckDifferences.Between(submitted, now),
                ["submitted"] = submitted,
                ["now"] = now,
            };
            omitted.From(compared);
            checks.Add(compared);
        }

        return JsonText.Answer(new JsonObject { ["checks"] = checks, ["left"] = (int)page["left"]! });
    }
}
