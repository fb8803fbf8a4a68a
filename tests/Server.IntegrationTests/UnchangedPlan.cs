namespace SpatialPlan.Server.IntegrationTests;

/// <summary>The real application on the loaded database, one for all classes that only read: PostgreSQL refuses what writes there.</summary>
public sealed class UnchangedPlan(PlanDatabases databases) : PlanServer(databases)
{
    private readonly Task<PlanServer> plan = databases.Unchanged();

    public override async ValueTask InitializeAsync() => Share(await plan);
}
