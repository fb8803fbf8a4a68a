using System.Globalization;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Editing;

/// <summary>A feature as its editor sees it: the draft of it, or as it stands.</summary>
/// <param name="Draft">With its base; null when there is none.</param>
/// <param name="Standing">{version, properties, geometry}; null when it does not stand.</param>
/// <param name="Collection">Whose it is.</param>
internal sealed record EditedFeature(JsonNode? Draft, JsonNode? Standing, CollectionDefinition Collection)
{
    /// <summary>Whether its editor can read it.</summary>
    public bool IsThere => Draft is null ? Standing is not null : (string)Draft["action"]! == "change";

    /// <summary>What stands in its ETag.</summary>
    public string State => Draft is null ? ((int)Standing!["version"]!).ToString(CultureInfo.InvariantCulture) : DraftRow.State(Draft);

    /// <summary>The version that was seen; null of what is new.</summary>
    public int? BasedOn => Draft is null ? (int)Standing!["version"]! : (int?)Draft["based_on"];

    public JsonNode? Shape => Draft is null ? Standing!["geometry"] : Draft["geometry"];

    private JsonObject Base => (Draft is null ? Standing : Draft["base"])?["properties"] as JsonObject ?? [];

    /// <summary>What of it was changed so far.</summary>
    private JsonObject Said => Draft?["properties"] as JsonObject ?? [];

    /// <summary>Its properties as they are read, the version among them.</summary>
    public JsonObject Shown(PlanCatalogue catalogue)
    {
        var shown = (Draft is null ? Base : DraftRow.Of(Draft, Collection, catalogue).Row!).DeepClone().AsObject();
        shown["version"] = BasedOn;
        return shown;
    }

    /// <summary>What is changed when everything is what is said and nothing else.</summary>
    public JsonObject Replaced(JsonObject said) => Changed(Collection.Properties.Where(property => !property.IsComputed).Select(property => KeyValuePair.Create(property.Name, said[property.Name])));

    /// <summary>What is changed when only this is said; null takes a value away.</summary>
    public JsonObject Merged(JsonObject said) => Changed(said);

    /// <summary>Of the feature as it stood only what differs; of what is described with it, which this collection does not have, everything.</summary>
    private JsonObject Changed(IEnumerable<KeyValuePair<string, JsonNode?>> said)
    {
        var changed = Said.DeepClone().AsObject();
        foreach (var (name, value) in said)
        {
            changed.Remove(name);
            if (!PropertyValue.Same(value, Base[name]))
            {
                changed[name] = value?.DeepClone();
            }
        }

        return changed;
    }
}
