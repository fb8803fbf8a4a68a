using System.Text.Json.Nodes;

namespace SpatialPlan.Server.SiteCheck.Rules;

/// <summary>A quotient beside those of published projects of the same chain, where there are enough of them to say something.</summary>
public sealed class ComparableProjects : ISiteRule
{
    public const string KindName = "comparable";

    public string Kind => KindName;

    public ValueTask<IReadOnlyList<Finding>> Find(CheckRule rule, CheckContext context, CancellationToken cancel)
    {
        var figures = rule.Read<Figures>();
        return new(context.Attributes.Text(figures.Chain) is { } chain ? [Found(rule, context, figures, chain)] : []);
    }

    private static Finding Found(CheckRule rule, CheckContext context, Figures figures, string chain)
    {
        var peers = context.Peers(rule, chain);
        var args = new JsonObject { ["count"] = peers?.Count ?? 0, ["industry_chain"] = chain };
        if (peers is null || peers.Count < figures.Least)
        {
            args["reason"] = "too-few";
            return new Finding(rule, Outcome.CannotCheck) { Args = args };
        }

        (args["least"], args["most"]) = (Written.Number(peers.Least), Written.Number(peers.Most));
        var value = context.Figure(figures.Numerator) is { } above and > 0 && context.Figure(figures.Denominator) is { } below and > 0 ? above / below : (double?)null;
        return new Finding(rule, value is null || (value >= peers.Least && value <= peers.Most) ? Outcome.Fits : Outcome.Attention) { Value = value, Unit = figures.Unit, Args = args };
    }

    /// <summary>What is divided by what, over projects of a chain.</summary>
    internal sealed record Figures(string Chain, string Numerator, string Denominator, int Least, string Unit);
}
