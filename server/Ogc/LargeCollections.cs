using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Options;
using Npgsql;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Ogc;

/// <summary>Which collections have so many features that a statement must not read them all; looked up every few seconds.</summary>
public sealed class LargeCollections(IOptions<PlanOptions> options)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, (long At, bool IsLarge)> known = new();

    public int Most => options.Value.LargeCollection;

    public async ValueTask<bool> Has(CollectionDefinition collection, NpgsqlConnection connection, CancellationToken cancel)
    {
        if (known.TryGetValue(collection.Id, out var entry) && Stopwatch.GetElapsedTime(entry.At) < Fresh)
        {
            return entry.IsLarge;
        }

        // Not how many: only whether there is one more than that.
        await using var command = new NpgsqlCommand($"select exists (select from published.{collection.TableName} offset {Most})", connection);
        var isLarge = await command.ExecuteScalarAsync(cancel) is true;
        known[collection.Id] = (Stopwatch.GetTimestamp(), isLarge);
        return isLarge;
    }
}
