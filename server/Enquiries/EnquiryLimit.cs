using Microsoft.Extensions.Options;
using SpatialPlan.Server.Visitors;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Enquiries;

/// <summary>How many enquiries are taken.</summary>
public sealed class EnquiryLimit(IOptions<PlanOptions> options) : HourlyLimit(options.Value.Enquiries, "too-many-enquiries");
