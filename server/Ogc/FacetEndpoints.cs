using System.Collections.Frozen;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Ogc;

/// <summary>Counts and sums over a filter; each facet ignores its own.</summary>
public sealed class FacetEndpoints(CollectionFinder collections, FacetStore facets)
{
    public async Task<IResult> Facets(string collectionId, HttpContext context)
    {
        var collection = collections.Get(collectionId);
        var known = FeatureSelection.Parameters(collection).Append("f").ToFrozenSet();
        var selection = FeatureSelection.Read(collection, QueryReader.Of(context.Request.Query, known));
        return RevisionFilter.IsHeld(context) ? RevisionFilter.Unchanged : TypedResults.Text(await facets.Count(selection, RevisionFilter.Of(context), context.RequestAborted), Links.Json);
    }
}
