using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.Distance;

namespace SpatialPlan.Server.SiteCheck.Geometries;

/// <summary>
/// The edges of a geometry in a tree, made once for all the others that it is held against. Between areas it is the distance of
/// their edges: whether one lies in the other is not seen here.
/// </summary>
public sealed class Facets : IItemDistance<Envelope, FacetSequence>
{
    private readonly STRtree<FacetSequence> tree;

    /// <param name="geometry">Not empty.</param>
    public Facets(Geometry geometry)
    {
        tree = FacetSequenceTreeBuilder.BuildSTRtree(geometry);
        tree.Build();
    }

    /// <summary>In the unit of the coordinates; 0 where edges meet.</summary>
    public double DistanceTo(Facets other)
    {
        var nearest = Nearest(other);
        return nearest[0].Distance(nearest[1]);
    }

    /// <summary>The two nearest points, the first one of this.</summary>
    public Coordinate[] NearestTo(Facets other)
    {
        var nearest = Nearest(other);
        return [.. nearest[0].NearestLocations(nearest[1]).Select(location => location.Coordinate)];
    }

    double IItemDistance<Envelope, FacetSequence>.Distance(IBoundable<Envelope, FacetSequence> one, IBoundable<Envelope, FacetSequence> other) =>
        one.Item.Distance(other.Item);

    private FacetSequence[] Nearest(Facets other) => tree.NearestNeighbour(other.tree, this);
}
