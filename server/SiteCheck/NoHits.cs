using System.Text.Json.Nodes;

namespace SpatialPlan.Server.SiteCheck;

/// <summary>The one row of a rule that has found nothing: how many were looked at, and which is nearest.</summary>
public static class NoHits
{
    /// <param name="rule">The rule.</param>
    /// <param name="drawn">All that is drawn of what it looks at.</param>
    /// <param name="context">A site.</param>
    public static Finding Of(CheckRule rule, IReadOnlyList<PlanSubject> drawn, CheckContext context)
    {
        var args = new JsonObject { ["checked"] = drawn.Count };
        if (drawn.Count == 0)
        {
            args["reason"] = "nothing-drawn";
            return new Finding(rule, rule.Subjects!.IsAsked ? Outcome.NoHit : Outcome.CannotCheck) { Args = args };
        }

        var (nearest, metres) = context.Nearest(drawn);
        args["nearest"] = nearest.Code;
        args["nearest_name_zh"] = nearest.NameZh;
        args["nearest_name_en"] = nearest.NameEn;
        return new Finding(rule, Outcome.NoHit)
        {
            Value = 0,
            Unit = "%",
            Range = new Extent(0, 0),
            Distance = (metres, new Extent(Math.Max(0, metres - nearest.Shape!.Accuracy), metres + nearest.Shape.Accuracy)),
            Args = args,
        };
    }
}
