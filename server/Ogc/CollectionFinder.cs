using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Ogc;

/// <summary>From the id in an address to a collection of the catalogue; there is no other way to a table.</summary>
public sealed class CollectionFinder(PlanCatalogue catalogue)
{
    private const int LongestEcho = 100;

    public IReadOnlyList<CollectionDefinition> All => catalogue.Collections;

    public IReadOnlyDictionary<string, Vocabulary> Vocabularies => catalogue.Vocabularies;

    public CollectionDefinition Get(string id) =>
        catalogue.FindCollection(id) ?? throw RequestException.Unknown("collection-unknown", new { collection = Shorten(id) });

    public static RequestException UnknownFeature(string code) => RequestException.Unknown("feature-unknown", new { code = Shorten(code) });

    private static string Shorten(string text) => text.Length <= LongestEcho ? text : text[..LongestEcho];
}
