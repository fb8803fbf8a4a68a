using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Checks;
using SpatialPlan.Server.SiteCheck;
using SpatialPlan.Server.Web;
using SpatialPlan.Server.Writing;

namespace SpatialPlan.Server.Drafts;

/// <summary>
/// What a draft may hold: properties of its collection that people give, whatever their values are meanwhile, and a shape as it
/// stands. Who recorded what, in which state and version, is not said by those who write.
/// </summary>
public static class DraftContent
{
    public const int LongestCode = 100;
    private const int LongestNote = 2000;
    private const int LongestContact = 200;

    /// <summary>The collection that a body names.</summary>
    public static CollectionDefinition Collection(JsonObject part, PlanCatalogue catalogue)
    {
        var id = RequestBody.RequiredText(part, "collection", LongestCode);
        return catalogue.FindCollection(id) ?? throw RequestBody.Invalid("collection-unknown", new { collection = id });
    }

    /// <summary>{based_on, properties, geometry, note, check_reasons, contact} of a body.</summary>
    /// <param name="body">What was sent.</param>
    /// <param name="collection">What it is of.</param>
    /// <param name="owner">Whose properties it may say too.</param>
    public static JsonObject Read(JsonObject body, CollectionDefinition collection, CollectionDefinition? owner = null) => new()
    {
        ["based_on"] = RequestBody.Version(body, "based_on"),
        ["properties"] = Properties(body, collection, owner),
        ["geometry"] = Shape(body),
        ["note"] = RequestBody.Text(body, "note", LongestNote),
        [FindingReason.Member] = CheckReasons(body),
        ["contact"] = RequestBody.Text(body, "contact", LongestContact),
    };

    /// <summary>What the author says to the findings of the check, in the one form of it.</summary>
    public static JsonArray CheckReasons(JsonObject body) => new([.. FindingReason.Read(body[FindingReason.Member]).Select(reason => (JsonNode)reason.Json)]);

    /// <summary>The properties of a body, each one that people give.</summary>
    private static JsonObject Properties(JsonObject body, CollectionDefinition collection, CollectionDefinition? owner)
    {
        var properties = RequestBody.Members(body, "properties");
        foreach (var (name, _) in properties)
        {
            if ((collection.FindProperty(name) ?? owner?.FindProperty(name)) is not { } property)
            {
                throw RequestBody.Invalid("property-unknown", new { property = QueryReader.Shortened(name), collection = collection.Id });
            }

            if (property.IsComputed)
            {
                throw RequestBody.Invalid("property-computed", new { property = name });
            }
        }

        return properties;
    }

    private static JsonNode? Shape(JsonObject body) => body["geometry"] switch
    {
        null => null,
        JsonObject shape => shape.DeepClone(),
        _ => throw RequestBody.Invalid("property-type", new { property = "geometry", type = "object" }),
    };
}
