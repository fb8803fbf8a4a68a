using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Parks;

/// <summary>Projects side by side: a row for each property that the catalogue lets people ask for, and each list that cites.</summary>
public static class ProjectComparison
{
    public const string Property = "property";

    /// <summary>What names a project, or is about its record and not about the project.</summary>
    private static readonly string[] Elsewhere = ["code", "name_zh", "name_en", "origin", "placed_by", "accuracy_m", "horizon_from", "horizon_to"];

    /// <param name="collection">What they are of.</param>
    /// <param name="compared">The properties of each.</param>
    public static IReadOnlyList<ComparedRow> Rows(CollectionDefinition collection, IReadOnlyList<JsonObject> compared) =>
    [
        .. collection.Properties.Where(property => (property.Queryable || property.Figure || property.IsCitedList) && !Elsewhere.Contains(property.Name))
            .Select(property => new ComparedRow(Property, property.Name, null, [.. compared.Select(project => Cell(property, project))])),
    ];

    private static ComparedCell Cell(PropertyDefinition property, JsonObject project) => project[property.Name] switch
    {
        null => ComparedCell.NotStated,
        JsonArray { Count: 0 } => ComparedCell.NotStated,
        JsonValue value when value.TryGetValue<string>(out var text) && text == "not-stated" => ComparedCell.NotStated,
        JsonArray list when property.IsCitedList => new(list.DeepClone(), [.. list.Select(entry => entry?["citation"]?.DeepClone()).OfType<JsonNode>()]),
        var value => new(value.DeepClone(), [.. (project["citations"] as JsonArray ?? []).Where(citation => (string?)citation!["attribute"] == property.Name).Select(citation => citation!.DeepClone())]),
    };
}
