namespace SpatialPlan.Server.Database;

/// <summary>Opens the readers' connections beside the start of the server, so that the first page does not wait for them.</summary>
public sealed class PublicConnections(PlanDatabase database, WorkStates states, ILogger<PublicConnections> log) : BackgroundWork(states, log)
{
    protected override string Name => "public-connections";

    protected override Task Work(CancellationToken cancel) => database.OpenPublic(cancel);
}
