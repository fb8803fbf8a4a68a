using System.Globalization;

namespace SpatialPlan.Server.Geo;

/// <summary>The tile matrix set of web maps, as OGC Two Dimensional Tile Matrix Set 2.0 defines it.</summary>
public static class WebMercatorQuad
{
    public const string Crs = "http://www.opengis.net/def/crs/EPSG/0/3857";

    private const int TilePixels = 256;

    /// <summary>The size of a pixel that OGC takes to give a scale, in metres.</summary>
    private const double StandardPixel = 0.000_28;

    public static object Definition(string uri) => new
    {
        id = TileAddress.MatrixSet,
        title = "Google Maps Compatible for the World",
        uri,
        crs = Crs,
        orderedAxes = new[] { "X", "Y" },
        wellKnownScaleSet = "http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible",
        tileMatrices = Enumerable.Range(0, TileAddress.MaximumZoom + 1).Select(Matrix),
    };

    private static object Matrix(int zoom)
    {
        var cellSize = 2 * MapCell.HalfWidth / TilePixels / (1 << zoom);
        return new
        {
            id = zoom.ToString(CultureInfo.InvariantCulture),
            scaleDenominator = cellSize / StandardPixel,
            cellSize,
            pointOfOrigin = new[] { -MapCell.HalfWidth, MapCell.HalfWidth },
            tileWidth = TilePixels,
            tileHeight = TilePixels,
            matrixWidth = 1 << zoom,
            matrixHeight = 1 << zoom,
        };
    }
}
