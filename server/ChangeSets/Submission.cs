using System.Text.Json.Nodes;
using Npgsql;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.Writing;

namespace SpatialPlan.Server.ChangeSets;

/// <summary>Puts a set before its reviewers, in the transaction of the one who calls: what it says is checked, and when one thing is refused nothing of it is written.</summary>
public sealed class Submission(SubmissionChecks checks, SiteSubmission sites)
{
    private const int ChecksAtOnce = 100;

    /// <returns>The set as it is then.</returns>
    public async Task<JsonNode> Submit(Actor actor, long set, int seen, string? comment, NpgsqlConnection connection, CancellationToken cancel)
    {
        var changes = await ChangeSetStore.Proposed(actor, set, connection, cancel);
        var contents = await checks.Contents(changes, connection, cancel);
        var frozen = await sites.Check(actor, changes, cancel);
        var submitted = (await connection.Call("act($1, $2, $3, $4, $5, $6, $7)", cancel, actor.WrittenAs, actor.Roles, set, seen, "submit", comment, contents))!;
        foreach (var page in frozen.Pages(ChecksAtOnce))
        {
            await connection.Call("keep_checks($1, $2, $3)", cancel, actor.WrittenAs, set, page);
        }

        return submitted;
    }
}
