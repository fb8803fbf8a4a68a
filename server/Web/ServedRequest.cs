using Microsoft.AspNetCore.Http.Features;

namespace SpatialPlan.Server.Web;

/// <summary>The services of a request, of the application that serves it; it may turn out that another one has to.</summary>
public sealed class ServedRequest(HttpContext context, IServiceScopeFactory services) : RequestServicesFeature(context, services)
{
    /// <summary>Nothing was answered, because the plan has another catalogue meanwhile.</summary>
    public bool IsSuperseded { get; set; }
}
