using System.Text.Json.Nodes;

namespace SpatialPlan.Server.SiteCheck.Rules;

/// <summary>The chain of the project is among those that the plan names for the park, or of a cluster that it names.</summary>
public sealed class SuitsChain : ISiteRule
{
    public string Kind => "chain";

    public ValueTask<IReadOnlyList<Finding>> Find(CheckRule rule, CheckContext context, CancellationToken cancel)
    {
        var names = rule.Read<Names>();
        return new(context.Attributes.Text(names.Chain) is { } chain && context.Named(rule, names.Subject) is { } subject ? [Found(rule, context, names, chain, subject)] : []);
    }

    private static Finding Found(CheckRule rule, CheckContext context, Names names, string chain, PlanSubject subject)
    {
        var (chains, clusters) = (subject.Codes(names.Chains).ToList(), subject.Codes(names.Clusters).ToList());
        var cluster = context.Catalogue.TermsOf(names.Chain).FirstOrDefault(term => term.Code == chain)?.Parent;
        var (outcome, degree) = chains.Contains(chain) ? (Outcome.Fits, "chain")
            : cluster is not null && clusters.Contains(cluster) ? (Outcome.Fits, "cluster")
            : chains.Count + clusters.Count == 0 ? (Outcome.CannotCheck, "not-stated")
            : (Outcome.Attention, "none");
        return new Finding(rule, outcome)
        {
            Subject = subject,
            Args = new()
            {
                ["reason"] = degree,
                ["industry_chain"] = chain,
                ["industry_chains"] = new JsonArray([.. chains.Select(code => (JsonNode)code)]),
                ["industry_clusters"] = new JsonArray([.. clusters.Select(code => (JsonNode)code)]),
            },
        };
    }

    private sealed record Names(string Subject, string Chain, string Chains, string Clusters);
}
