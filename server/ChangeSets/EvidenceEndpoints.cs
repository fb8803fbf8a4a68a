using System.Collections.Frozen;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Drafts;
using SpatialPlan.Server.Web;
using SpatialPlan.Server.Writing;

namespace SpatialPlan.Server.ChangeSets;

/// <summary>What a change set has beside its features: files, whom to ask, the frozen checks. For its author, and its reviewers once it was submitted.</summary>
public sealed class EvidenceEndpoints(PlanDatabase database, ChangeSetStore sets)
{
    public async Task<ContentHttpResult> All(string id, Actor actor, HttpContext context)
    {
        QueryReader.Of(context.Request.Query, FrozenSet<string>.Empty);
        return JsonText.Answer(await sets.Ask("evidence", actor, ChangeSetEndpoints.Id(id), context.RequestAborted));
    }

    public async Task<FileContentHttpResult> Attachment(string id, string attachment, Actor actor, HttpContext context)
    {
        QueryReader.Of(context.Request.Query, FrozenSet<string>.Empty);
        await using var connection = await database.Staff.OpenConnectionAsync(context.RequestAborted);
        await using var command = new NpgsqlCommand("select name, media_type, content from review.change_set_attachment($1, $2, $3, $4)", connection)
        {
            Parameters = { new() { Value = actor.WrittenAs }, new() { Value = actor.Roles.ToArray() }, new() { Value = ChangeSetEndpoints.Id(id) }, new() { Value = AttachmentAnswer.Id(attachment) } },
        };
        return await AttachmentAnswer.Of(command, context);
    }
}
