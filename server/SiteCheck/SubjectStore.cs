using Npgsql;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Geo;
using SpatialPlan.Server.SiteCheck.Rules;

namespace SpatialPlan.Server.SiteCheck;

/// <summary>
/// What rules look at. The plan's features are held in memory, read again when the revision changes, and what has not changed
/// keeps its prepared forms; finely placed features, of which there may be very many, are asked of the database.
/// </summary>
public sealed class SubjectStore : IDisposable
{
    /// <summary>Of one choice: more would be no plan but a register, for which there is <see cref="SubjectChoice.IsAsked"/>.</summary>
    public const int Most = 5_000;

    private readonly PlanDatabase database;
    private readonly PlanCatalogue catalogue;
    private readonly SemaphoreSlim reading = new(1);
    private volatile SubjectSet? kept;

    public SubjectStore(PlanDatabase database, PlanCatalogue catalogue)
    {
        (this.database, this.catalogue) = (database, catalogue);
        Checks = CheckCatalogue.Of(catalogue);
        if (Checks is not null)
        {
            Measure = CrsList.Find(Checks.MeasureCrs) is { IsGeographic: false } crs ? crs : throw new InvalidOperationException($"checks.json measures in {Checks.MeasureCrs}, which is no projected system.");
            Reader = new SubjectReader(Measure, Checks.Limits);
            Asked = new AskedSubjects(database, catalogue, Checks, Measure, Reader);
        }
    }

    /// <summary>The rules, or null where the package has none.</summary>
    public CheckCatalogue? Checks { get; }

    /// <summary>In what is measured; null where there are no rules.</summary>
    public CrsDefinition? Measure { get; }

    /// <summary>How rows become subjects; null where there are no rules.</summary>
    internal SubjectReader? Reader { get; }

    /// <summary>What is not held; null where there are no rules.</summary>
    public AskedSubjects? Asked { get; }

    /// <summary>The features as they stand at a revision.</summary>
    public async ValueTask<SubjectSet> At(PlanRevision revision, CancellationToken cancel)
    {
        if (kept is { } known && known.Revision == revision)
        {
            return known;
        }

        // One reads, the others wait for what it has read.
        await reading.WaitAsync(cancel);
        try
        {
            return kept is { } read && read.Revision == revision ? read : kept = await Read(revision, cancel);
        }
        finally
        {
            reading.Release();
        }
    }

    public void Dispose() => reading.Dispose();

    private async Task<SubjectSet> Read(PlanRevision revision, CancellationToken cancel)
    {
        var before = kept;
        await using var connection = await database.Bulk.OpenConnectionAsync(cancel);
        var byRule = new Dictionary<string, IReadOnlyList<PlanSubject>>();
        var cut = new HashSet<string>();
        var peers = new Dictionary<(string, string), PeerRange>();
        foreach (var rule in Checks!.Rules.Where(rule => rule.Subjects is not null && rule.Kind != PendingSites.KindName))
        {
            if (catalogue.FindCollection(rule.Subjects!.Collection) is not { } collection)
            {
                continue;
            }

            if (PeerQuestion.Of(rule, collection) is { } question)
            {
                await question.Read(connection, rule.Code, peers, cancel);
                continue;
            }

            await using var command = new NpgsqlCommand(SubjectSql.Held(collection, rule.Subjects), connection);
            Choose(command, rule.Subjects, Most + 1);
            await using var reader = await command.ExecuteReaderAsync(cancel);
            byRule[rule.Key] = await Reader!.Read(reader, rule.Subjects, before?.ByRule.GetValueOrDefault(rule.Key)?.ToDictionary(subject => subject.Code), cancel);
            if (byRule[rule.Key].Count > Most)
            {
                cut.Add(rule.Key);
            }
        }

        await using var package = new NpgsqlCommand(SubjectSql.Package, connection);
        return new SubjectSet(revision, byRule, cut, peers)
        {
            Package = await package.ExecuteScalarAsync(cancel) as string,
            Asked = await AskedQuestion.Of(Asked!.Rules, Checks.Limits.FineAccuracyM, connection, cancel),
        };
    }

    private void Choose(NpgsqlCommand command, SubjectChoice choice, int most)
    {
        command.Parameters.AddWithValue("values", (choice.Values ?? []).ToArray());
        command.Parameters.AddWithValue("fine", Checks!.Limits.FineAccuracyM);
        command.Parameters.AddWithValue("most", most);
    }
}
