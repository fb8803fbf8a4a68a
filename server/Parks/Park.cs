using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Parks;

/// <summary>How a park comes to a chain, or to a cluster alone.</summary>
/// <param name="IndustryChain">The chain; null where only the cluster is named.</param>
/// <param name="IndustryCluster">The cluster it is of.</param>
/// <param name="Degree">A term of chain_degree.</param>
/// <param name="Words">The name in the plan that ties them.</param>
/// <param name="Emphasis">The plan's word of emphasis, or null.</param>
/// <param name="Through">The project it goes through, or null.</param>
/// <param name="Citation">Where the park is said to have it.</param>
/// <param name="ChainCitation">Where it is said to belong to the chain.</param>
public sealed record Ground(
    string? IndustryChain, string? IndustryCluster, string Degree, string Words, string? Emphasis, string? Through, JsonNode? Citation, JsonNode? ChainCitation)
{
    /// <summary>Both citations, as answers have them.</summary>
    [JsonIgnore]
    public IReadOnlyList<JsonPiece> Cited { get; } = [.. new[] { JsonPiece.Of(Citation), JsonPiece.Of(ChainCitation) }.OfType<JsonPiece>()];

    /// <summary>The whole of it, as answers have it.</summary>
    [JsonIgnore]
    public JsonPiece Written { get; } = JsonPiece.Of(new JsonObject
    {
        ["degree"] = Degree, ["industry_chain"] = IndustryChain, ["industry_cluster"] = IndustryCluster, ["words"] = Words, ["emphasis"] = Emphasis, ["through"] = Through,
        ["citation"] = Citation?.DeepClone(), ["chain_citation"] = ChainCitation?.DeepClone(),
    })!;
}

/// <summary>A figure that the plan sets.</summary>
public sealed record Target(string Indicator, int? Horizon, string Comparator, decimal Value, string Unit, JsonNode? Citation)
{
    /// <summary>The citation, as answers have it.</summary>
    [JsonIgnore]
    public JsonPiece? Cited { get; } = JsonPiece.Of(Citation);
}

/// <summary>A feature that stands with a park.</summary>
public sealed record Neighbour(string Collection, string Code, string NameZh, string? NameEn, string[]? IndustryChains, JsonNode? Citation)
{
    /// <summary>The citation, as answers have it.</summary>
    [JsonIgnore]
    public JsonPiece? Cited { get; } = JsonPiece.Of(Citation);
}

/// <summary>The nearest hub: straight-line metres on the ellipsoid between what is drawn, and how far that may be off.</summary>
public sealed record Hub(string Code, string NameZh, string? NameEn, double Metres, double AccuracyM);

/// <summary>What is known of a park.</summary>
public sealed record Park(
    string Code, string NameZh, string? NameEn, IReadOnlyList<string> Aliases, double? AccuracyM, bool IsPlaced,
    IReadOnlyList<Ground> Grounds, IReadOnlyList<Target> Targets, IReadOnlyList<Neighbour> Neighbours, Hub? Hub, JsonElement Properties)
{
    /// <summary>The codes of policies that name it or its industries; those for the whole zone are not among them.</summary>
    public IReadOnlyList<string> Policies { get; init; } = [];

    /// <summary>The facts of the catalogue that the plan does not state of it.</summary>
    public IReadOnlyList<string> NotStated { get; init; } = [];

    /// <summary>Null where the catalogue has no readiness card.</summary>
    public Readiness? Readiness { get; init; }

    /// <summary>The target of a year; of none when it is null. The largest where the plan gives several.</summary>
    public Target? Target(string indicator, int? horizon) =>
        Targets.Where(target => target.Indicator == indicator && target.Horizon == horizon).MaxBy(target => target.Value);

    /// <summary>How it comes to what is asked for, strongest first.</summary>
    public IEnumerable<Ground> GroundsFor(MatchQuestion question) => Grounds.Where(ground =>
        question.IndustryChain is { } chain
            ? ground.IndustryChain == chain || (ground.IndustryChain is null && ground.IndustryCluster == question.IndustryCluster)
            : question.IndustryCluster is { } cluster && ground.IndustryCluster == cluster);
}
