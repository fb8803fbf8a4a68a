using Microsoft.Extensions.Options;
using SpatialPlan.Server.Visitors;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Contests;

/// <summary>How many contests are taken.</summary>
public sealed class ContestLimit(IOptions<PlanOptions> options) : HourlyLimit(options.Value.Contests, "too-many-contests");
