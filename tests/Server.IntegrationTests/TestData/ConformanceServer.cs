namespace SpatialPlan.Server.IntegrationTests.TestData;

/// <summary>The application with the test data set of the standard, as a conformance runner meets it.</summary>
public sealed class ConformanceServer(PlanDatabases databases) : IAsyncLifetime
{
    public const string Places = "ne_110m_populated_places_simple";
    public static readonly string[] Tables = ["ne_110m_admin_0_countries", Places, "ne_110m_rivers_lake_centerlines"];

    public TestDatabase Database { get; private set; } = null!;

    public TestDataServer Server { get; private set; } = null!;

    public static void SkipWithout()
    {
        Assert.SkipWhen(Cql2Vectors.Folder is null, Cql2Vectors.Missing);
        Export.GdalTool.SkipWithout();
    }

    public async ValueTask InitializeAsync()
    {
        if (Cql2Vectors.Folder is not null && Export.GdalTool.IsThere)
        {
            Database = await databases.Loaded();
            Server = new TestDataServer(Database.Address, Path.Combine(Cql2Vectors.Folder, "ne110m4cql2.gpkg"));
            await Server.Ready();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Server is not null)
        {
            await Server.DisposeAsync();
            await Database.DisposeAsync();
        }
    }
}
