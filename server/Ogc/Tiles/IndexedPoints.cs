using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Ogc.Tiles;

/// <summary>
/// Points of a tile that are read out of the index of tiles and nothing else, under filters by coded values and years too:
/// what these are held against is taken out of the text of the attributes. PostgreSQL does not go to the table for any of
/// the points around, most of which a filter leaves out, and no filter asks for another plan.
/// </summary>
public static class IndexedPoints
{
    /// <summary>Whether the index knows all that the selection asks for.</summary>
    public static bool Cover(FeatureSelection selection) =>
        selection is { AsOf: null, Bbox: null, Condition: null } && Asked(selection).All(IsKnown);

    /// <summary>Where a tile reads the points of a selection from, as <c>f</c>.</summary>
    public static string Source(FeatureSelection selection, Statement statement)
    {
        var source = FeatureSql.Source(selection.Collection, selection.AsOf, statement);
        var asked = Cover(selection) ? Asked(selection).ToList() : [];
        return asked.Count == 0 ? source : $"(select f.tile_place, f.tile_attributes, {string.Join(", ", asked.Select(property => Value(selection.Collection, property)))} from {source}) f";
    }

    private static IEnumerable<PropertyDefinition?> Asked(FeatureSelection selection)
    {
        var horizon = selection.Horizon is null ? [] : new[] { "horizon_from", "horizon_to" }.Select(selection.Collection.FindProperty);
        return selection.Filters.Select(filter => filter.Property).Concat(horizon).Distinct();
    }

    private static bool IsKnown(PropertyDefinition? property) => property is { InTile: true, Type: PropertyType.Code or PropertyType.Integer };

    private static string Value(CollectionDefinition collection, PropertyDefinition? property)
    {
        var place = TileSql.Attributes(collection).TakeWhile(other => other != property).Count() + 1;
        var text = $"nullif(split_part(f.tile_attributes, E'\\x1f', {place}), E'\\x1e')";
        return $"{(property!.Type == PropertyType.Integer ? $"{text}::integer" : text)} as {property.Name}";
    }
}
