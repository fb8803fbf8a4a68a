namespace SpatialPlan.Server.Geo;

/// <summary>
/// Coordinate reference systems in files. Files have easting or longitude first, whatever the authority says, because
/// every desktop program reads them so.
/// </summary>
public static class FileCrs
{
    /// <summary>Metres on the 3-degree zone of 117° E, for drawings.</summary>
    public static readonly CrsDefinition Drawing = CrsList.Find("EPSG:4548")!;

    /// <summary>WGS 84 in longitude and latitude, however it is called.</summary>
    public static bool IsWgs84(this CrsDefinition crs) => crs.GdalName() == WebName;

    /// <summary>The name by which GDAL knows it.</summary>
    public static string GdalName(this CrsDefinition crs) => crs == CrsList.Wire ? WebName : crs.Code;

    /// <summary>The name inside a GeoJSON file, which old and new programs understand.</summary>
    public static string Urn(this CrsDefinition crs) =>
        crs == CrsList.Wire ? "urn:ogc:def:crs:OGC:1.3:CRS84" : crs.Code.Replace("EPSG:", "urn:ogc:def:crs:EPSG::", StringComparison.Ordinal);

    /// <summary>The geometry of a row in this system, x first.</summary>
    public static string Sql(this CrsDefinition crs, string geometry) => crs.IsStoreDatum ? geometry : $"ST_Transform({geometry}, {crs.Srid})";

    private const string WebName = "EPSG:4326";
}
