using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Ogc;

namespace SpatialPlan.Server.Export;

/// <summary>Exports in the links of a collection (the relation enclosure: the whole of it as a file) and in the OpenAPI document.</summary>
public sealed class ExportDescription : IOgcAddition
{
    public IEnumerable<Link> LinksOf(CollectionDefinition collection, Func<string, string> address) =>
        ExportFormat.All.Select(format => new Link(address($"/export?f={format.Name}"), "enclosure", format.MediaType, format.Name));

    public void Describe(JsonObject paths, PlanCatalogue catalogue)
    {
        foreach (var collection in catalogue.Collections.Where(collection => collection.Audience.IsPublic))
        {
            paths[$"/collections/{collection.Id}/export"] = OpenApiDocument.Path(
                $"export_{collection.TableName}",
                $"{collection.Title.En}: a file of what is selected",
                OpenApiOperation.Export,
                [Format(), OneOf("encoding", "Of a shapefile", "utf-8", "gbk"), OneOf("package", "The file with its description beside it", "zip"), OneOf("lang", "Of the names in a layer definition", "zh", "en"), .. OpenApiDocument.Exportable(collection, catalogue)],
                [.. ExportFormat.All.Select(format => format.MediaType).Append(Links.Json).Distinct()]);
        }
    }

    private static JsonObject Format()
    {
        var format = OneOf("f", "The format; metadata is the description of the export alone", [.. ExportFormat.All.Select(format => format.Name), ExportQuery.Metadata]);
        format["required"] = true;
        return format;
    }

    private static JsonObject OneOf(string name, string description, params string[] values) => OpenApiDocument.Query(
        name, description, new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. values.Select(value => (JsonNode)value)]) });
}
