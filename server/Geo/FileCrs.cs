namespace SpatialPlan.Server.Geo;

/// <summary>
/// A coordinate reference system that a file may be written in. Files have easting or longitude first, whatever the
/// authority says, because every desktop program reads them so.
/// </summary>
/// <param name="Code">What people call it.</param>
/// <param name="Srid">Its number in PostGIS and EPSG.</param>
/// <param name="IsProjected">Metres rather than degrees.</param>
public sealed record FileCrs(string Code, int Srid, bool IsProjected)
{
    private const string Authority = "http://www.opengis.net/def/crs/EPSG/0/";

    /// <summary>WGS 84, longitude and latitude: within centimetres of what is stored, and what the formats of the web demand.</summary>
    public static readonly FileCrs Web = new("CRS84", 4326, IsProjected: false);

    /// <summary>Metres on the 3-degree zone of 117° E, for drawings.</summary>
    public static readonly FileCrs Drawing = new("EPSG:4548", 4548, IsProjected: true);

    private static readonly FileCrs[] All =
    [
        Web, new("EPSG:4326", 4326, IsProjected: false), new("EPSG:4490", Crs.Store, IsProjected: false),
        new("EPSG:3857", 3857, IsProjected: true), Drawing, new("EPSG:4527", 4527, IsProjected: true),
    ];

    public static IEnumerable<string> Codes => All.Select(crs => crs.Code);

    /// <summary>The name by which GDAL knows it.</summary>
    public string Epsg => $"EPSG:{Srid}";

    /// <summary>The name inside a GeoJSON file, which old and new programs understand.</summary>
    public string Urn => this == Web ? "urn:ogc:def:crs:OGC:1.3:CRS84" : $"urn:ogc:def:crs:EPSG::{Srid}";

    /// <summary>The geometry of a row in this system. Degrees of CGCS2000 and WGS 84 are the same to the centimetre.</summary>
    public string Sql(string geometry) => IsProjected ? $"ST_Transform({geometry}, {Srid})" : geometry;

    /// <summary>Reads a URI, a URN, a CURIE or a number; null when it is none of ours.</summary>
    public static FileCrs? Find(string name)
    {
        if (Crs.IsWire(name) || name == Web.Code)
        {
            return Web;
        }

        var bare = name.StartsWith(Authority, StringComparison.Ordinal) ? name[Authority.Length..]
            : name.StartsWith("urn:ogc:def:crs:EPSG::", StringComparison.Ordinal) ? name["urn:ogc:def:crs:EPSG::".Length..]
            : name.Trim('[', ']').Replace("EPSG:", "", StringComparison.Ordinal);
        return Array.Find(All, crs => crs != Web && crs.Code == $"EPSG:{bare}");
    }
}
