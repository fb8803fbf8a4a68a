using System.Text.Json;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Geo;
using SpatialPlan.Server.SiteCheck.Geometries;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.SiteCheck;

/// <summary>Checks what is submitted once more on the server, so that its result can be kept with the version.</summary>
public sealed class CheckFreezer(SiteChecker checker, SubjectStore store, CheckTurns turns)
{
    /// <param name="shape">GeoJSON in longitude and latitude, valid or not; null when nothing is drawn.</param>
    /// <param name="properties">What the form says, as a check is asked with it (docs/check.md); `code` is the site's own.</param>
    /// <param name="reasons">What its author says to findings.</param>
    /// <param name="revision">The plan's.</param>
    /// <param name="actor">Who submits.</param>
    /// <param name="cancel">Ends it.</param>
    /// <param name="clock">When the time of all that is checked together is over: what is left is not checked any more, and says so.</param>
    /// <returns>Null where the package has no rules. Nothing is refused yet: that is <see cref="FrozenCheck.Demand"/>.</returns>
    /// <exception cref="RequestException">A shape that cannot be read (400), or with more than <see cref="DrawnGeometry.MostVertices"/> vertices (413).</exception>
    public async Task<FrozenCheck?> Freeze(JsonNode? shape, JsonObject properties, IReadOnlyList<FindingReason> reasons, PlanRevision revision, Actor actor, CancellationToken cancel, CancellationToken clock = default)
    {
        if (store.Checks is null)
        {
            return null;
        }

        var drawn = shape is null ? null : DrawnGeometry.Read(JsonSerializer.SerializeToElement(shape));
        var question = new CheckQuestion(drawn, new SiteAttributes(JsonSerializer.SerializeToElement(properties)));
        using var turn = await turns.TakeSubmitted(cancel);
        var answer = await checker.Check(question, CrsList.Wire, revision, actor, cancel, clock);
        var package = (await store.At(revision, cancel)).Package;
        return new FrozenCheck(answer, reasons, DateTimeOffset.UtcNow, package, store.Measure!);
    }
}
