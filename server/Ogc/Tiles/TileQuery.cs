using System.Collections.Frozen;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Geo;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Ogc.Tiles;

/// <summary>Which tile of which collections, each with the part of the filter that it knows.</summary>
public sealed record TileQuery(TileAddress Address, IReadOnlyList<FeatureSelection> Selections, string Name)
{
    private const string UnknownProperty = "filter-property-unknown";

    private static readonly string[] Common = ["datetime", "as-of", "f", .. FilterParameter.Names];

    /// <summary>The parameters that any of some collections understands; what one does not have leaves it as it is.</summary>
    public static FrozenSet<string> Parameters(IEnumerable<CollectionDefinition> collections) =>
        collections.SelectMany(FeatureSelection.PropertyParameters).Concat(Common).ToFrozenSet();

    public static TileQuery Read(TileAddress address, IReadOnlyList<CollectionDefinition> collections, QueryReader parameters)
    {
        // Two ways to write one question are one answer in the cache.
        var filter = parameters.All.Where(given => given.Key is not ("collections" or "f"))
            .OrderBy(given => given.Key, StringComparer.Ordinal)
            .Select(given => $"{given.Key}={given.Value}");
        var name = $"{address.Zoom}/{address.Row}/{address.Column}\n{string.Join(',', collections.Select(collection => collection.Id))}\n{string.Join('&', filter)}";
        return new TileQuery(address, Layers(collections, parameters), name);
    }

    /// <summary>A filter on a property that a collection does not have leaves it as it is; one that none of them has is a mistake.</summary>
    private static List<FeatureSelection> Layers(IReadOnlyList<CollectionDefinition> collections, QueryReader parameters)
    {
        var (layers, unfiltered, refusal) = (new List<FeatureSelection>(), parameters.Without("filter"), (RequestException?)null);
        foreach (var collection in collections)
        {
            try
            {
                layers.Add(FeatureSelection.Read(collection, parameters));
            }
            catch (RequestException unknown) when (unknown.Code == UnknownProperty)
            {
                refusal = unknown;
                layers.Add(FeatureSelection.Read(collection, unfiltered));
            }
        }

        return refusal is not null && layers.All(layer => layer.Condition is null) ? throw refusal : layers;
    }
}
