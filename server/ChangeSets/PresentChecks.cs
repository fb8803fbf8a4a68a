using System.Text.Json.Nodes;
using Npgsql;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.SiteCheck;
using SpatialPlan.Server.Writing;

namespace SpatialPlan.Server.ChangeSets;

/// <summary>The check of each site of a set as the engine answers at this moment: to stand beside the one that was submitted, and to be kept with a decision.</summary>
public sealed class PresentChecks(CheckFreezer freezer, RevisionStore revisions, PlanCatalogue catalogue)
{
    /// <summary>So many are checked again for a decision; a set of more sites is no drawing, and keeps the checks of its submission.</summary>
    private const int MostKept = 100;

    /// <summary>A page of the sites of a set with the check that was frozen with each, {sites, left} (review.checked_sites); null where somebody may not see them.</summary>
    public async Task<JsonObject?> Sites(Actor actor, long set, int after, int most, NpgsqlConnection connection, CancellationToken cancel)
    {
        var owner = catalogue.FindRole(CollectionRole.Site) is { } collection ? catalogue.OwnerOf(collection) : null;
        return (await connection.Call("checked_sites($1, $2, $3, $4, $5, $6)", cancel, actor.WrittenAs, actor.Roles, set, owner?.Id ?? "", after, most))?.AsObject();
    }

    /// <summary>What is kept with a decision: a list of {collection, code, version, result}.</summary>
    public async Task<JsonArray> Of(Actor actor, long set, NpgsqlConnection connection, CancellationToken cancel)
    {
        var kept = new JsonArray();
        if (await Sites(actor, set, 0, MostKept, connection, cancel) is not { } page || (int)page["left"]! > 0)
        {
            return kept;
        }

        var revision = await revisions.Recent(cancel);
        foreach (var site in page["sites"]!.AsArray().OfType<JsonObject>())
        {
            if (await Now(site, revision, cancel) is { } result)
            {
                kept.Add(new JsonObject { ["collection"] = (string)site["collection"]!, ["code"] = (string)site["code"]!, ["version"] = (int)site["version"]!, ["result"] = result });
            }
        }

        return kept;
    }

    /// <summary>Null of what is not in review. Asked as its author, for a reviewer sees the author's own submissions among those of others.</summary>
    public async Task<JsonObject?> Now(JsonObject site, PlanRevision revision, CancellationToken cancel)
    {
        if (!(bool)site["is_open"]!)
        {
            return null;
        }

        var author = new Actor(Guid.Parse((string)site["author"]!), "", [Role.Staff]);
        var properties = SiteSubmission.Question(site["properties"]!.AsObject(), site["said"] as JsonObject, (string)site["code"]!);
        return (await freezer.Freeze(site["geometry"], properties, [], revision, author, cancel))?.ToJson();
    }
}
