using System.Collections.Frozen;

namespace SpatialPlan.Server.SiteCheck;

/// <summary>All kinds of rules there are in this assembly.</summary>
public static class SiteRules
{
    public static FrozenDictionary<string, ISiteRule> ByKind { get; } = typeof(ISiteRule).Assembly.GetTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false } && typeof(ISiteRule).IsAssignableFrom(type))
        .Select(type => (ISiteRule)Activator.CreateInstance(type)!)
        .ToFrozenDictionary(rule => rule.Kind);

    /// <summary>What all rules of a package find, in the order of the package; a kind that this server does not know cannot be checked.</summary>
    public static async Task<IReadOnlyList<Finding>> Find(CheckCatalogue checks, CheckContext context, CancellationToken cancel)
    {
        var findings = new List<Finding>();
        foreach (var rule in checks.Rules)
        {
            findings.AddRange(
                !ByKind.TryGetValue(rule.Kind, out var kind) ? [CannotBeChecked(rule, "kind-unknown")]
                : context.IsCut(rule) ? [CannotBeChecked(rule, "too-many")]
                : await kind.Find(rule, context, cancel));
        }

        return findings;
    }

    private static Finding CannotBeChecked(CheckRule rule, string reason) => new(rule, Outcome.CannotCheck) { Args = new() { ["reason"] = reason } };
}
