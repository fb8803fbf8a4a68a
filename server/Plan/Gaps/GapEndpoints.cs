using System.Collections.Frozen;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Plan.Gaps;

/// <summary>Where the plan is silent or states one thing in two ways: a work list for planners, facts without verdict.</summary>
public static class GapEndpoints
{
    private static readonly FrozenSet<string> None = [];

    public static async Task<IResult> Gaps(GapStore gaps, HttpContext context)
    {
        QueryReader.Of(context.Request.Query, None);
        return RevisionFilter.IsHeld(context) ? RevisionFilter.Unchanged : TypedResults.Text(await gaps.All(RevisionFilter.Of(context), context.RequestAborted), "application/json");
    }
}
