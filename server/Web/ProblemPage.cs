namespace SpatialPlan.Server.Web;

/// <summary>
/// Writes an error as a page when a person asks; false when it stays problem+json. Status and headers are already set.
/// </summary>
public delegate Task<bool> ProblemPage(HttpContext context, int status, string code, object? args, string traceId);
