using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Geo;
using SpatialPlan.Server.Ogc;
using SpatialPlan.Server.Styles;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Export;

/// <summary>
/// A layer definition file of QGIS (.qlr): the features stay here, the file says where, how they are called and drawn.
/// A whole collection is read through the provider for OGC API Features, by pages and by what the window shows. That
/// provider hands on no parameters of ours (QGIS 3.22 sends of an expression nothing at all), so a selection, or another
/// coordinate system, is read from the GeoJSON export, which has no pages and its coordinates in the order of files.
/// </summary>
public sealed class LayerDefinition(PlanCatalogue catalogue, Links links)
{
    private const int PageSize = 1000;
    private const int LongestName = 80;

    /// <summary>The name of the layer is in the language of who asks.</summary>
    public static string? Variant(HttpRequest request) =>
        request.Query["f"] == ExportFormat.LayerDefinition.Name ? $"qlr-{Language.Of(request)}" : null;

    public string Of(ExportQuery query, HttpRequest request)
    {
        var (collection, language) = (query.Selection.Collection, query.Language ?? Language.Of(request));
        var (provider, source) = Source(query, request);
        var title = collection.Title.In(language);
        var name = query.Filter.Length == 0 ? title : Cut($"{title} · {query.Filter}");
        var id = $"{collection.TableName}_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source)))[..16]}";
        var text = new XElement(
            "qlr",
            new XElement("layer-tree-group", Text("name", ""), Text("checked", "Qt::Checked"), Text("expanded", "1"),
                new XElement("layer-tree-layer", Text("name", name), Text("id", id), Text("providerKey", provider), Text("checked", "Qt::Checked"), Text("expanded", "1"), Text("source", source))),
            new XElement("maplayers", new XElement("maplayer", Text("type", "vector"), Text("geometry", QgisSymbol.GeometryOf(collection)),
                new XElement("id", id),
                new XElement("datasource", source),
                new XElement("layername", name),
                new XElement("srs", new XElement("spatialrefsys", new XElement("authid", query.Crs.GdalName()))),
                new XElement("resourceMetadata", new XElement("title", name), new XElement("abstract", About(query, language))),
                new XElement("provider", Text("encoding", "UTF-8"), provider),
                QgisStyle.Renderer(collection, StyleRules.Of(collection, catalogue, new SymbolTable(catalogue, SymbolTable.Light)), language),
                new XElement("aliases", collection.Properties.Select((property, place) => new XElement(
                    "alias", Text("index", place.ToString(CultureInfo.InvariantCulture)), Text("field", property.Name), Text("name", property.Title.In(language))))),
                new XElement("previewExpression", $"\"name_{language}\""))));
        return $"<!DOCTYPE qgis-layer-definition>\n{text}\n";
    }

    private (string Provider, string Source) Source(ExportQuery query, HttpRequest request)
    {
        var collection = query.Selection.Collection;
        if (query.Filter.Length == 0 && !request.Query.ContainsKey("crs"))
        {
            var url = links.To(request, "").Replace("'", "\\'", StringComparison.Ordinal);
            return ("OAPIF", string.Create(CultureInfo.InvariantCulture, $" pagingEnabled='true' pageSize='{PageSize}' restrictToRequestBBOX='1' typename='{collection.Id}' url='{url}'"));
        }

        // QGIS takes what follows a | for its own; here everything but letters and digits is escaped.
        var asked = request.Query.Where(given => given.Key is not ("f" or "lang"))
            .Prepend(new("f", ExportFormat.GeoJson.Name))
            .Select(given => $"{Uri.EscapeDataString(given.Key)}={Uri.EscapeDataString(given.Value.ToString())}");
        return ("ogr", $"{links.To(request, $"/collections/{collection.Id}/export")}?{string.Join('&', asked)}");
    }

    private string About(ExportQuery query, string language)
    {
        var product = catalogue.Product;
        string[] lines = [$"{product.Place.In(language)} · {product.Title.In(language)}", $"status_as_of: {product.StatusAsOf}", $"filter: {query.Filter}"];
        return string.Join('\n', lines[..(query.Filter.Length == 0 ? 2 : 3)]);
    }

    private static string Cut(string text)
    {
        var length = new StringInfo(text);
        return length.LengthInTextElements <= LongestName ? text : $"{length.SubstringByTextElements(0, LongestName - 1)}…";
    }

    // XML has no way to write control characters; a filter may hold one between quotes.
    private static XAttribute Text(string name, string value) => new(name, TextRules.WithoutControls(value));
}
