using System.Diagnostics;
using Microsoft.Extensions.Options;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Ogc.Tiles;

/// <summary>Which collections of lines and areas are so large that they are generalised far out; looked up every few seconds.</summary>
public sealed class LayerSizes(PlanDatabase database, PlanCatalogue catalogue, IOptions<PlanOptions> options) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim asking = new(1);
    private volatile HashSet<string>? large;
    private long askedAt;

    public async ValueTask<bool> IsLarge(CollectionDefinition collection, CancellationToken cancel) => (await Large(cancel)).Contains(collection.Id);

    public void Dispose() => asking.Dispose();

    private async ValueTask<HashSet<string>> Large(CancellationToken cancel)
    {
        if (large is { } known && Stopwatch.GetElapsedTime(Interlocked.Read(ref askedAt)) < Fresh)
        {
            return known;
        }

        await asking.WaitAsync(cancel);
        try
        {
            if (large is null || Stopwatch.GetElapsedTime(Interlocked.Read(ref askedAt)) >= Fresh)
            {
                large = await Ask(cancel);
                Interlocked.Exchange(ref askedAt, Stopwatch.GetTimestamp());
            }

            return large;
        }
        finally
        {
            asking.Release();
        }
    }

    private async Task<HashSet<string>> Ask(CancellationToken cancel)
    {
        // Not how many: only whether there is one more than that.
        var questions = catalogue.Collections.Where(collection => collection.GeometryType != "Point").Select(collection =>
            $"select '{collection.Id}' where exists (select from published.{collection.TableName} offset {options.Value.LargeCollection})");
        await using var command = database.Tiles.CreateCommand(string.Join(" union all ", questions));
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var found = new HashSet<string>();
        while (await reader.ReadAsync(cancel))
        {
            found.Add(reader.GetString(0));
        }

        return found;
    }
}
