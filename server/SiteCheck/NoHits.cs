using System.Text.Json.Nodes;

namespace SpatialPlan.Server.SiteCheck;

/// <summary>The one row of a rule that has found nothing: what was looked at, and what is nearest.</summary>
public static class NoHits
{
    /// <param name="rule">The rule.</param>
    /// <param name="shares">All that is drawn of what it looks at.</param>
    public static Finding Of(CheckRule rule, IReadOnlyList<CoveredShare> shares)
    {
        var args = new JsonObject { ["checked"] = shares.Count };
        if (shares.Count == 0)
        {
            args["reason"] = "nothing-drawn";
            return new Finding(rule, rule.Subjects!.IsAsked ? Outcome.NoHit : Outcome.CannotCheck) { Args = args };
        }

        var nearest = shares.MinBy(share => share.Overlap.Distance)!;
        args["nearest"] = nearest.Subject.Code;
        args["nearest_name_zh"] = nearest.Subject.NameZh;
        args["nearest_name_en"] = nearest.Subject.NameEn;
        return new Finding(rule, Outcome.NoHit)
        {
            Value = 0,
            Unit = "%",
            Range = new Extent(0, 0),
            Distance = (nearest.Overlap.Distance, new Extent(nearest.Overlap.DistanceLeast, nearest.Overlap.DistanceMost)),
            Args = args,
        };
    }
}
