using System.Text.Json;

namespace SpatialPlan.Server.Tests.GisData;

/// <summary>Totals.json: what the boxes add up to, written down apart from the data.</summary>
public sealed record Totals(
    IReadOnlyList<ChainTotal> Chains,
    IReadOnlyList<ClusterTotal> Clusters,
    ClusterTotal All,
    IReadOnlyDictionary<string, int> Boxes,
    IReadOnlyDictionary<string, string> InSeveralBoxes,
    IReadOnlyDictionary<string, int> Tiers)
{
    private static readonly JsonSerializerOptions Spelling = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static Totals Read()
    {
        var file = Path.Combine(TopologyLayers.Folder, "..", "..", "tests", "Server.Tests", "GisData", "Totals.json");
        return JsonSerializer.Deserialize<Totals>(File.ReadAllText(file), Spelling)!;
    }
}

/// <summary>A chain: investment in 亿元, floor area in 万平方米, and the one project that is more than half of it.</summary>
public sealed record ChainTotal(string Chain, string Cluster, int Projects, decimal Investment, ChainShare? OfWhich, decimal FloorArea, int WithFloorArea);

public sealed record ChainShare(string Code, decimal Investment);

public sealed record ClusterTotal(string? Cluster, int Projects, decimal Investment);
