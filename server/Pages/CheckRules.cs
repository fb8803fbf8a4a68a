using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Pages;

/// <summary>The rules of the check of a site, as people read them. One that is gone from the catalogue stands by its code.</summary>
public sealed class CheckRules(PlanCatalogue catalogue)
{
    private readonly Dictionary<string, JsonNode> rules = (JsonNode.Parse(catalogue.Document.Json)!["checks"]?["rules"]?.AsArray() ?? [])
        .ToDictionary(rule => (string)rule!["code"]!, rule => rule!);

    public string NameOf(string code, PageWords words) => (string?)rules.GetValueOrDefault(code)?[words.IsChinese ? "zh" : "en"] ?? code;

    /// <summary>The collection that a rule looks at; null of one that looks at the site itself, or at more.</summary>
    public CollectionDefinition? SubjectsOf(string code) =>
        (string?)rules.GetValueOrDefault(code)?["subjects"]?["collection"] is { } id ? catalogue.FindCollection(id) : null;
}
