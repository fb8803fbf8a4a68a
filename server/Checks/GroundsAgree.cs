using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Checks;

/// <summary>
/// Why a park has its chains and clusters (rule chain-of-park): each ground speaks the words of the catalogue, and the two
/// lists hold what the grounds give and nothing else.
/// </summary>
public static class GroundsAgree
{
    public const string ClusterOnly = "cluster-only";
    public const string Through = "through-project";

    private static readonly (string Member, string Vocabulary)[] Words =
        [("industry_chain", "industry_chain"), ("industry_cluster", "industry_cluster"), ("degree", "chain_degree")];

    public static IEnumerable<FeatureFault> Check(CheckedFeature feature, CheckContext context)
    {
        if (feature.Collection.Properties.FirstOrDefault(property => property.Type == PropertyType.Grounds) is not { } list)
        {
            yield break;
        }

        var grounds = feature.Entries(list.Name).ToList();
        foreach (var fault in grounds.SelectMany(ground => Terms(ground, context.Catalogue)).Concat(grounds.SelectMany(ground => Degree(ground, list.Name, context.Catalogue))))
        {
            yield return fault;
        }

        foreach (var (own, member) in new[] { (feature.Collection.ChainProperty, "industry_chain"), (feature.Collection.ClusterProperty, "industry_cluster") })
        {
            if (own is not null && !grounds.Select(ground => (string?)ground[member]).OfType<string>().ToHashSet().SetEquals(Listed(feature, own)))
            {
                yield return new FeatureFault("grounds-differ", ("property", own), ("grounds", list.Name));
            }
        }
    }

    private static IEnumerable<FeatureFault> Terms(JsonObject ground, PlanCatalogue catalogue) =>
        from word in Words
        let code = (string?)ground[word.Member]
        where code is not null && catalogue.Vocabularies.GetValueOrDefault(word.Vocabulary)?.Find(code) is null
        select new FeatureFault("term-unknown", ("property", word.Member), ("value", code), ("vocabulary", word.Vocabulary));

    /// <summary>A cluster alone has no chain and every other ground has one of its cluster; only a project is gone through.</summary>
    private static IEnumerable<FeatureFault> Degree(JsonObject ground, string list, PlanCatalogue catalogue)
    {
        var (degree, chain) = ((string?)ground["degree"], (string?)ground["industry_chain"]);
        var isOfCluster = chain is null
            ? degree == ClusterOnly
            : degree != ClusterOnly && catalogue.Vocabularies["industry_chain"].Find(chain)?.Parent == (string?)ground["industry_cluster"];
        if (!isOfCluster || (degree == Through) != (ground["through"] is not null))
        {
            yield return new FeatureFault("ground-contradicts", ("property", list), ("value", chain ?? (string?)ground["industry_cluster"]), ("degree", degree));
        }
    }

    private static IEnumerable<string> Listed(CheckedFeature feature, string property) =>
        (feature.Properties[property] as JsonArray ?? []).Select(code => (string)code!);
}
