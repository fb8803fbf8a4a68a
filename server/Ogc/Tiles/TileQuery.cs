using System.Collections.Frozen;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Geo;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Ogc.Tiles;

/// <summary>Which tile of which collections, each with the part of the filter that it knows.</summary>
public sealed record TileQuery(TileAddress Address, IReadOnlyList<FeatureSelection> Selections, string Name)
{
    private static readonly string[] Common = ["datetime", "as-of", "f", .. FilterParameter.Names];

    /// <summary>The parameters that any of some collections understands; what one does not have leaves it as it is.</summary>
    public static FrozenSet<string> Parameters(IEnumerable<CollectionDefinition> collections) =>
        collections.SelectMany(FeatureSelection.PropertyParameters).Concat(Common).ToFrozenSet();

    /// <param name="address">Which tile.</param>
    /// <param name="collections">Its layers.</param>
    /// <param name="known">The collections whose properties a filter may name; what a layer does not have leaves it as it is.</param>
    /// <param name="parameters">The parameters.</param>
    public static TileQuery Read(TileAddress address, IReadOnlyList<CollectionDefinition> collections, IReadOnlyList<CollectionDefinition> known, QueryReader parameters)
    {
        // Two ways to write one question are one answer in the cache.
        var filter = parameters.All.Where(given => given.Key is not ("collections" or "f"))
            .OrderBy(given => given.Key, StringComparer.Ordinal)
            .Select(given => $"{given.Key}={given.Value}");
        // The tiles of both sets in degrees are the same.
        var name = $"{(address.Set.IsGeographic ? "degrees " : "")}{address.Zoom}/{address.Row}/{address.Column}\n{string.Join(',', collections.Select(collection => collection.Id))}\n{string.Join('&', filter)}";
        return new TileQuery(address, FeatureSelection.ReadShared(collections, known, parameters), name);
    }
}
