using System.Text.Json.Nodes;

namespace SpatialPlan.Server.SiteCheck.Rules;

/// <summary>A figure divided by another: what it is, and whether it agrees with what the form says and can be meant at all.</summary>
public sealed class Quotient : ISiteRule
{
    private const double Whole = 100;

    public string Kind => "ratio";

    public ValueTask<IReadOnlyList<Finding>> Find(CheckRule rule, CheckContext context, CancellationToken cancel)
    {
        var figures = rule.Read<Figures>();
        var missing = figures.Missing(context);
        return new(context.Figure(figures.Numerator) is null ? []
            : [missing.Count > 0 ? Short(rule, missing) : Found(rule, context, figures, figures.Of(context))]);
    }

    /// <summary>One of the figures is there, another is not.</summary>
    internal static Finding Short(CheckRule rule, IEnumerable<string> missing) => new(rule, Outcome.CannotCheck)
    {
        Severity = Severity.Info,
        Args = new() { ["reason"] = "not-stated", ["missing"] = new JsonArray([.. missing.Select(name => (JsonNode)name)]) },
    };

    private static Finding Found(CheckRule rule, CheckContext context, Figures figures, double value)
    {
        var stated = figures.Stated is { } name ? context.Attributes.Number(name) : null;
        var differs = stated is { } said && Math.Abs(said - value) > figures.TolerancePercent / Whole * value;
        var args = new JsonObject();
        if (stated is not null)
        {
            args["stated"] = stated;
        }

        if (differs || value > figures.Most)
        {
            args["reason"] = differs ? "differs" : "not-plausible";
        }

        return new Finding(rule, args.ContainsKey("reason") ? Outcome.Attention : Outcome.Fits) { Value = value, Unit = figures.Unit, Args = args };
    }

    /// <summary>What is divided by what, in which unit; PerM2 is m² in the unit of the denominator, 666.67 of a mu.</summary>
    internal sealed record Figures(string Numerator, string Denominator, string Unit, double PerM2 = 1, string? Stated = null, double TolerancePercent = 0, double Most = double.PositiveInfinity)
    {
        public IReadOnlyList<string> Missing(CheckContext context) => [.. new[] { Numerator, Denominator }.Where(name => context.Figure(name) is not > 0)];

        public double Of(CheckContext context) => context.Figure(Numerator)!.Value / (context.Figure(Denominator)!.Value / PerM2);
    }
}
