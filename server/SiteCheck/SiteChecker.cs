using Microsoft.Extensions.Options;
using NetTopologySuite.Geometries;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Geo;
using SpatialPlan.Server.SiteCheck.Geometries;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.SiteCheck;

/// <summary>Holds a site against the plan at a revision. The same for who draws, for who submits and for who only asks.</summary>
public sealed class SiteChecker(SubjectStore store, Duplicates duplicates, PendingSubjects pending, PlanCatalogue catalogue, IOptions<PlanOptions> options)
{
    private readonly Envelope? ground = store.Checks is { } checks ? GeometryMaking.Ground(catalogue.Product, checks.Limits.MarginM) : null;

    /// <param name="question">What is asked.</param>
    /// <param name="crs">What its geometry is in.</param>
    /// <param name="revision">The plan's revision; what has changed since may be in the answer already, nothing older is.</param>
    /// <param name="actor">Who asks: what is in review is told to who may see it. Null is everybody.</param>
    /// <param name="cancel">Ends it.</param>
    /// <param name="until">When it is over, nothing is checked any more but whether the geometry is valid.</param>
    /// <exception cref="RequestException">404 check-missing: the package has no rules.</exception>
    public async Task<SiteAnswer> Check(CheckQuestion question, CrsDefinition crs, PlanRevision revision, Actor? actor, CancellationToken cancel, CancellationToken until = default)
    {
        var checks = store.Checks ?? throw RequestException.Unknown("check-missing", new { });
        var subjects = await store.At(revision, cancel);
        using var clock = CancellationTokenSource.CreateLinkedTokenSource(cancel, until);
        clock.CancelAfter(options.Value.CheckMilliseconds);
        var (made, fault) = question.Geometry is { } drawn ? GeometryMaking.Make(drawn, crs, ground!) : (null, null);
        var site = made is null ? null : CheckedSite.Of(made, crs, store.Measure!);
        var context = new CheckContext(checks, catalogue, question, site, fault, subjects, store, duplicates) { FaultPlace = PlaceOf(fault, crs), Pending = pending.For(actor), Clock = clock.Token, Until = until };
        var findings = await SiteRules.Find(checks, context, cancel);
        return new SiteAnswer(revision, checks, question.Geometry, site, Folding.Fold(findings, checks.Limits.MostNamed, catalogue));
    }

    /// <summary>In longitude and latitude; null when it is no place on earth.</summary>
    private static Coordinate? PlaceOf(GeometryFault? fault, CrsDefinition crs)
    {
        if (fault?.At is not { } at || !crs.Domain.Contains(crs.IsNorthingFirst ? new Coordinate(at.Y, at.X) : at))
        {
            return null;
        }

        return GeometryMaking.PlaceOf(at, crs);
    }
}
