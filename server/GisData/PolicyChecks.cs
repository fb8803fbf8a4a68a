using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.GisData;

/// <summary>A policy speaks the words of the catalogue, names features that exist, and cites its amount where it has one.</summary>
internal static class PolicyChecks
{
    private static readonly (string Member, string Vocabulary)[] Lists =
        [("investor_kinds", "investor_kind"), ("industry_chains", "industry_chain"), ("industry_clusters", "industry_cluster")];

    /// <param name="policy">The entry of the file, which matches its schema.</param>
    /// <param name="features">Codes of the package; empty for a package of catalogue and lists alone.</param>
    /// <param name="catalogue">Whose terms it may use.</param>
    /// <returns>What is wrong with it, in words.</returns>
    public static IEnumerable<string> Of(JsonObject policy, HashSet<string> features, PlanCatalogue catalogue)
    {
        var named = Lists.SelectMany(list => Codes(policy, list.Member).Select(code => (list.Vocabulary, Code: code))).Append(("policy_kind", (string)policy["kind"]!));
        var amount = policy["amount"] as JsonObject;
        if (amount is not null)
        {
            named = named.Append(("unit", (string)amount["unit"]!)).Append(("comparator", (string)amount["comparator"]!));
        }

        foreach (var (vocabulary, code) in named)
        {
            if (catalogue.Vocabularies.GetValueOrDefault(vocabulary)?.Find(code) is null)
            {
                yield return $"{code} is no term of {vocabulary}";
            }
        }

        foreach (var code in Codes(policy, "features").Where(code => features.Count > 0 && !features.Contains(code)))
        {
            yield return $"{code} is no feature of the package";
        }

        if (policy["citations"]!.AsArray().Any(citation => (string?)citation!["attribute"] is "amount") != amount is not null)
        {
            yield return "an amount has a citation of its own, and nothing else has";
        }
    }

    private static IEnumerable<string> Codes(JsonObject policy, string member) => policy[member]!.AsArray().Select(code => (string)code!);
}
