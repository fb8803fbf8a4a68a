using SpatialPlan.Server.Database;
using SpatialPlan.Server.Geo;
using SpatialPlan.Server.Ogc.Counts;

namespace SpatialPlan.Server.Ogc.Tiles;

/// <summary>
/// How a layer appears in a tile: large collections of points as counts by cell, far out and wherever a tile would hold
/// too many; large collections of lines and areas generalised far out; everything else as it is.
/// </summary>
public sealed class LayerChoice(PointIndexes indexes, LargeCollections large, GridStore grids, PlanDatabase database)
{
    /// <summary>Up to here large collections are counted or generalised.</summary>
    public const int LastFarZoom = 11;

    /// <summary>More points than this in a tile are counted.</summary>
    public const int MostPoints = 4_000;

    private const int MostFeatures = 8_000;

    /// <summary>Lines and areas of a large collection in a tile far out.</summary>
    private const int MostFar = 600;

    /// <summary>One of the two.</summary>
    public async ValueTask<(CellGrid? Counted, FeatureLayer? Drawn)> Of(FeatureSelection selection, TileAddress tile, PlanRevision revision, CancellationToken cancel)
    {
        if (selection.Collection.GeometryType != "Point")
        {
            return (null, await Shapes(selection, tile, cancel));
        }

        var (counted, areFew) = await Points(selection, tile, revision, cancel);
        return counted is not null
            ? (counted, null)
            : (null, new FeatureLayer(selection, MostFeatures, IsGeneralised: false, LargestFirst: false, IsKnownToFit: areFew));
    }

    /// <summary>The cells of a layer that has too many points for their symbols; for one that has not, whether it is known to have few.</summary>
    private async ValueTask<(CellGrid? Counted, bool AreFew)> Points(FeatureSelection selection, TileAddress tile, PlanRevision revision, CancellationToken cancel)
    {
        // Just after the start a tile close by does not wait until a million points have been read.
        var isFar = tile.MapZoom <= LastFarZoom;
        if ((!isFar && !indexes.IsRead(selection.Collection)) || await indexes.Of(selection.Collection, revision, cancel) is not { } now)
        {
            return (null, false);
        }

        var index = selection.AsOf is null ? now : await indexes.Of(selection, revision, cancel);
        if ((index ?? now).Count <= large.Most)
        {
            return (null, index?.Count <= MostFeatures);
        }

        if (index is not null && index.Dimensions.Cover(selection))
        {
            var taken = index.Dimensions.Taken(index.Combinations, selection);
            return isFar || index.CountIn(tile, taken, MostPoints) >= MostPoints ? (CellGrid.Of(index, tile, taken), false) : (null, true);
        }

        return (isFar ? await grids.Count(selection, tile, cancel) : null, false);
    }

    /// <summary>Lines or areas. What is large today is taken to have been so: nothing is known of another day.</summary>
    private async ValueTask<FeatureLayer> Shapes(FeatureSelection selection, TileAddress tile, CancellationToken cancel)
    {
        var isLarge = await large.Has(selection.Collection, database.Tiles, cancel);
        var isGeneralised = isLarge && tile.MapZoom <= LastFarZoom;
        return new FeatureLayer(
            selection,
            isGeneralised ? MostFar : MostFeatures,
            isGeneralised,
            LargestFirst: isGeneralised,
            IsKnownToFit: selection.AsOf is null && !isLarge && large.Most <= MostFeatures);
    }
}
