namespace SpatialPlan.Server.Catalogue;

/// <summary>How a site on a layer of constraints is judged (layers.json).</summary>
/// <param name="Severity">error, warning or info.</param>
/// <param name="CorridorM">Ground of a line or a point on each side, in metres.</param>
public sealed record Constraint(string Severity, double? CorridorM = null);
