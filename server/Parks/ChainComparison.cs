using System.Text.Json.Nodes;

namespace SpatialPlan.Server.Parks;

/// <summary>Industry chains side by side, from their panoramas: what the plan names for each, and what its projects add up to.</summary>
public static class ChainComparison
{
    /// <summary>Words of the plan: <c>[{zh, en, ja, ko}]</c>.</summary>
    public const string Words = "words";

    /// <summary>What is named, on the map or not: <c>[{collection, code, name_zh, name_en}]</c>, code null where no feature is.</summary>
    public const string Features = "features";

    /// <summary>A sum over the projects of a chain: <c>{sum, known, not_stated}</c>.</summary>
    public const string Sum = "sum";

    private static readonly string[] Lists = ["steps", "products", "gaps"];
    private static readonly string[] Named = ["enterprises", "institutes", "projects", "project_sites"];

    /// <summary>The member of a panorama that lists the parks of a chain.</summary>
    private const string Grounds = "parks";

    /// <param name="chains">Their panoramas.</param>
    /// <param name="policies">The codes of the policies that name each or its cluster.</param>
    public static IReadOnlyList<ComparedRow> Rows(IReadOnlyList<JsonObject> chains, IReadOnlyList<IEnumerable<string>> policies) =>
    [
        new(ProjectComparison.Property, "industry_cluster", null, [.. chains.Select(chain => new ComparedCell(chain["industry_chain"]!["industry_cluster"]?.DeepClone(), Places([chain])))]),
        .. Lists.Select(list => new ComparedRow(Words, list, null, [.. chains.Select(chain => Cell(Entries(chain, list), Word))])),
        .. Named.Append(Grounds).Select(list => new ComparedRow(Features, list, null, [.. chains.Select(chain => Cell(Entries(chain, list), Feature))])),
        .. chains.SelectMany(chain => chain["totals"]!.AsObject()).Where(total => total.Value is JsonObject).Select(total => total.Key).Distinct()
            .Select(property => new ComparedRow(Sum, property, null, [.. chains.Select(chain => Total(chain["totals"]![property]))])),
        .. chains.SelectMany(chain => Entries(chain, "targets")).Select(target => ((string)target["indicator"]!, (int?)target["horizon"])).Distinct()
            .Select(target => new ComparedRow("target", target.Item1, target.Item2, [.. chains.Select(chain => Target(chain, target))])),
        new("policies", null, null, [.. policies.Select(codes => new ComparedCell(new JsonArray([.. codes.Select(code => (JsonNode)code)]), []))]),
    ];

    private static List<JsonObject> Entries(JsonObject chain, string list) => [.. chain[list]!.AsArray().Select(entry => entry!.AsObject())];

    private static ComparedCell Cell(List<JsonObject> entries, Func<JsonObject, JsonNode> said) =>
        entries.Count == 0 ? ComparedCell.NotStated : new(new JsonArray([.. entries.Select(said)]), Places(entries));

    private static JsonObject Word(JsonObject entry) => new()
    {
        ["zh"] = entry["zh"]?.DeepClone(), ["en"] = entry["en"]?.DeepClone(), ["ja"] = entry["ja"]?.DeepClone(), ["ko"] = entry["ko"]?.DeepClone(),
    };

    /// <summary>What is on the map has the names of its feature.</summary>
    private static JsonObject Feature(JsonObject entry)
    {
        var feature = entry["feature"] as JsonObject ?? entry;
        return new()
        {
            ["collection"] = feature["collection"]?.DeepClone(), ["code"] = feature["code"]?.DeepClone(),
            ["name_zh"] = feature["name_zh"]?.DeepClone(), ["name_en"] = (feature["name_en"] ?? entry["name_en"])?.DeepClone(),
        };
    }

    private static ComparedCell Total(JsonNode? total) => total?["sum"] is null ? ComparedCell.NotStated : new(
        new JsonObject { ["sum"] = total["sum"]!.DeepClone(), ["known"] = total["known"]!.DeepClone(), ["not_stated"] = total["not_stated"]!.DeepClone() }, []);

    private static ComparedCell Target(JsonObject chain, (string Indicator, int? Horizon) wanted) =>
        Entries(chain, "targets").Find(target => (string)target["indicator"]! == wanted.Indicator && (int?)target["horizon"] == wanted.Horizon && target["value"] is not null) is { } found
            ? new(new JsonObject { ["value"] = found["value"]!.DeepClone(), ["unit"] = found["unit"]?.DeepClone(), ["comparator"] = found["comparator"]?.DeepClone() }, Places([found]))
            : ComparedCell.NotStated;

    /// <summary>Where the plan says it, each place once.</summary>
    private static List<JsonNode?> Places(IEnumerable<JsonObject> entries) =>
    [
        .. entries.Select(entry => entry["citation"] ?? (entry["citations"] as JsonArray)?.FirstOrDefault()).OfType<JsonNode>()
            .DistinctBy(citation => (string?)citation["paragraph"]).Select(citation => citation.DeepClone()),
    ];
}
