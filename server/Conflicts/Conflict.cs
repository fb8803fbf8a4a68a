using System.Text.Json;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.ChangeSets;
using SpatialPlan.Server.Writing;

namespace SpatialPlan.Server.Conflicts;

/// <summary>A feature of a set whose base does not stand any more: what the author would make of it, what stands, and what both come from.</summary>
public sealed class Conflict
{
    private readonly JsonObject listed;
    private readonly JsonObject? mine, theirs;

    /// <param name="listed">As review.conflicts lists it.</param>
    /// <param name="collection">Whose feature it is.</param>
    public Conflict(JsonObject listed, CollectionDefinition collection)
    {
        this.listed = listed;
        Collection = collection;
        var ancestor = Form("ancestor");
        (mine, theirs) = (Form("mine"), Form("theirs"));
        if (mine is not null && theirs is not null)
        {
            Properties = [.. ThreeWay.Properties(collection, ancestor, mine, theirs)];
            Geometry = ThreeWay.Geometry(collection, Shape("ancestor"), Shape("mine"), Shape("theirs"));
        }
    }

    public CollectionDefinition Collection { get; }

    public string Code => (string)listed["code"]!;

    /// <summary>The version that stands now; null when the feature was withdrawn.</summary>
    public int? Stands => (int?)listed["stands"];

    /// <summary>What anybody has changed; nothing of what one side withdraws.</summary>
    private IReadOnlyList<(string Property, string Change)> Properties { get; } = [];

    /// <summary>Who has changed the place; null when nobody has.</summary>
    private string? Geometry { get; }

    /// <summary>{position, collection, code, action, based_on, stands, origin, ancestor, mine, theirs, properties, geometry}, the three as a file of the package has features.</summary>
    public JsonObject ToJson()
    {
        var json = listed.DeepClone().AsObject();
        foreach (var side in new[] { "ancestor", "mine", "theirs" })
        {
            if (json[side] is JsonObject state)
            {
                state["properties"] = Form(side);
            }
        }

        json["properties"] = new JsonArray([.. Properties.Select(changed => (JsonNode)new JsonObject { ["property"] = changed.Property, ["change"] = changed.Change })]);
        json["geometry"] = Geometry;
        return json;
    }

    /// <summary>The item of the set from now on, as review.resolve_conflicts takes it.</summary>
    /// <exception cref="Web.RequestException">422 conflict-unresolved: something that both have changed is not chosen.</exception>
    public JsonObject Resolved(Resolution chosen)
    {
        var resolved = new JsonObject { ["position"] = (int)listed["position"]!, ["stands"] = Stands, ["leaves"] = false };

        // What shall go and is gone has come about.
        if (chosen.LeavesOut || (mine is null && theirs is null))
        {
            resolved["leaves"] = true;
        }
        else if (mine is not null)
        {
            (resolved["content"], resolved["geometry"]) = theirs is null ? (mine.DeepClone(), Shape("mine")) : (Merged(chosen), Place(chosen));
        }

        return resolved;
    }

    private JsonObject Merged(Resolution chosen)
    {
        var open = Properties.Where(changed => changed.Change == ThreeWay.Both && !chosen.Properties.ContainsKey(changed.Property)).Select(changed => changed.Property).ToList();
        if (open.Count > 0 || (Geometry == ThreeWay.Both && chosen.Geometry is null && chosen.Drawn is null))
        {
            throw RequestBody.Invalid("conflict-unresolved", new { collection = Collection.Id, code = Code, properties = open, geometry = Geometry == ThreeWay.Both });
        }

        var taken = Properties.Where(changed => (changed.Change == ThreeWay.Both ? chosen.Properties[changed.Property] : changed.Change) == ThreeWay.Mine);
        return FeatureForm.With(theirs!, new JsonObject(taken.Select(changed => KeyValuePair.Create(changed.Property, mine![changed.Property]?.DeepClone()))), Collection);
    }

    private JsonNode? Place(Resolution chosen) => chosen.Drawn?.DeepClone() ?? Shape((Geometry == ThreeWay.Both ? chosen.Geometry : Geometry) == ThreeWay.Mine ? ThreeWay.Mine : ThreeWay.Theirs);

    private JsonObject? Form(string side) => listed[side]?["properties"] is JsonObject properties ? FeatureForm.Of(properties, Collection) : null;

    private JsonNode? Shape(string side) => listed[side]?["geometry"]?.DeepClone();
}
