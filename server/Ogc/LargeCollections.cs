using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Options;
using Npgsql;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Ogc;

/// <summary>
/// Which collections have so many features that a statement must not read them all, and a tile far out not draw them all.
/// That one is large is remembered for a while: what is taken for large is answered rightly however small it has become.
/// That one is small, which costs little to ask, only until something is written.
/// </summary>
public sealed class LargeCollections(RevisionStore revisions, IOptions<PlanOptions> options)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, Answer> known = new();

    public int Most => options.Value.LargeCollection;

    /// <param name="collection">The one that may be large.</param>
    /// <param name="database">Where to ask when it is not known: with the connections of those who want to know, so that they keep nobody else waiting.</param>
    /// <param name="cancel">Nobody wants to know any more.</param>
    public async ValueTask<bool> Has(CollectionDefinition collection, NpgsqlDataSource database, CancellationToken cancel)
    {
        if (known.TryGetValue(collection.Id, out var answer) && (answer.IsLarge ? Stopwatch.GetElapsedTime(answer.At) < Fresh : answer.Revision == revisions.Known))
        {
            return answer.IsLarge;
        }

        // Read before the table: what is written meanwhile is asked for again.
        var revision = revisions.Known;
        await using var command = database.CreateCommand($"select {LargeTable.Is(collection.Published, Most)}");
        var isLarge = await command.ExecuteScalarAsync(cancel) is true;
        known[collection.Id] = new Answer(isLarge, revision, Stopwatch.GetTimestamp());
        return isLarge;
    }

    private sealed record Answer(bool IsLarge, PlanRevision? Revision, long At);
}
