using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Buffer;
using Npgsql;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Geo;
using SpatialPlan.Server.SiteCheck.Geometries;

namespace SpatialPlan.Server.SiteCheck;

/// <summary>What the database knows near a site for a rule.</summary>
/// <param name="Subjects">Those that reach the site, the nearest to its middle first, and the nearest ones where none does.</param>
/// <param name="LeftOut">How many more reach it.</param>
public sealed record NearSubjects(IReadOnlyList<PlanSubject> Subjects, int LeftOut)
{
    public static NearSubjects None { get; } = new([], 0);
}

/// <summary>Finely placed features, of which there may be very many: the database is asked for those near a site, for all rules at once.</summary>
public sealed class AskedSubjects
{
    /// <summary>For one rule and one site.</summary>
    public const int Most = 40;

    /// <summary>Features that are kept with their prepared forms: who draws asks for the same ones at every move.</summary>
    private const int MostKept = 4_000;

    /// <summary>A site of more vertices is asked about by its box: what that brings beside it is seen not to reach it.</summary>
    private const int MostReachVertices = 500;

    /// <summary>The plane and the database round differently.</summary>
    private const double MarginM = 1;

    private readonly PlanDatabase database;
    private readonly SubjectReader reader;
    private readonly CrsDefinition measure;
    private readonly double fine;
    private readonly double reachM;
    private readonly LatestSubjects kept = new(MostKept);

    internal AskedSubjects(PlanDatabase database, PlanCatalogue catalogue, CheckCatalogue checks, CrsDefinition measure, SubjectReader reader)
    {
        (this.database, this.measure, this.reader, fine) = (database, measure, reader, checks.Limits.FineAccuracyM);
        Rules = [.. from rule in checks.Rules where rule.Subjects is { IsAsked: true }
                    let collection = catalogue.FindCollection(rule.Subjects!.Collection) where collection is not null
                    select (rule, collection)];
        reachM = fine + MarginM + Rules.Select(one => one.Rule.Subjects!.CorridorM ?? 0).DefaultIfEmpty().Max();
    }

    /// <summary>Those that look at what is asked for, in the order of the package.</summary>
    public IReadOnlyList<(CheckRule Rule, CollectionDefinition Collection)> Rules { get; }

    /// <summary>By rule, without the site's own.</summary>
    /// <param name="site">Valid.</param>
    /// <param name="own">Its code.</param>
    /// <param name="revision">What the database is asked for, and of which installation: in another one a version is of something else.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<IReadOnlyDictionary<string, NearSubjects>> Near(CheckedSite site, string? own, SubjectSet revision, CancellationToken cancel)
    {
        var question = revision.Asked;
        if (question.IsEmpty)
        {
            return new Dictionary<string, NearSubjects>();
        }

        await using var command = database.Public.CreateCommand(question.Sql);
        command.Parameters.AddWithValue("reach", Reach(site));
        command.Parameters.AddWithValue("site", InStore(site.Geometry));
        command.Parameters.AddWithValue("middle", InStore(site.Geometry.Factory.CreatePoint(site.Geometry.EnvelopeInternal.Centre)));
        command.Parameters.AddWithValue("own", own ?? "");
        command.Parameters.AddWithValue("fine", fine);
        command.Parameters.AddWithValue("most", Most);
        foreach (var (place, rule) in question.Rules.Index())
        {
            command.Parameters.AddWithValue($"values{place}", (rule.Subjects!.Values ?? []).ToArray());
        }

        await using var rows = await command.ExecuteReaderAsync(cancel);
        var near = question.Rules.ToDictionary(rule => rule.Key, _ => (Subjects: new List<PlanSubject>(), Number: 0));
        while (await rows.ReadAsync(cancel))
        {
            var rule = question.RuleAt(rows.GetInt32(SubjectSql.PlaceColumn));
            var (subjects, number) = near[rule.Key];
            subjects.Add(kept.Get((revision.Revision.Installation, rule.Key, rows.GetString(0), rows.GetInt32(1)), () => reader.One(rows, rule.Subjects!)));
            near[rule.Key] = (subjects, Math.Max(number, rows.GetInt32(SubjectSql.NumberColumn)));
        }

        return near.ToDictionary(one => one.Key, one => new NearSubjects([.. one.Value.Subjects.DistinctBy(subject => subject.Code)], Math.Max(0, one.Value.Number - Most)));
    }

    /// <summary>What lies outside of it has nothing to do with the site, however its drawing may be off.</summary>
    public Geometry Reach(CheckedSite site)
    {
        if (site.Geometry.NumPoints <= MostReachVertices)
        {
            return InStore(BufferOp.Buffer(site.Geometry, reachM, new BufferParameters(2)));
        }

        var box = site.Geometry.EnvelopeInternal.Copy();
        box.ExpandBy(reachM);
        return InStore(site.Geometry.Factory.ToGeometry(box));
    }

    private Geometry InStore(Geometry plane)
    {
        var geometry = plane.Copy();
        geometry.Apply(new EachCoordinate(place => measure.ToStore(place.X, place.Y) is var at ? new Coordinate(at.X, at.Y) : place));
        geometry.GeometryChanged();
        geometry.SRID = Crs.Store;
        return geometry;
    }
}
