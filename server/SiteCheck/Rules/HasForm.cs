using System.Text.RegularExpressions;

namespace SpatialPlan.Server.SiteCheck.Rules;

/// <summary>What the form says has the signs that its issuer gives to such a number.</summary>
public sealed class HasForm : ISiteRule
{
    public string Kind => "form";

    public ValueTask<IReadOnlyList<Finding>> Find(CheckRule rule, CheckContext context, CancellationToken cancel)
    {
        var form = rule.Read<Form>();
        return new(context.Attributes.Text(form.Attribute) is { } value ? [Found(rule, form, value)] : []);
    }

    private static Finding Found(CheckRule rule, Form form, string value) => form.Holds(value) ? new Finding(rule, Outcome.Fits)
        : new Finding(rule, Outcome.Attention)
        {
            Args = new()
            {
                ["reason"] = "another-form",
                ["property"] = form.Attribute,
                ["value"] = value,
                ["example"] = form.Example,
            },
        };

    /// <param name="Attribute">Of the form.</param>
    /// <param name="Pattern">A regular expression for all of it.</param>
    /// <param name="Example">The same for people.</param>
    private sealed record Form(string Attribute, string Pattern, string Example)
    {
        // Whatever pattern a package has, it takes time in proportion to the text.
        private readonly Regex whole = new($@"^(?:{Pattern})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

        public bool Holds(string value) => whole.IsMatch(value);
    }
}
