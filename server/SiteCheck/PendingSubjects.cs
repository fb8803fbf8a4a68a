using Npgsql;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.SiteCheck.Geometries;
using SpatialPlan.Server.Writing;

namespace SpatialPlan.Server.SiteCheck;

/// <summary>What others have submitted and nobody has decided on, near a site: for who may see what is in review, and for nobody else.</summary>
public sealed class PendingSubjects(PlanDatabase database, SubjectStore store)
{
    private const int Most = 50;

    /// <summary>Null for somebody who may not know of it.</summary>
    public Func<CheckRule, CheckedSite, CancellationToken, Task<IReadOnlyList<PlanSubject>>>? For(Actor? actor) =>
        actor is not null && (actor.Is(Role.Staff) || actor.Is(Role.Reviewer)) ? (rule, site, cancel) => Near(rule, site, actor, cancel) : null;

    private async Task<IReadOnlyList<PlanSubject>> Near(CheckRule rule, CheckedSite site, Actor actor, CancellationToken cancel)
    {
        await using var connection = await database.Staff.OpenConnectionAsync(cancel);
        await using var command = new NpgsqlCommand("select code, version, said::text, geom from review.pending($1, $2, $3, $4, $5)", connection);
        command.Parameters.Add(new() { Value = actor.WrittenAs });
        command.Parameters.Add(new() { Value = actor.Roles.ToArray() });
        command.Parameters.Add(new() { Value = rule.Subjects!.Collection });
        command.Parameters.Add(new() { Value = store.Asked!.Reach(site) });
        command.Parameters.Add(new() { Value = Most });
        await using var rows = await command.ExecuteReaderAsync(cancel);
        return await store.Reader!.Read(rows, rule.Subjects, known: null, cancel);
    }
}
