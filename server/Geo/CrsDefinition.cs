using System.Globalization;
using NetTopologySuite.Geometries;

namespace SpatialPlan.Server.Geo;

/// <summary>
/// A coordinate reference system one may ask for. Inside the server x is always easting or longitude; the order of the
/// authority counts where a client reads and writes coordinates.
/// </summary>
public sealed class CrsDefinition
{
    private const int DegreeDecimals = 8;
    private const int MetreDecimals = 4;

    private readonly Func<double, double, (double X, double Y)> toStore;
    private readonly Func<double, double, (double X, double Y)> fromStore;

    internal CrsDefinition(
        string code, string? uri, int? srid, bool isNorthingFirst, bool isGeographic, Envelope domain, Envelope domainInStore,
        Func<double, double, (double X, double Y)> toStore, Func<double, double, (double X, double Y)> fromStore)
    {
        (Code, Uri, Srid, IsNorthingFirst, IsGeographic, Domain, DomainInStore) = (code, uri, srid, isNorthingFirst, isGeographic, domain, domainInStore);
        (this.toStore, this.fromStore) = (toStore, fromStore);
    }

    /// <summary>"EPSG:4548", "CRS84": how people and CURIEs call it.</summary>
    public string Code { get; }

    /// <summary>The name in OGC APIs; the shifted systems of base maps have none.</summary>
    public string? Uri { get; }

    /// <summary>The number for PostGIS; null when only this server knows the system.</summary>
    public int? Srid { get; }

    /// <summary>Latitude or northing comes first on the wire.</summary>
    public bool IsNorthingFirst { get; }

    public bool IsGeographic { get; }

    /// <summary>Where its coordinates mean something, x before y.</summary>
    public Envelope Domain { get; }

    /// <summary>The same in longitude and latitude.</summary>
    public Envelope DomainInStore { get; }

    /// <summary>Longitude and latitude as they are stored, in whatever order.</summary>
    public bool IsStoreDatum => IsGeographic && Srid is not null;

    /// <summary>Decimals that hold a millimetre.</summary>
    public int Decimals => IsGeographic ? DegreeDecimals : MetreDecimals;

    /// <summary>The value of the header Content-Crs.</summary>
    public string ContentCrs => string.Create(CultureInfo.InvariantCulture, $"<{Uri}>");

    /// <summary>What four numbers of a box are called, for those who got them wrong.</summary>
    public string BoxOrder => IsNorthingFirst ? "south,west,north,east" : "west,south,east,north";

    public (double X, double Y) ToStore(double x, double y) => toStore(x, y);

    /// <summary>The point in this system, or null where the system does not reach.</summary>
    public (double X, double Y)? FromStore(double longitude, double latitude) =>
        DomainInStore.Contains(longitude, latitude) ? fromStore(longitude, latitude) : null;

    public override string ToString() => Code;
}
