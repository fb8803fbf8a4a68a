namespace SpatialPlan.Server.IntegrationTests;

/// <summary>A database with gis-data for statements that a login may not make: one for all of a class, since nothing comes of any.</summary>
public sealed class RefusingDatabase(PlanDatabases databases) : IAsyncLifetime
{
    public TestDatabase Database { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Database = await databases.Loaded();

        // A clone has its own right to temporary tables, which the migration took in the database it was made from.
        await Database.Execute($"revoke temporary on database {Database.Name} from public");
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
