namespace SpatialPlan.Server.Export;

/// <summary>A format that a collection can leave in.</summary>
/// <param name="Name">The value of f.</param>
/// <param name="Extension">How its file ends.</param>
/// <param name="MediaType">What it is sent as.</param>
/// <param name="Driver">GDAL's name of it; null when the server writes it itself, straight from the database.</param>
public sealed record ExportFormat(string Name, string Extension, string MediaType, string? Driver = null)
{
    public const string ZipMediaType = "application/zip";

    public static readonly ExportFormat GeoJson = new("geojson", "geojson", "application/geo+json");
    public static readonly ExportFormat Csv = new("csv", "csv", "text/csv; charset=utf-8") { HasMeasures = true };
    public static readonly ExportFormat GeoPackage = new("gpkg", "gpkg", "application/geopackage+sqlite3", "GPKG") { HasSheets = true };
    public static readonly ExportFormat FlatGeobuf = new("fgb", "fgb", "application/octet-stream", "FlatGeobuf");
    public static readonly ExportFormat Shapefile = new("shp", "shp", ZipMediaType, "ESRI Shapefile") { IsAlwaysZip = true };
    public static readonly ExportFormat Kml = new("kml", "kml", "application/vnd.google-earth.kml+xml");
    public static readonly ExportFormat Dxf = new("dxf", "dxf", ZipMediaType, "DXF") { IsAlwaysZip = true, DropsUnplaced = true };
    public static readonly ExportFormat Xlsx = new("xlsx", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "XLSX") { HasSheets = true, HasMeasures = true };

    /// <summary>Holds no features: it tells QGIS where they are.</summary>
    public static readonly ExportFormat LayerDefinition = new("qlr", "qlr", "application/x-qgis-layer-definition");

    public static IReadOnlyList<ExportFormat> All { get; } = [GeoJson, Csv, GeoPackage, FlatGeobuf, Shapefile, Kml, Dxf, Xlsx, LayerDefinition];

    /// <summary>Several files that belong together.</summary>
    public bool IsAlwaysZip { get; init; }

    /// <summary>Has room for tables of its own: metadata and fields travel inside.</summary>
    public bool HasSheets { get; init; }

    /// <summary>Cannot hold what has no place.</summary>
    public bool DropsUnplaced { get; init; }

    /// <summary>A table without a map: coordinates, areas and lengths become columns.</summary>
    public bool HasMeasures { get; init; }
}
