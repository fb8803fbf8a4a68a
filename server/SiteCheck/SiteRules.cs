using System.Collections.Frozen;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.SiteCheck.Rules;

namespace SpatialPlan.Server.SiteCheck;

/// <summary>All kinds of rules there are in this assembly.</summary>
public static class SiteRules
{
    private const string OutOfTime = "out-of-time";

    public static FrozenDictionary<string, ISiteRule> ByKind { get; } = typeof(ISiteRule).Assembly.GetTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false } && typeof(ISiteRule).IsAssignableFrom(type))
        .Select(type => (ISiteRule)Activator.CreateInstance(type)!)
        .ToFrozenDictionary(rule => rule.Kind);

    /// <summary>
    /// What all rules of a package find, in the order of the package; a kind that this server does not know cannot be checked, and
    /// neither can what was not finished in time.
    /// </summary>
    /// <exception cref="OperationCanceledException">Nobody waits for it any more.</exception>
    public static async Task<IReadOnlyList<Finding>> Find(CheckCatalogue checks, CheckContext context, CancellationToken cancel)
    {
        var findings = new List<Finding>();
        foreach (var rule in checks.Rules)
        {
            var found =
                !ByKind.TryGetValue(rule.Kind, out var kind) ? [CannotBeChecked(rule, "kind-unknown")]
                : context.IsCut(rule) ? [CannotBeChecked(rule, "too-many")]
                : await InTime(kind, rule, context, cancel);
            findings.AddRange(rule.Layer is { } layer ? found.Select(finding => Titled(finding, layer)) : found);
        }

        return findings;
    }

    /// <summary>All that a rule finds, or nothing of it: half of the features of a layer would look like all of them.</summary>
    private static async ValueTask<IReadOnlyList<Finding>> InTime(ISiteRule kind, CheckRule rule, CheckContext context, CancellationToken cancel)
    {
        if (context.Until.IsCancellationRequested && kind is not Validity)
        {
            return [CannotBeChecked(rule, OutOfTime)];
        }

        try
        {
            return await kind.Find(rule, context, cancel);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested && context.Clock.IsCancellationRequested)
        {
            return [CannotBeChecked(rule, OutOfTime)];
        }
    }

    /// <summary>Several layers have a rule of the same name: each finding says of which.</summary>
    private static Finding Titled(Finding finding, CollectionDefinition layer)
    {
        (finding.Args["title_zh"], finding.Args["title_en"]) = (layer.Title.Zh, layer.Title.En);
        return finding;
    }

    private static Finding CannotBeChecked(CheckRule rule, string reason) => new(rule, Outcome.CannotCheck) { Args = new() { ["reason"] = reason } };
}
