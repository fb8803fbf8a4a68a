using System.Text.Json;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Checks;
using SpatialPlan.Server.Web;
using SpatialPlan.Server.Writing;

namespace SpatialPlan.Server.Editing;

/// <summary>
/// Properties that were sent of a feature: those that people give, each of its type and of its vocabulary. What is computed or says
/// which record it is may come back as it was read, for programs send whole features, and changes nothing.
/// </summary>
internal static class ReceivedProperties
{
    private const string Version = "version";

    /// <summary>What is said, without what only came back.</summary>
    /// <param name="given">As it was sent.</param>
    /// <param name="shown">The feature as its reader sees it; empty when it is new.</param>
    /// <param name="collection">Whose feature it is.</param>
    /// <param name="catalogue">With the vocabularies.</param>
    /// <exception cref="Web.RequestException">422 property-unknown, property-computed, property-type, term-unknown, text-too-long, text-control-character.</exception>
    public static JsonObject Read(JsonObject given, JsonObject shown, CollectionDefinition collection, PlanCatalogue catalogue)
    {
        var said = new JsonObject();
        foreach (var (name, value) in given)
        {
            var property = collection.FindProperty(name);
            if (property is null && name != Version)
            {
                throw RequestBody.Invalid("property-unknown", new { property = QueryReader.Shortened(name), collection = collection.Id });
            }

            if (property is { IsComputed: false })
            {
                said[name] = value?.DeepClone();
            }
            else if (!PropertyValue.Same(value, shown[name]))
            {
                throw RequestBody.Invalid("property-computed", new { property = name });
            }
        }

        Refuse(said, collection, catalogue);
        return said;
    }

    /// <summary>Whether a citation, or an entry that cites, can be completed.</summary>
    public static bool Cites(JsonNode? entry, PlanCatalogue catalogue) =>
        entry is JsonObject members && Text(members, "paragraph") is { } paragraph && Locator.TryParse(paragraph) is { } locator && catalogue.FindPlan(locator.Plan) is not null
        && new[] { "attribute", "basis", "rule" }.All(name => members[name] is null || Text(members, name) is not null);

    /// <summary>The first fault: what follows from it says nothing new.</summary>
    public static FeatureFault? FaultOf(CollectionDefinition collection, JsonObject properties, PlanCatalogue catalogue)
    {
        var feature = new CheckedFeature(collection, "", properties, null);
        var context = new CheckContext(catalogue, _ => true);
        return KnownProperties.Check(feature, context).Concat(TextsFit.Check(feature, context)).FirstOrDefault() ?? Uncited(collection, properties, catalogue);
    }

    private static void Refuse(JsonObject said, CollectionDefinition collection, PlanCatalogue catalogue)
    {
        if (FaultOf(collection, said, catalogue) is { } fault)
        {
            throw RequestBody.Invalid(fault.Code, fault.Args);
        }
    }

    private static FeatureFault? Uncited(CollectionDefinition collection, JsonObject properties, PlanCatalogue catalogue) => properties
        .Where(entry => collection.FindProperty(entry.Key) is { } property && (property.Type == PropertyType.Citations || property.IsCitedList))
        .Where(entry => entry.Value is JsonArray list && !list.All(cited => Cites(cited, catalogue)))
        .Select(entry => new FeatureFault("property-type", ("property", entry.Key), ("type", "citations")))
        .FirstOrDefault();

    private static string? Text(JsonObject members, string name) =>
        members[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}
