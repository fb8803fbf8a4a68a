namespace SpatialPlan.Server.GisData;

/// <summary>What a part of the product loads after the package, at start and with the verb load.</summary>
public sealed record SetupStep(Func<CancellationToken, Task> Run);
