namespace SpatialPlan.Server.History;

/// <summary>What of the changes is asked for; the newest revision comes first.</summary>
/// <param name="Collection">Only those of this collection; null for all.</param>
/// <param name="AfterRevision">Only what came after this revision.</param>
/// <param name="Since">Only what came with or after the first revision that was written since then.</param>
/// <param name="Before">The last revision of the page before.</param>
/// <param name="Limit">How many revisions at most.</param>
public sealed record ChangesQuery(string? Collection, long? AfterRevision, DateTimeOffset? Since, long? Before, int Limit);
