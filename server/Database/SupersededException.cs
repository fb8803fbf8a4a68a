namespace SpatialPlan.Server.Database;

/// <summary>Which catalogue a part of this process was built for, by its hash; null for the part that waits until one is loaded.</summary>
public sealed record ServedCatalogue(string? Hash);

/// <summary>
/// The plan has another catalogue than the one that the asking part was built for: what it would say of this revision is not
/// true. Another part is being built, and the question belongs there.
/// </summary>
public sealed class SupersededException() : Exception("The plan has another catalogue than the one served here");
