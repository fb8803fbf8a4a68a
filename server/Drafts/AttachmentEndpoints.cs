using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Web;
using SpatialPlan.Server.Writing;

namespace SpatialPlan.Server.Drafts;

/// <summary>The files of a draft: its owner's alone, as the draft is.</summary>
public sealed class AttachmentEndpoints(PlanDatabase database)
{
    private static readonly FrozenSet<string> NameOnly = FrozenSet.Create("name");

    public async Task<ContentHttpResult> List(string id, Actor actor, HttpContext context)
    {
        QueryReader.Of(context.Request.Query, FrozenSet<string>.Empty);
        await using var connection = await database.Staff.OpenConnectionAsync(context.RequestAborted);
        var listed = await connection.Call("attachments($1, $2)", context.RequestAborted, actor.WrittenAs, DraftEndpoints.Id(id)) ?? throw DraftEndpoints.Unknown();
        return JsonText.Answer(new JsonObject { ["attachments"] = listed });
    }

    /// <summary>The body is the file; its name is a parameter, its type the header.</summary>
    public async Task<ContentHttpResult> Add(string id, Actor actor, HttpContext context)
    {
        var (draft, cancel) = (DraftEndpoints.Id(id), context.RequestAborted);
        var name = AttachmentContent.NameOf(QueryReader.Of(context.Request.Query, NameOnly).Find("name"));
        var content = await BoundedBody.Read(context.Request, AttachmentContent.MostBytes);
        var type = AttachmentContent.TypeOf(content, name, context.Request.ContentType?.Split(';')[0].Trim());
        await using var connection = await database.Staff.OpenConnectionAsync(cancel);
        var kept = await connection.Call("add_attachment($1, $2, $3, $4, $5)", cancel, actor.WrittenAs, draft, name, type, content) ?? throw DraftEndpoints.Unknown();
        context.Response.Headers.Location = $"{context.Request.PathBase}/api/drafts/{id}/attachments/{(string)kept["id"]!}";
        return JsonText.Answer(kept, StatusCodes.Status201Created);
    }

    public async Task<FileContentHttpResult> One(string id, string attachment, Actor actor, HttpContext context)
    {
        QueryReader.Of(context.Request.Query, FrozenSet<string>.Empty);
        await using var connection = await database.Staff.OpenConnectionAsync(context.RequestAborted);
        await using var command = new NpgsqlCommand("select name, media_type, content from review.draft_attachment($1, $2, $3)", connection)
        {
            Parameters = { new() { Value = actor.WrittenAs }, new() { Value = DraftEndpoints.Id(id) }, new() { Value = AttachmentAnswer.Id(attachment) } },
        };
        return await AttachmentAnswer.Of(command, context);
    }

    public async Task<NoContent> Delete(string id, string attachment, Actor actor, HttpContext context)
    {
        await using var connection = await database.Staff.OpenConnectionAsync(context.RequestAborted);
        return (bool)(await connection.Call("delete_attachment($1, $2, $3)", context.RequestAborted, actor.WrittenAs, DraftEndpoints.Id(id), AttachmentAnswer.Id(attachment)))!
            ? TypedResults.NoContent()
            : throw AttachmentAnswer.Unknown();
    }
}
