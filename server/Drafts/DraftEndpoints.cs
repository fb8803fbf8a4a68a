using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.SiteCheck;
using SpatialPlan.Server.Web;
using SpatialPlan.Server.Writing;

namespace SpatialPlan.Server.Drafts;

/// <summary>What somebody is still working on: nobody else sees it, and to others it is not there.</summary>
public sealed class DraftEndpoints(PlanDatabase database, PlanCatalogue catalogue, IdempotentWrites writes)
{
    private const int MostBytes = 5 * 1024 * 1024;
    private const string UnknownCode = "draft-unknown";

    public async Task<ContentHttpResult> List(Actor actor, HttpContext context)
    {
        QueryReader.Of(context.Request.Query, FrozenSet<string>.Empty);
        return JsonText.Answer(new JsonObject { ["drafts"] = await Ask("drafts($1)", context.RequestAborted, actor.WrittenAs) });
    }

    /// <summary>Whose there are, and nothing of what they say.</summary>
    public async Task<ContentHttpResult> Owners(HttpContext context)
    {
        QueryReader.Of(context.Request.Query, FrozenSet<string>.Empty);
        return JsonText.Answer(new JsonObject { ["owners"] = await Ask("draft_owners()", context.RequestAborted) });
    }

    public async Task<ContentHttpResult> One(string id, Actor actor, HttpContext context)
    {
        QueryReader.Of(context.Request.Query, FrozenSet<string>.Empty);
        return Answer(context, StatusCodes.Status200OK, await Ask("draft($1, $2)", context.RequestAborted, actor.WrittenAs, Id(id)) ?? throw Unknown());
    }

    public async Task<ContentHttpResult> Create(Actor actor, HttpContext context)
    {
        var body = await RequestBody.Read(context.Request, MostBytes, "collection", "code", "based_on", "properties", "geometry", "note", "contact", FindingReason.Member, "change_set");
        var collection = DraftContent.Collection(body.Json, catalogue);
        var draft = DraftContent.Read(body.Json, collection, catalogue.OwnerOf(collection));
        draft["collection"] = collection.Id;
        var code = RequestBody.Text(body.Json, "code", DraftContent.LongestCode);
        draft["code"] = code;
        draft["change_set"] = RequestBody.Version(body.Json, "change_set");
        var (status, answer) = await writes.Once(context, actor, body.Bytes, StatusCodes.Status201Created, async (connection, cancel) =>
        {
            draft["based_on"] = await SeenFeature.Base(context.Request, collection.Id, code, (int?)draft["based_on"], connection, cancel);
            return (await connection.Call("create_draft($1, $2, $3)", cancel, actor.WrittenAs, draft, CodePrefix.Of(collection)))!;
        });
        context.Response.Headers.Location = $"{context.Request.PathBase}/api/drafts/{(string)answer["id"]!}";
        return Answer(context, status, answer);
    }

    public async Task<ContentHttpResult> Save(string id, Actor actor, HttpContext context)
    {
        var (draftId, seen) = (Id(id), VersionTag.Seen(context.Request, $"draft-{id}"));
        var body = await RequestBody.Read(context.Request, MostBytes, "based_on", "properties", "geometry", "note", "contact", FindingReason.Member);
        var known = await Ask("draft($1, $2)", context.RequestAborted, actor.WrittenAs, draftId) ?? throw Unknown();
        var collection = catalogue.FindCollection((string)known["collection"]!) ?? throw Unknown();
        var draft = DraftContent.Read(body.Json, collection, catalogue.OwnerOf(collection));
        return Answer(context, StatusCodes.Status200OK, await Ask("save_draft($1, $2, $3, $4)", context.RequestAborted, actor.WrittenAs, draftId, seen, draft) ?? throw Unknown());
    }

    public async Task<NoContent> Delete(string id, Actor actor, HttpContext context)
    {
        var (draftId, seen) = (Id(id), VersionTag.Seen(context.Request, $"draft-{id}"));
        return (bool)(await Ask("delete_draft($1, $2, $3)", context.RequestAborted, actor.WrittenAs, draftId, seen))! ? TypedResults.NoContent() : throw Unknown();
    }

    private async Task<JsonNode?> Ask(string call, CancellationToken cancel, params object?[] values)
    {
        await using NpgsqlConnection connection = await database.Staff.OpenConnectionAsync(cancel);
        return await connection.Call(call, cancel, values);
    }

    public static Guid Id(string id) => PathId.Uuid(id, UnknownCode);

    public static RequestException Unknown() => RequestException.Unknown(UnknownCode);

    private static ContentHttpResult Answer(HttpContext context, int status, JsonNode draft)
    {
        context.Response.Headers.ETag = VersionTag.Of($"draft-{(string)draft["id"]!}", (int)draft["version"]!);
        return JsonText.Answer(draft, status);
    }
}
