using System.Collections.Frozen;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Plan.Policies;

/// <summary>
/// Which policies are asked for. In each respect a policy fits that names what is asked for, and one that is not limited in
/// that respect: what is for the whole zone fits every chain and every park.
/// </summary>
/// <param name="Chain">A code of industry_chain; a policy for its cluster names it too.</param>
/// <param name="Cluster">A code of industry_cluster; a policy for one of its chains names it too.</param>
/// <param name="Park">A park with the chains and clusters that the plan gives it; a policy for one of these names it too.</param>
/// <param name="InvestorKind">A code of investor_kind.</param>
/// <param name="Kind">A code of policy_kind.</param>
public sealed record PolicyQuery(string? Chain, string? Cluster, PolicyPark? Park, string? InvestorKind, string? Kind)
{
    private const string IndustryChain = "industry_chain";
    private const string IndustryCluster = "industry_cluster";

    private static readonly FrozenSet<string> Parameters = FrozenSet.Create(IndustryChain, IndustryCluster, "park", "investor_kind", "kind", "f");

    /// <exception cref="RequestException">A parameter or its value is not known.</exception>
    public static PolicyQuery Read(IQueryCollection query, PlanCatalogue catalogue, IReadOnlyDictionary<string, PolicyPark> parks)
    {
        var read = QueryReader.Of(query, Parameters);
        string? Term(string parameter, string vocabulary) => read.Find(parameter) switch
        {
            null => null,
            { } code when catalogue.Vocabularies.GetValueOrDefault(vocabulary)?.Find(code) is not null => code,
            { } other => throw Unknown(parameter, other),
        };
        var park = read.Find("park") is { } parkCode ? parks.GetValueOrDefault(parkCode) ?? throw Unknown("park", parkCode) : null;
        return new PolicyQuery(
            Term(IndustryChain, IndustryChain), Term(IndustryCluster, IndustryCluster), park, Term("investor_kind", "investor_kind"), Term("kind", "policy_kind"));
    }

    public bool Fits(JsonObject policy, PlanCatalogue catalogue)
    {
        var chains = Codes(policy, "industry_chains");
        var clusters = Codes(policy, "industry_clusters");
        var features = Codes(policy, "features");
        var isOfAllChains = chains.Count + clusters.Count == 0;
        bool OfChain(string chain) => chains.Contains(chain) || (ClusterOf(chain, catalogue) is { } cluster && clusters.Contains(cluster));
        bool OfCluster(string cluster) => clusters.Contains(cluster) || chains.Any(chain => ClusterOf(chain, catalogue) == cluster);
        bool OfPark(PolicyPark park) => features.Contains(park.Code) || park.Chains.Any(OfChain) || park.Clusters.Any(OfCluster);
        return (Kind is null || (string)policy["kind"]! == Kind)
            && (InvestorKind is null || Codes(policy, "investor_kinds") is not { Count: > 0 } investors || investors.Contains(InvestorKind))
            && (Chain is null || isOfAllChains || OfChain(Chain))
            && (Cluster is null || isOfAllChains || OfCluster(Cluster))
            && (Park is null || (isOfAllChains && features.Count == 0) || OfPark(Park));
    }

    /// <summary>Whether it is for some industries or features; what is not is for the whole zone.</summary>
    public static bool IsLimited(JsonObject policy) => Codes(policy, "industry_chains").Count + Codes(policy, "industry_clusters").Count + Codes(policy, "features").Count > 0;

    private static string? ClusterOf(string chain, PlanCatalogue catalogue) => catalogue.Vocabularies[IndustryChain].Find(chain)?.Parent;

    private static List<string> Codes(JsonObject policy, string member) => [.. policy[member]!.AsArray().Select(code => (string)code!)];

    private static RequestException Unknown(string parameter, string value) => RequestException.Malformed("value-unknown", new { parameter, value });
}

/// <summary>A park as policies see it.</summary>
public sealed record PolicyPark(string Code, IReadOnlyList<string> Chains, IReadOnlyList<string> Clusters);
