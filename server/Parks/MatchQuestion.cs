using System.Collections.Frozen;
using System.Globalization;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Parks;

/// <summary>How what the plan does not state counts.</summary>
public enum UnknownCounts
{
    /// <summary>As anything: the score is a range.</summary>
    Range,

    /// <summary>As nothing, because the reader says so.</summary>
    Low,

    /// <summary>As half.</summary>
    Middle,
}

/// <summary>What an investor asks.</summary>
/// <param name="IndustryChain">The chain, or null.</param>
/// <param name="IndustryCluster">The cluster that was asked for, or that the chain belongs to.</param>
/// <param name="Words">What was typed instead: a product, an enterprise, a park.</param>
/// <param name="Musts">What excludes.</param>
/// <param name="Weights">A weight for each criterion, in their order, 0 to 100.</param>
/// <param name="Unknown">How what is not stated counts.</param>
/// <param name="ProjectsOf">The collection whose features are projects, by the catalogue.</param>
public sealed record MatchQuestion(
    string? IndustryChain, string? IndustryCluster, string? Words, IReadOnlyList<ChosenMust> Musts, IReadOnlyList<int> Weights, UnknownCounts Unknown, string? ProjectsOf)
{
    private const int LongestWords = 100;

    public static readonly FrozenSet<string> Parameters = FrozenSet.Create("industry_chain", "industry_cluster", "q", "must", "weights", "unknown");

    /// <summary>The policies that fit the industry that is asked for.</summary>
    public IReadOnlySet<string> Policies { get; init; } = FrozenSet<string>.Empty;

    /// <summary>The policies of a park that fit the question.</summary>
    public IReadOnlyList<string> PoliciesOf(Park park) => [.. park.Policies.Where(Policies.Contains)];

    /// <summary>The features beside a park that are of the chain, or of none where only a cluster is asked for.</summary>
    public IEnumerable<Neighbour> NeighboursOf(Park park) =>
        park.Neighbours.Where(neighbour => IndustryChain is { } chain && neighbour.IndustryChains?.Contains(chain) is true);

    /// <exception cref="RequestException">400 with what is wrong; 404 never.</exception>
    public static MatchQuestion Read(QueryReader query, PlanCatalogue catalogue, MatchRules rules)
    {
        var chain = Term(query, catalogue, "industry_chain");
        var cluster = Term(query, catalogue, "industry_cluster");
        if (chain is { Parent: { } parent } && cluster is not null && cluster.Code != parent)
        {
            throw RequestException.Malformed("question-contradictory", new { industry_chain = chain.Code, industry_cluster = cluster.Code });
        }

        var words = query.Find("q")?.Trim();
        if (words?.Length > LongestWords)
        {
            throw RequestException.Malformed("query-too-long", new { parameter = "q", maximum = LongestWords });
        }

        var musts = ReadMusts(query.Find("must"), rules);
        return chain is null && cluster is null && string.IsNullOrEmpty(words) && musts.Count == 0
            ? throw RequestException.Malformed("question-missing", new { parameters = new[] { "industry_chain", "industry_cluster", "q", "must" } })
            : new MatchQuestion(
                chain?.Code, cluster?.Code ?? chain?.Parent, words, musts, ReadWeights(query.Find("weights"), rules), ReadUnknown(query.Find("unknown")),
                rules.Criteria.FirstOrDefault(criterion => criterion.Kind == CriterionKind.Neighbours)?.Collections?[0]);
    }

    private static Term? Term(QueryReader query, PlanCatalogue catalogue, string name) =>
        query.Find(name) is not { } code ? null
            : catalogue.Vocabularies.GetValueOrDefault(name)?.Find(code) ?? throw RequestException.Malformed("value-unknown", new { parameter = name, value = code });

    private static List<ChosenMust> ReadMusts(string? text, MatchRules rules)
    {
        var chosen = new List<ChosenMust>();
        foreach (var part in Parts(text, rules.Musts.Count, "must"))
        {
            var (code, figure) = Pair(part);
            var must = rules.Musts.FirstOrDefault(one => one.Code == code) ?? throw RequestException.Malformed("value-unknown", new { parameter = "must", value = code });
            if (chosen.Exists(one => one.Must == must))
            {
                throw RequestException.Malformed("value-repeated", new { parameter = "must", value = code });
            }

            chosen.Add(new ChosenMust(must, must.Kind == MustKind.Target ? Figure(figure, code) : figure is null ? null : throw RequestException.Malformed("value-invalid", new { parameter = "must", value = part })));
        }

        return chosen;
    }

    private static decimal Figure(string? text, string code)
    {
        const decimal Most = 1_000_000_000_000_000;
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var figure) && figure is > 0 and <= Most
            ? figure
            : throw RequestException.Malformed("value-invalid", new { parameter = "must", value = $"{code}:{text}", least = 0, most = Most });
    }

    private static int[] ReadWeights(string? text, MatchRules rules)
    {
        var weights = rules.Criteria.Select(criterion => criterion.Weight).ToArray();
        var given = new HashSet<string>();
        foreach (var part in Parts(text, rules.Criteria.Count, "weights"))
        {
            var (code, figure) = Pair(part);
            var place = rules.Criteria.TakeWhile(criterion => criterion.Code != code).Count();
            if (place == rules.Criteria.Count)
            {
                throw RequestException.Malformed("value-unknown", new { parameter = "weights", value = code });
            }

            if (!given.Add(code))
            {
                throw RequestException.Malformed("value-repeated", new { parameter = "weights", value = code });
            }

            weights[place] = int.TryParse(figure, NumberStyles.None, CultureInfo.InvariantCulture, out var weight) && weight <= Judgement.Whole
                ? weight
                : throw RequestException.Malformed("value-invalid", new { parameter = "weights", value = part, least = 0, most = Judgement.Whole });
        }

        return weights.Any(weight => weight > 0) ? weights : throw RequestException.Malformed("weights-all-zero", new { parameter = "weights" });
    }

    private static UnknownCounts ReadUnknown(string? text) => text switch
    {
        null or "range" => UnknownCounts.Range,
        "low" => UnknownCounts.Low,
        "middle" => UnknownCounts.Middle,
        _ => throw RequestException.Malformed("value-unknown", new { parameter = "unknown", value = text }),
    };

    private static string[] Parts(string? text, int most, string parameter)
    {
        var parts = text?.Split(',') ?? [];
        return parts.Length <= most ? parts : throw RequestException.Malformed("too-many-values", new { parameter, most });
    }

    private static (string Code, string? Figure) Pair(string part) => part.Split(':', 2) is [var code, var figure] ? (code, figure) : (part, null);
}
