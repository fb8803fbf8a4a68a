using SpatialPlan.Server.Ogc;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Export;

/// <summary>A page of items in a format that exports are written in.</summary>
public sealed class ItemExport(ExportFormat format, string mediaType, ExportEndpoints exports) : IItemFormat
{
    public string Name => format.Name;

    public string MediaType => mediaType;

    public Task Write(ItemQuery page, HttpContext context)
    {
        var query = new ExportQuery(page.Selection, format, page.Output, IsGbk: false, IsZip: false, Filter: "", Language: null)
        {
            Order = page.Order,
            Content = page.Content,
            PageType = format.Driver is null ? format.MediaType : mediaType,
        };
        if (format.Driver is not null && !query.HasGeometry)
        {
            throw RequestException.Malformed("parameter-not-for-format", new { parameter = "skipGeometry", value = Name });
        }

        return exports.Send(query, context);
    }
}
