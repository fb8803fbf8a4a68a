
namespace SpatialPlan.Server.SiteCheck.Rules;

/// <summary>What the form says is a number where one is meant, and a term or a feature that exists.</summary>
public sealed class KnownEntries : ISiteRule
{
    public string Kind => "attributes";

    public async ValueTask<IReadOnlyList<Finding>> Find(CheckRule rule, CheckContext context, CancellationToken cancel)
    {
        var (entries, attributes) = (rule.Read<Entries>(), context.Attributes);
        var findings = entries.Numbers.Where(name => attributes.Has(name) && attributes.Number(name) is null)
            .Concat(entries.Terms.Keys.Where(name => attributes.Has(name) && attributes.Text(name) is null))
            .Select(name => Wrong(rule, name, "not-readable")).ToList();
        findings.AddRange(entries.Terms.Where(entry => attributes.Text(entry.Key) is { } code && context.Catalogue.TermsOf(entry.Value).All(term => term.Code != code))
            .Select(entry => Wrong(rule, entry.Key, "unknown-code")));
        foreach (var (name, collection) in entries.Features)
        {
            if (attributes.Text(name) is { } code && !await context.Duplicates.Exists(collection, code, cancel))
            {
                findings.Add(Wrong(rule, name, "unknown-code"));
            }
        }

        return findings;
    }

    private static Finding Wrong(CheckRule rule, string property, string reason) =>
        new(rule, Outcome.Attention) { Key = property, Args = new() { ["property"] = property, ["reason"] = reason } };

    private sealed record Entries(IReadOnlyList<string> Numbers, IReadOnlyDictionary<string, string> Terms, IReadOnlyDictionary<string, string> Features);
}
