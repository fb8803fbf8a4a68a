using SpatialPlan.Server.Geo;

namespace SpatialPlan.Server.Ogc;

/// <summary>
/// The parameter bbox in SQL (OGC 17-069r4, /req/core/fc-bbox-response): what touches the box, and what has no geometry,
/// for it has a place that is not known. Each has an index of its own (plan.ensure_places).
/// </summary>
internal static class BoxSql
{
    public const string Unplaced = "f.geom is null";

    public static string Condition(Bbox bbox, Statement statement) => $"({Unplaced} or {Touching(bbox, statement)})";

    public static string Touching(Bbox bbox, Statement statement)
    {
        // The question is written in the CRS of the table, so that the index is used.
        var touched = bbox.Outline is { } outline
            ? [Touches($"ST_GeomFromWKB({statement.Parameter(outline.AsBinary())}, {Crs.Store})")]
            : bbox.Parts.Select(part => Touches(Shape(part, statement)));
        return $"({string.Join(" or ", touched)})";
    }

    private static string Touches(string shape) => $"ST_Intersects(f.geom, {shape})";

    /// <summary>A box without width or height is a line or a point: as a polygon it would be invalid and touch nothing, or not all.</summary>
    private static string Shape(Bbox box, Statement statement)
    {
        var (west, south) = (statement.Parameter(box.West), statement.Parameter(box.South));
        if (box.IsPoint)
        {
            return $"ST_SetSRID(ST_MakePoint({west}, {south}), {Crs.Store})";
        }

        var (east, north) = (statement.Parameter(box.East), statement.Parameter(box.North));
        return box.IsLine
            ? $"ST_SetSRID(ST_MakeLine(ST_MakePoint({west}, {south}), ST_MakePoint({east}, {north})), {Crs.Store})"
            : $"ST_MakeEnvelope({west}, {south}, {east}, {north}, {Crs.Store})";
    }
}
