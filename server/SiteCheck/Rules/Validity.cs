using System.Text.Json.Nodes;

namespace SpatialPlan.Server.SiteCheck.Rules;

/// <summary>The geometry is one that can be stored; where not, what is wrong and where.</summary>
public sealed class Validity : ISiteRule
{
    public string Kind => "validity";

    public ValueTask<IReadOnlyList<Finding>> Find(CheckRule rule, CheckContext context, CancellationToken cancel) => new([Found(rule, context)]);

    private static Finding Found(CheckRule rule, CheckContext context)
    {
        if (context.Fault is not { } fault)
        {
            return context.Site is null
                ? new Finding(rule, Outcome.CannotCheck) { Severity = Severity.Info, Args = new() { ["reason"] = "missing" } }
                : new Finding(rule, Outcome.Fits);
        }

        return new Finding(rule, Outcome.Attention)
        {
            WherePlace = context.FaultPlace,
            Args = new()
            {
                ["reason"] = fault.Reason,
                ["geometry_type"] = context.Drawn!.Type,
                ["at"] = fault.At is { } at ? new JsonArray(at.X, at.Y) : null,
            },
        };
    }
}
