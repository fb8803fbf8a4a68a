using NetTopologySuite.Geometries;

namespace SpatialPlan.Server.SiteCheck.Geometries;

/// <summary>What is wrong with a geometry, and where.</summary>
/// <param name="Reason">A code; docs/check.md has them all.</param>
/// <param name="At">The place as it was sent, in its own system and order of axes; null where there is none.</param>
public sealed record GeometryFault(string Reason, Coordinate? At = null);
