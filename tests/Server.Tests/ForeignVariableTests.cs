using SpatialPlan.Server.Database;
using Xunit;

namespace SpatialPlan.Server.Tests;

/// <summary>How the database is reached stands in the connection string alone.</summary>
public sealed class ForeignVariableTests
{
    [Theory]
    [InlineData("PGOPTIONS")]
    [InlineData("PGPASSFILE")]
    [InlineData("PGSSLMODE")]
    [InlineData("PGTARGETSESSIONATTRS")]
    public void What_libpq_would_read_is_forgotten(string name)
    {
        Environment.SetEnvironmentVariable(name, "of another program");
        Environment.SetEnvironmentVariable("PG_OF_OURS", "kept");
        ForeignVariables.Forget();
        Assert.Null(Environment.GetEnvironmentVariable(name));
        Assert.Equal("kept", Environment.GetEnvironmentVariable("PG_OF_OURS"));
    }
}
