using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Drafts;
using SpatialPlan.Server.Writing;

namespace SpatialPlan.Server.BulkChanges;

/// <summary>The same values for many features of a collection.</summary>
/// <param name="Collection">Whose features they are.</param>
/// <param name="Properties">What changes; null takes a value away.</param>
public sealed record BulkChange(CollectionDefinition Collection, JsonObject Properties)
{
    /// <summary>What the members <c>collection</c> and <c>properties</c> of a body say.</summary>
    /// <exception cref="Web.RequestException">422: a collection or a property that there is none of, one that is computed, or none.</exception>
    public static BulkChange Read(JsonObject body, PlanCatalogue catalogue)
    {
        var collection = DraftContent.Collection(body, catalogue);
        var properties = DraftContent.Read(new JsonObject { ["properties"] = body["properties"]?.DeepClone() }, collection)["properties"]!.AsObject();
        return properties.Count > 0 ? new BulkChange(collection, properties.DeepClone().AsObject()) : throw RequestBody.Invalid("property-missing", new { property = "properties" });
    }
}
