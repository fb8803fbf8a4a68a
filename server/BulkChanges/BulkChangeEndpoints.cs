using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.ChangeSets;
using SpatialPlan.Server.Drafts;
using SpatialPlan.Server.Ogc;
using SpatialPlan.Server.Web;
using SpatialPlan.Server.Writing;

namespace SpatialPlan.Server.BulkChanges;

/// <summary>The same values for all features that a filter finds: first looked at, then proposed as one change set.</summary>
public sealed class BulkChangeEndpoints(PlanCatalogue catalogue, CollectionFinder collections, BulkPreview preview, Submission submission, IdempotentWrites writes)
{
    private const int MostBytes = 2 * 1024 * 1024;
    private const int LongestFilter = 8000;
    private const int LongestTitle = 200;
    private const int LongestBasis = 500;
    private static readonly FrozenSet<string> FilterNames = FilterParameter.Names.ToFrozenSet();

    public async Task<ContentHttpResult> Preview(HttpContext context)
    {
        var body = await RequestBody.Read(context.Request, MostBytes, ["collection", "properties", .. FilterParameter.Names]);
        var change = BulkChange.Read(body.Json, catalogue);
        _ = RequestBody.RequiredText(body.Json, "filter", LongestFilter);
        var given = FilterNames.Where(name => RequestBody.Text(body.Json, name, LongestFilter) is not null).ToDictionary(name => name, name => new Microsoft.Extensions.Primitives.StringValues((string)body.Json[name]!));
        var selection = FeatureSelection.Read(collections.Get(change.Collection.Id), QueryReader.Of(new QueryCollection(given), FilterNames));
        context.Response.Headers.CacheControl = "private, no-store";
        return JsonText.Answer(await preview.Find(change, selection, context.RequestAborted));
    }

    public async Task<ContentHttpResult> Create(Actor actor, HttpContext context)
    {
        var body = await RequestBody.Read(context.Request, MostBytes, "title", "basis", "collection", "properties", "features", "submit");
        var (title, basis) = (RequestBody.RequiredText(body.Json, "title", LongestTitle), RequestBody.RequiredText(body.Json, "basis", LongestBasis));
        var change = BulkChange.Read(body.Json, catalogue);
        var (codes, versions) = Seen(body.Json);
        var submit = ChangeSetEndpoints.IsSubmitted(body.Json);
        var (status, answer) = await writes.Once(context, actor, body.Bytes, StatusCodes.Status201Created, async (connection, cancel) =>
        {
            var made = (await connection.Call(
                "create_bulk_set($1, $2, $3, $4, $5, $6, $7, $8)", cancel, actor.WrittenAs, actor.Roles, title, basis, change.Collection.Id, change.Properties, codes, versions))!;
            if (made["moved"] is { } moved)
            {
                throw new RequestException(StatusCodes.Status409Conflict, "bases-have-moved", new { number = (int)made["number"]!, features = moved });
            }

            return submit ? await submission.Submit(actor, (long)made["id"]!, (int)made["version"]!, null, connection, cancel) : made;
        });
        return ChangeSetEndpoints.Created(context, status, answer);
    }

    /// <summary>The features as they were seen, {code, version} each.</summary>
    private static (string[] Codes, int[] Versions) Seen(JsonObject body)
    {
        var seen = body["features"] switch
        {
            JsonArray list => list.Select(Change.Of).ToList(),
            _ => throw RequestBody.Invalid("property-type", new { property = "features", type = "array" }),
        };
        if (seen.Count is 0 or > ChangeItems.Most)
        {
            throw RequestBody.Invalid(seen.Count == 0 ? "change-set-empty" : "too-many-features", new { maximum = ChangeItems.Most });
        }

        seen.ForEach(part => RequestBody.Refuse(part, "code", "version"));
        return (
            [.. seen.Select(part => RequestBody.RequiredText(part, "code", DraftContent.LongestCode))],
            [.. seen.Select(part => RequestBody.Version(part, "version") ?? throw RequestBody.Invalid("property-missing", new { property = "version" }))]);
    }
}
