namespace SpatialPlan.Server.Database;

/// <summary>Where the database is. Without <see cref="PlanPublic"/> the public reads over the same login in a lesser role.</summary>
public sealed record DatabaseSettings(string Plan, string? PlanPublic);
