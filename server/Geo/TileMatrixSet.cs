namespace SpatialPlan.Server.Geo;

/// <summary>
/// A set of tile matrices of 256 pixels (OGC Two Dimensional Tile Matrix Set 2.0), each twice as fine as the one before.
/// All of them are part of a square that is halved again and again: that of degrees is 360° wide and reaches from the
/// north pole to 270° south, which is why its matrix has two columns for a row.
/// </summary>
public sealed class TileMatrixSet
{
    private TileMatrixSet(string id)
    {
        Id = id;
    }

    /// <summary>The map of the web, in its metres. It ends at 85.05° north and south.</summary>
    public static TileMatrixSet WebMercatorQuad { get; } = new("WebMercatorQuad")
    {
        Title = "Google Maps Compatible for the World",
        Uri = "http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad",
        Crs = "http://www.opengis.net/def/crs/EPSG/0/3857",
        WellKnownScaleSet = "http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible",
        MaximumZoom = 24,
    };

    /// <summary>Degrees, longitude first.</summary>
    public static TileMatrixSet WorldCrs84Quad { get; } = new("WorldCRS84Quad")
    {
        Title = "CRS84 for the World",
        Uri = "http://www.opengis.net/def/tilematrixset/OGC/1.0/WorldCRS84Quad",
        Crs = Geo.Crs.Wire,
        WellKnownScaleSet = "http://www.opengis.net/def/wkss/OGC/1.0/GoogleCRS84Quad",
        IsGeographic = true,
        MaximumZoom = 23,
    };

    /// <summary>The same grid in CGCS2000, which the registry of OGC has no set for: 天地图 counts its tiles this way, one zoom further (its 1 is 0 here).</summary>
    public static TileMatrixSet Cgcs2000Quad { get; } = new("CGCS2000Quad")
    {
        Title = "CGCS2000 for the World",
        Crs = $"http://www.opengis.net/def/crs/EPSG/0/{Geo.Crs.Store}",
        IsGeographic = true,
        IsNorthingFirst = true,
        MaximumZoom = 23,
    };

    public static IReadOnlyList<TileMatrixSet> All { get; } = [WebMercatorQuad, WorldCrs84Quad, Cgcs2000Quad];

    public string Id { get; }

    public required string Title { get; init; }

    /// <summary>In the registry of OGC; null for a set of our own.</summary>
    public string? Uri { get; private init; }

    public required string Crs { get; init; }

    public string? WellKnownScaleSet { get; private init; }

    /// <summary>Whether its numbers are degrees, else metres of the web map.</summary>
    public bool IsGeographic { get; private init; }

    public bool IsNorthingFirst { get; private init; }

    public required int MaximumZoom { get; init; }

    /// <summary>West and north of all tiles.</summary>
    public double West => IsGeographic ? -180 : -MapCell.HalfWidth;

    public double North => IsGeographic ? 90 : MapCell.HalfWidth;

    public static TileMatrixSet? Find(string id) => All.FirstOrDefault(set => set.Id == id);

    public int Rows(int zoom) => 1 << zoom;

    public int Columns(int zoom) => IsGeographic ? 2 << zoom : 1 << zoom;

    /// <summary>The zoom of the web map whose tiles are as wide.</summary>
    public int MapZoom(int zoom) => IsGeographic ? zoom + 1 : zoom;

    /// <summary>The width of a tile, in metres of the map or degrees.</summary>
    public double Width(int zoom) => -2 * West / Columns(zoom);

    /// <summary>A place in degrees in the numbers of the set.</summary>
    public (double X, double Y) Place(double longitude, double latitude) => IsGeographic ? (longitude, latitude) : MapCell.Place(longitude, latitude);
}
