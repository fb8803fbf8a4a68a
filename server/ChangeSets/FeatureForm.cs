using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Checks;

namespace SpatialPlan.Server.ChangeSets;

/// <summary>
/// A feature as people and files give it (gis-data/catalogue/schema/feature-collection): without what is computed when it is
/// stored, and with nothing left out that a file must say.
/// </summary>
public static class FeatureForm
{
    private static readonly string[] OfACitation = ["paragraph", "attribute", "basis", "rule"];

    /// <summary>Null or an empty list where a file says that there is nothing.</summary>
    private static readonly string[] Said = ["name_en", "aliases", "plan_status_basis", "placed_by", "accuracy_m", "horizon_from", "horizon_to", "citations"];

    /// <summary>The properties of a stored version, or of a draft, in that form. The argument stays as it is.</summary>
    public static JsonObject Of(JsonObject properties, CollectionDefinition collection)
    {
        var form = new JsonObject();
        foreach (var property in collection.Properties.Where(property => !property.IsComputed))
        {
            if (properties[property.Name] is { } value)
            {
                form[property.Name] = Value(property, value);
            }
            else if (Said.Contains(property.Name))
            {
                form[property.Name] = IsList(property) ? new JsonArray() : null;
            }
        }

        return form;
    }

    /// <summary>The form with some properties replaced; null takes a value away.</summary>
    public static JsonObject With(JsonObject form, JsonObject changes, CollectionDefinition collection)
    {
        var changed = form.DeepClone().AsObject();
        foreach (var (name, value) in changes)
        {
            changed[name] = value?.DeepClone();
        }

        return Of(changed, collection);
    }

    private static bool IsList(PropertyDefinition property) => property.Type is PropertyType.Strings or PropertyType.Codes or PropertyType.Citations || property.IsCitedList;

    private static JsonNode Value(PropertyDefinition property, JsonNode value)
    {
        if (value is not JsonArray entries || !(property.IsCitedList || property.Type == PropertyType.Citations))
        {
            return value.DeepClone();
        }

        return new JsonArray([.. entries.Select(entry => entry is JsonObject members ? Entry(property, members) : entry?.DeepClone())]);
    }

    /// <summary>Without the place that a citation has been completed with.</summary>
    private static JsonObject Entry(PropertyDefinition property, JsonObject entry) => new(entry
        .Where(member => property.Type == PropertyType.Citations ? OfACitation.Contains(member.Key) || !CompletedBy.Contains(member.Key) : member.Key != "citation")
        .Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));

    private static readonly string[] CompletedBy = ["plan", "part", "chapter", "section", "box", "item"];
}
