using System.Collections.Frozen;
using System.Globalization;
using NetTopologySuite.Geometries;

namespace SpatialPlan.Server.Geo;

/// <summary>All systems by name. A name that is not here goes nowhere: PostGIS gets a number from this list, never a text of a request.</summary>
public static class CrsList
{
    private const double HalfTurn = 180;
    private const double RightAngle = 90;
    private const double CentralMeridian = 117;
    private const double FalseEasting = 500_000;
    private const double ZonePrefix = 39_000_000;

    /// <summary>Half a width of the Gauss-Krüger belt in which its series hold a millimetre; the official belt is half of it.</summary>
    private const double BeltDegrees = 3;
    private const double BeltMetres = 334_000;
    private const double BeltNorth = 60;
    private const double BeltNorthing = 6_660_000;

    private const double MapHalfWidth = 20_037_508.342789244;
    private const double MapNorth = 85.0511287798066;

    private static readonly Envelope World = new(-HalfTurn, HalfTurn, -RightAngle, RightAngle);
    private static readonly Envelope Belt = new(CentralMeridian - BeltDegrees, CentralMeridian + BeltDegrees, 0, BeltNorth);

    public static readonly CrsDefinition Wire = Geographic("CRS84", Crs.Wire, Crs.Store, isNorthingFirst: false);

    public static readonly CrsDefinition Store = Geographic("EPSG:4490", Epsg(Crs.Store), Crs.Store, isNorthingFirst: true);

    /// <summary>What the OGC API answers in, the one it answers in unasked first.</summary>
    public static readonly IReadOnlyList<CrsDefinition> Supported =
    [
        Wire,
        Store,
        Geographic("EPSG:4326", Epsg(4326), 4326, isNorthingFirst: true),
        Projected(3857, Projection.WebMercator, isNorthingFirst: false, new Envelope(-MapHalfWidth, MapHalfWidth, -MapHalfWidth, MapHalfWidth), new Envelope(-HalfTurn, HalfTurn, -MapNorth, MapNorth)),
        Projected(4548, Projection.Defined(4548), isNorthingFirst: true, BeltAround(FalseEasting), Belt),
        Projected(4527, Projection.Defined(4527), isNorthingFirst: true, BeltAround(ZonePrefix + FalseEasting), Belt),
    ];

    /// <summary>What points may be typed and read in; the last two never reach the store.</summary>
    public static readonly IReadOnlyList<CrsDefinition> ForPoints =
    [
        .. Supported,
        new("GCJ-02", null, null, isNorthingFirst: false, isGeographic: true, World, World, Gcj02.ToStore, Gcj02.FromStore),
        new("BD-09", null, null, isNorthingFirst: false, isGeographic: true, World, World, Bd09.ToStore, Bd09.FromStore),
    ];

    private static readonly FrozenDictionary<string, CrsDefinition> ByName =
        Supported.SelectMany(crs => NamesOf(crs).Select(name => (name, crs))).ToFrozenDictionary(entry => entry.name, entry => entry.crs, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, CrsDefinition> ByPointName =
        ForPoints.SelectMany(crs => NamesOf(crs).Append(crs.Code.Split(':')[^1]).Distinct().Select(name => (name, crs)))
            .ToFrozenDictionary(entry => entry.name, entry => entry.crs, StringComparer.OrdinalIgnoreCase);

    /// <summary>By URI, URN, code or safe CURIE ("[EPSG:4548]").</summary>
    public static CrsDefinition? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>As people type it, too: "4548", "gcj-02".</summary>
    public static CrsDefinition? FindForPoint(string name) => ByPointName.GetValueOrDefault(name);

    private static IEnumerable<string> NamesOf(CrsDefinition crs)
    {
        if (crs.Uri is null)
        {
            return [crs.Code];
        }

        var (curie, urn) = crs.Code.Split(':') is [var authority, var number]
            ? (crs.Code, $"urn:ogc:def:crs:{authority}::{number}")
            : ($"OGC:{crs.Code}", $"urn:ogc:def:crs:OGC:1.3:{crs.Code}");
        return [crs.Uri, curie, $"[{curie}]", urn];
    }

    private static string Epsg(int number) => string.Create(CultureInfo.InvariantCulture, $"http://www.opengis.net/def/crs/EPSG/0/{number}");

    private static Envelope BeltAround(double easting) => new(easting - BeltMetres, easting + BeltMetres, 0, BeltNorthing);

    // CGCS2000 and WGS 84 are the same to some centimetres; PostGIS passes from one to the other without a change, and so do we.
    private static CrsDefinition Geographic(string code, string uri, int srid, bool isNorthingFirst) =>
        new(code, uri, srid, isNorthingFirst, isGeographic: true, World, World, (x, y) => (x, y), (x, y) => (x, y));

    private static CrsDefinition Projected(int srid, Projection projection, bool isNorthingFirst, Envelope domain, Envelope domainInStore) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"EPSG:{srid}"), Epsg(srid), srid, isNorthingFirst, isGeographic: false, domain, domainInStore,
            projection.Inverse, projection.Forward);
}
