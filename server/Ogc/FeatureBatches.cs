using System.Collections.Concurrent;
using Npgsql;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Geo;

namespace SpatialPlan.Server.Ogc;

/// <summary>
/// Features by their codes, as they stand, asked for in batches: who comes while the database is busy with others goes
/// along with the next batch, so that a crowd costs a few statements and a single one never waits. An answer is never
/// older than its question, for a batch begins after those in it have come.
/// </summary>
public sealed class FeatureBatches(PlanDatabase database)
{
    private const int LongestCode = 100;

    private readonly OncePerCollection<ConcurrentDictionary<CrsDefinition, Batches>> batches = new(_ => new());

    /// <summary>Whether a code can go along with others: an odd one that PostgreSQL refuses would take them with it.</summary>
    public static bool Takes(string code)
    {
        foreach (var letter in code)
        {
            if (!char.IsAsciiLetterOrDigit(letter) && letter != '-')
            {
                return false;
            }
        }

        return code.Length <= LongestCode;
    }

    /// <summary>The feature as <see cref="FeatureSql.OpenFeature"/> writes it; null when there is none.</summary>
    public Task<StoredFeature?> Find(CollectionDefinition collection, string code, CrsDefinition crs, CancellationToken cancel)
    {
        var asked = new Asked(code);
        batches.For(collection).GetOrAdd(crs, (wanted, of) => new Batches(of.database, of.collection, wanted), (database, collection)).Add(asked);
        return asked.Task.WaitAsync(cancel);
    }

    private sealed class Asked(string code) : TaskCompletionSource<StoredFeature?>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public string Code => code;
    }

    /// <summary>The batches of one collection in one CRS.</summary>
    private sealed class Batches(PlanDatabase database, CollectionDefinition collection, CrsDefinition crs)
    {
        private const int Most = 32;

        /// <summary>PostgreSQL has half of the cores: more batches at a time are only smaller ones.</summary>
        private static readonly int AtOnce = Math.Max(1, Environment.ProcessorCount / 2);

        private readonly Lock gate = new();
        private readonly Queue<Asked> waiting = new();
        private int running;

        public void Add(Asked asked)
        {
            lock (gate)
            {
                waiting.Enqueue(asked);
                if (running == AtOnce)
                {
                    return;
                }

                running++;
            }

            _ = Run();
        }

        private async Task Run()
        {
            for (var batch = Next(); batch.Count > 0; batch = Next())
            {
                await Answer(batch);
            }
        }

        private async Task Answer(List<Asked> batch)
        {
            try
            {
                await Ask(batch);
            }
            catch (PostgresException failure) when (batch.Count > 1 && IsOfOneFeature(failure))
            {
                foreach (var asked in batch)
                {
                    await Answer([asked]);
                }
            }
#pragma warning disable CA1031 // Whoever asked is told; the batches go on.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                // What waits behind a database that does not answer would wait as long again.
                foreach (var asked in IsOfOneFeature(failure) ? batch : batch.Concat(TakeAll()))
                {
                    asked.TrySetException(failure);
                }
            }
        }

        /// <summary>A place that cannot be written in a CRS is no fault of those who go along (data exceptions, and errors of PROJ).</summary>
        private static bool IsOfOneFeature(Exception failure) => failure is PostgresException { SqlState: ['2', '2', ..] or ['X', 'X', ..] };

        /// <summary>Those who go along; with none, this runner has ended.</summary>
        private List<Asked> Next()
        {
            lock (gate)
            {
                var batch = new List<Asked>(Math.Min(waiting.Count, Most));
                while (batch.Count < Most && waiting.TryDequeue(out var asked))
                {
                    batch.Add(asked);
                }

                running -= batch.Count == 0 ? 1 : 0;
                return batch;
            }
        }

        private List<Asked> TakeAll()
        {
            lock (gate)
            {
                List<Asked> all = [.. waiting];
                waiting.Clear();
                return all;
            }
        }

        private async Task Ask(List<Asked> batch)
        {
            await using var command = database.Public.CreateCommand(FeatureSql.ByCodes(collection, crs));
            command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. batch.Select(asked => asked.Code)] });
            await using (var reader = await command.ExecuteReaderAsync())
            {
                while (await reader.ReadAsync())
                {
                    var (code, feature) = (reader.GetString(0), new StoredFeature(reader.GetInt32(1), RowText.Bytes(reader, 2)));
                    foreach (var asked in batch)
                    {
                        if (asked.Code == code)
                        {
                            asked.TrySetResult(feature);
                        }
                    }
                }
            }

            foreach (var asked in batch)
            {
                asked.TrySetResult(null);
            }
        }
    }
}
