using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Ogc;

/// <summary>From the id in an address to a collection of the catalogue that is for everybody; there is no other way to a table.</summary>
public sealed class CollectionFinder(PlanCatalogue catalogue, TestCollections tests)
{
    /// <summary>The collections of the plan.</summary>
    public IReadOnlyList<CollectionDefinition> All { get; } = [.. catalogue.Collections.Where(collection => collection.Audience.IsPublic)];

    /// <summary>What can be read and filtered: the collections of the plan, and after them those of a conformance test.</summary>
    public IEnumerable<CollectionDefinition> Readable => All.Concat(tests.All);

    public IReadOnlyDictionary<string, Vocabulary> Vocabularies => catalogue.Vocabularies;

    public CollectionDefinition Get(string id) =>
        Find(id) ?? throw RequestException.Unknown("collection-unknown", new { collection = QueryReader.Shortened(id) });

    /// <summary>One of <see cref="Readable"/>.</summary>
    public CollectionDefinition GetReadable(string id) => tests.Find(id) ?? Get(id);

    /// <summary>Facets, tiles, exports and pages are of the plan.</summary>
    public bool IsOfPlan(CollectionDefinition collection) => Find(collection.Id) is not null;

    /// <summary>The collections a parameter names between commas, in the order of the catalogue; all of them when it is not there.</summary>
    public IReadOnlyList<CollectionDefinition> Named(string? ids)
    {
        if (string.IsNullOrEmpty(ids))
        {
            return All;
        }

        var names = ids.Split(',').ToHashSet(StringComparer.Ordinal);
        return names.FirstOrDefault(name => Find(name) is null) is { } unknown
            ? throw RequestException.Malformed("collection-unknown", new { collection = QueryReader.Shortened(unknown) })
            : [.. All.Where(collection => names.Contains(collection.Id))];
    }

    public static RequestException UnknownFeature(string code) => RequestException.Unknown("feature-unknown", new { code = QueryReader.Shortened(code) });

    private CollectionDefinition? Find(string id) => catalogue.FindCollection(id) is { Audience.IsPublic: true } found ? found : null;
}
