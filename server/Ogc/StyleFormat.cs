namespace SpatialPlan.Server.Ogc;

/// <summary>A language of styles: its value of f, its media type, and whether it can say a whole map or one collection only.</summary>
public sealed record StyleFormat(string Name, string MediaType, string Title, string Version, string Specification, bool IsOfMap)
{
    public static readonly StyleFormat MapLibre = new("mapbox", "application/vnd.mapbox.style+json", "MapLibre", "8", "https://maplibre.org/maplibre-style-spec/", IsOfMap: true);
    public static readonly StyleFormat Sld10 = new("sld10", "application/vnd.ogc.sld+xml;version=1.0", "SLD", "1.0", "https://www.ogc.org/standard/sld/", IsOfMap: false);
    public static readonly StyleFormat Sld11 = new("sld11", "application/vnd.ogc.sld+xml;version=1.1", "SLD", "1.1", "https://www.ogc.org/standard/sld/", IsOfMap: false);
    public static readonly StyleFormat Qml = new("qml", "application/x-qgis-layer-settings", "QGIS", "3.22", "https://docs.qgis.org/", IsOfMap: false);

    public static readonly IReadOnlyList<StyleFormat> All = [MapLibre, Sld10, Sld11, Qml];

    /// <summary>The format of f; without it the one that Accept names first, MapLibre when it names none.</summary>
    public static StyleFormat Of(HttpRequest request, string? given) =>
        given is not null
            ? All.First(format => format.Name == given)
            : request.GetTypedHeaders().Accept
                .OrderByDescending(range => range.Quality ?? 1)
                .Select(range => All.FirstOrDefault(format => IsMeant(range, format)))
                .FirstOrDefault(format => format is not null) ?? MapLibre;

    private static bool IsMeant(Microsoft.Net.Http.Headers.MediaTypeHeaderValue range, StyleFormat format)
    {
        var own = new Microsoft.Net.Http.Headers.MediaTypeHeaderValue(format.MediaType.Split(';')[0]);
        var version = range.Parameters.FirstOrDefault(parameter => parameter.Name.Equals("version", StringComparison.OrdinalIgnoreCase))?.Value.ToString();
        return range.MediaType.Equals(own.MediaType, StringComparison.OrdinalIgnoreCase) && (version is null || version.Trim('"') == format.Version);
    }
}
