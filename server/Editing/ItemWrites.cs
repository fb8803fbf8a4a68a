using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Npgsql;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Drafts;
using SpatialPlan.Server.Geo;
using SpatialPlan.Server.Ogc;
using SpatialPlan.Server.Web;
using SpatialPlan.Server.Writing;

namespace SpatialPlan.Server.Editing;

/// <summary>
/// OGC API Features Part 4 (OGC 20-002r1). What arrives becomes a draft of its sender and never a row of what stands; who sent it
/// submits it in the product, in a change set of drafts.
/// </summary>
public sealed class ItemWrites(CollectionFinder collections, PlanCatalogue catalogue, IdempotentWrites writes, DraftedFeatures drafts, ItemStore items, Links links)
{
    /// <summary>/req/create-replace-delete/post-op.</summary>
    public async Task Create(string collectionId, Actor actor, HttpContext context)
    {
        var collection = Writable(collectionId, context);
        var feature = await ReceivedFeature.Read(context.Request, ReceivedFeature.Whole);
        Preconditions.Hold(context.Request, null, null);
        if (feature.Id is not null)
        {
            throw RequestBody.Invalid("property-computed", new { property = "id" });
        }

        var draft = new JsonObject
        {
            ["collection"] = collection.Id,
            ["properties"] = WithoutNothing(ReceivedProperties.Read(feature.Properties, [], collection, catalogue)),
            ["geometry"] = ReceivedGeometry.Read(feature.Geometry, feature.Crs, collection, catalogue),
        };
        var (status, kept) = await writes.Once(context, actor, feature.Bytes, StatusCodes.Status201Created, async (connection, cancel) =>
            (await connection.Call("create_draft($1, $2, $3)", cancel, actor.WrittenAs, draft, CodePrefix.Of(collection)))!);
        var code = (string)kept["code"]!;
        context.Response.StatusCode = status;
        context.Response.Headers.Location = links.To(context.Request, $"/collections/{collection.Id}/items/{code}");
        await SayTag(collection, code, actor, context);
    }

    /// <summary>
    /// /req/create-replace-delete/put-op. What is sent is not kept to the byte, so that no tag may be said (RFC 9110, 9.3.4).
    /// </summary>
    public Task Replace(string collectionId, string code, Actor actor, HttpContext context) => Edit(
        collectionId, code, actor, context, ReceivedFeature.Whole,
        (edited, sent) => edited.Replaced(sent));

    /// <summary>/req/update/patch-op, by RFC 7396: a member that is not there stays, null takes a value away.</summary>
    public async Task Update(string collectionId, string code, Actor actor, HttpContext context)
    {
        context.Response.OnStarting(() =>
        {
            context.Response.Headers["Accept-Patch"] = ReceivedFeature.Patch;
            return Task.CompletedTask;
        });
        var collection = await Edit(collectionId, code, actor, context, ReceivedFeature.Patch, (edited, sent) => edited.Merged(sent));
        await SayTag(collection, code, actor, context);
    }

    /// <summary>/req/create-replace-delete/delete-op: of what stands a draft that proposes its withdrawal; of what is nothing but a draft that draft is gone.</summary>
    public async Task Delete(string collectionId, string code, Actor actor, HttpContext context)
    {
        var collection = Writable(collectionId, context);
        await writes.Once(context, actor, [], StatusCodes.Status204NoContent, async (connection, cancel) =>
        {
            var edited = await Begin(collection, code, actor, context.Request, connection, cancel);
            return edited.BasedOn is { } seen
                ? await Put(actor, edited, code, "withdraw", seen, [], null, connection, cancel)
                : await connection.Call("delete_draft($1, $2, $3)", cancel, actor.WrittenAs, Guid.Parse((string)edited.Draft!["id"]!), (int)edited.Draft["version"]!) ?? throw CollectionFinder.UnknownFeature(code);
        });
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private async Task<CollectionDefinition> Edit(string collectionId, string code, Actor actor, HttpContext context, string[] mediaTypes, Func<EditedFeature, JsonObject, JsonObject> change)
    {
        var collection = Writable(collectionId, context);
        var feature = await ReceivedFeature.Read(context.Request, mediaTypes);
        if (feature.Id is { } id && id != code)
        {
            throw RequestBody.Invalid("id-differs", new { id = QueryReader.Shortened(id) });
        }

        await writes.Once(context, actor, feature.Bytes, StatusCodes.Status204NoContent, async (connection, cancel) =>
        {
            var edited = await Begin(collection, code, actor, context.Request, connection, cancel);
            var changed = change(edited, ReceivedProperties.Read(feature.Properties, edited.Shown(catalogue), collection, catalogue));
            var shape = feature.HasGeometry
                ? ReceivedGeometry.OrAsRead(ReceivedGeometry.Read(feature.Geometry, feature.Crs, collection, catalogue), edited.Shape, collection)
                : edited.Shape;
            return await Put(actor, edited, code, "change", edited.BasedOn, changed, shape, connection, cancel);
        });
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return collection;
    }

    private static async Task<EditedFeature> Begin(CollectionDefinition collection, string code, Actor actor, HttpRequest request, NpgsqlConnection connection, CancellationToken cancel)
    {
        var begun = code.Length <= DraftContent.LongestCode ? (await connection.Call("begin_edit($1, $2, $3)", cancel, actor.WrittenAs, collection.Id, code))! : new JsonObject();
        var edited = new EditedFeature(begun["draft"], begun["standing"], collection);
        if (!edited.IsThere)
        {
            throw CollectionFinder.UnknownFeature(code);
        }

        Preconditions.Hold(request, code, edited.State);
        return edited;
    }

    private static async Task<JsonNode> Put(
        Actor actor, EditedFeature edited, string code, string action, int? basedOn, JsonObject properties, JsonNode? shape, NpgsqlConnection connection, CancellationToken cancel)
    {
        var draft = new JsonObject
        {
            ["collection"] = edited.Collection.Id,
            ["code"] = code,
            ["action"] = action,
            ["based_on"] = basedOn,
            ["properties"] = properties,
            ["geometry"] = shape?.DeepClone(),
        };
        return (await connection.Call("put_draft($1, $2)", cancel, actor.WrittenAs, draft))!;
    }

    /// <summary>The tag with which it would be read now.</summary>
    private async Task SayTag(CollectionDefinition collection, string code, Actor actor, HttpContext context)
    {
        if (await drafts.Of(actor, collection, code, context.RequestAborted) is { } own && await items.Find(collection, own.ByCode[code], CrsList.Wire, context.RequestAborted) is { } feature)
        {
            context.Response.Headers.ETag = $"\"{feature.Tag(code)}\"";
        }
    }

    /// <summary>A collection of the plan; those of a conformance test are only read.</summary>
    private CollectionDefinition Writable(string id, HttpContext context)
    {
        QueryReader.Of(context.Request.Query, FrozenSet<string>.Empty);
        var collection = collections.GetReadable(id);
        return collections.IsOfPlan(collection) ? collection : throw new RequestException(StatusCodes.Status405MethodNotAllowed, "method-not-allowed");
    }

    /// <summary>Programs send every property that they know: null of what is new says nothing.</summary>
    private static JsonObject WithoutNothing(JsonObject properties) =>
        new(properties.Where(entry => entry.Value is not null).Select(entry => KeyValuePair.Create(entry.Key, entry.Value?.DeepClone())));
}
