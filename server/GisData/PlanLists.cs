using System.Text.Json;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.GisData;

/// <summary>The lists beside the layers: contradictions of the plan, what it names for each industry chain, and its policies.</summary>
public sealed record PlanLists(IReadOnlyList<JsonObject> Contradictions, IReadOnlyList<JsonObject> Industries, IReadOnlyList<JsonObject> Policies)
{
    public const string ContradictionsFile = "contradictions.json";
    public const string IndustriesFile = "industries.json";
    public const string PoliciesFile = "policies.json";

    public static PlanLists Read(JsonFiles files) => new(
        Read(files, ContradictionsFile, "contradictions"), Read(files, IndustriesFile, "industries"), Read(files, PoliciesFile, "policies"));

    /// <summary>The entries as they are stored: each with its code, and every place completed to a citation.</summary>
    public static IEnumerable<JsonObject> Stored(IReadOnlyList<JsonObject> entries, PlanCatalogue catalogue) => entries.Select(entry =>
    {
        var stored = (JsonObject)WithCitations(entry, catalogue)!;
        stored["code"] = CodeOf(entry);
        return stored;
    });

    public static string CodeOf(JsonObject entry) => (string)(entry["code"] ?? entry["industry_chain"])!;

    private static List<JsonObject> Read(JsonFiles files, string file, string name) =>
        files.Exists(file) && files.Read(file, name) is { } root
            ? [.. root.GetProperty(name).EnumerateArray().Select(entry => JsonObject.Create(entry)!)]
            : [];

    private static JsonNode? WithCitations(JsonNode? node, PlanCatalogue catalogue)
    {
        switch (node)
        {
            case JsonArray list:
                return new JsonArray([.. list.Select(entry => WithCitations(entry, catalogue))]);
            case JsonObject entry:
                var completed = new JsonObject(entry.Select(member => KeyValuePair.Create(member.Key, WithCitations(member.Value, catalogue))));
                if (entry["paragraph"] is not null)
                {
                    completed["citation"] = Citations.Complete(entry, catalogue);
                }

                return completed;
            default:
                return node?.DeepClone();
        }
    }
}
