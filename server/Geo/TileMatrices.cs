using System.Globalization;
using NetTopologySuite.Geometries;

namespace SpatialPlan.Server.Geo;

/// <summary>A tile matrix set as its JSON says it, and where in it something lies.</summary>
public static class TileMatrices
{
    private const int TilePixels = 256;

    /// <summary>The size of a pixel that OGC takes to give a scale, in metres.</summary>
    private const double StandardPixel = 0.000_28;

    /// <summary>A degree at the equator of the ellipsoids in use here, in metres.</summary>
    private const double MetresPerDegree = 6_378_137 * Math.PI / 180;

    /// <summary>/req/tilematrixset of OGC 17-083r4.</summary>
    public static object Definition(TileMatrixSet set) => new
    {
        id = set.Id,
        title = set.Title,
        uri = set.Uri,
        crs = set.Crs,
        orderedAxes = set switch { { IsNorthingFirst: true } => new[] { "Lat", "Lon" }, { IsGeographic: true } => ["Lon", "Lat"], _ => ["X", "Y"] },
        wellKnownScaleSet = set.WellKnownScaleSet,
        tileMatrices = Zooms(set).Select(zoom => Matrix(set, zoom)),
    };

    /// <summary>The tiles of each matrix that hold what lies in some degrees, with a margin for what is drawn beyond its edge.</summary>
    /// <param name="set">Which tiles.</param>
    /// <param name="reach">Longitude and latitude.</param>
    /// <param name="margin">As a part of a tile.</param>
    public static IEnumerable<object> Limits(TileMatrixSet set, Envelope reach, double margin)
    {
        var ((west, south), (east, north)) = (set.Place(reach.MinX, reach.MinY), set.Place(reach.MaxX, reach.MaxY));
        return Zooms(set).Select(zoom =>
        {
            var width = set.Width(zoom);
            int Column(double x, double more) => Math.Clamp((int)Math.Floor(((x - set.West) / width) + more), 0, set.Columns(zoom) - 1);
            int Row(double y, double more) => Math.Clamp((int)Math.Floor(((set.North - y) / width) + more), 0, set.Rows(zoom) - 1);
            return new
            {
                tileMatrix = Name(zoom),
                minTileRow = Row(north, -margin),
                maxTileRow = Row(south, margin),
                minTileCol = Column(west, -margin),
                maxTileCol = Column(east, margin),
            };
        });
    }

    private static IEnumerable<int> Zooms(TileMatrixSet set) => Enumerable.Range(0, set.MaximumZoom + 1);

    private static string Name(int zoom) => zoom.ToString(CultureInfo.InvariantCulture);

    private static object Matrix(TileMatrixSet set, int zoom)
    {
        var cellSize = set.Width(zoom) / TilePixels;
        return new
        {
            id = Name(zoom),
            scaleDenominator = cellSize * (set.IsGeographic ? MetresPerDegree : 1) / StandardPixel,
            cellSize,
            cornerOfOrigin = "topLeft",
            pointOfOrigin = set.IsNorthingFirst ? new[] { set.North, set.West } : [set.West, set.North],
            tileWidth = TilePixels,
            tileHeight = TilePixels,
            matrixWidth = set.Columns(zoom),
            matrixHeight = set.Rows(zoom),
        };
    }
}
