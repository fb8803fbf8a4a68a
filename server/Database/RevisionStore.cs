namespace SpatialPlan.Server.Database;

/// <summary>The number of the plan's last visible change.</summary>
public sealed class RevisionStore(PlanDatabase database)
{
    /// <summary>Read before the data, so that data may be newer than its ETag but never older.</summary>
    public async Task<long> Current(CancellationToken cancel)
    {
        await using var command = database.Public.CreateCommand("select value from published.revision");
        return (long)(await command.ExecuteScalarAsync(cancel))!;
    }

    /// <summary>Whether a package has been loaded.</summary>
    public async Task<bool> IsLoaded(CancellationToken cancel)
    {
        await using var command = database.Public.CreateCommand("select exists (select from published.package)");
        return await command.ExecuteScalarAsync(cancel) is true;
    }
}
