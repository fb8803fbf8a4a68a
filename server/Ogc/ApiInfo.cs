using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Ogc;

/// <summary>The head of the OpenAPI document: what the API is, under which licence, and whom to ask (an empty object when nobody is named).</summary>
public static class ApiInfo
{
    public static JsonObject Of(Product product, string language)
    {
        var contact = new JsonObject();
        foreach (var (member, text) in new[] { ("name", product.Contact.Name), ("email", product.Contact.Email), ("url", product.Contact.Url) })
        {
            if (text.Length > 0)
            {
                contact[member] = text;
            }
        }

        return new JsonObject
        {
            ["title"] = product.Title.In(language),
            ["description"] = product.Description.In(language),
            ["version"] = ProductVersion.Text,
            ["contact"] = contact,
            ["license"] = new JsonObject { ["name"] = product.Licence.In(language), ["url"] = product.Licence.Url },
            ["x-keywords"] = new JsonArray([.. product.Keywords.In(language).Select(word => (JsonNode)word)]),
        };
    }
}
