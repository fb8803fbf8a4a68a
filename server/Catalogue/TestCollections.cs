namespace SpatialPlan.Server.Catalogue;

/// <summary>
/// Collections that are no part of the plan: what a conformance test asks about (setting Plan:TestCollections). They can
/// be listed, read and filtered; map, tiles, search and exports know nothing of them. None until they are loaded.
/// </summary>
public sealed class TestCollections
{
    private volatile IReadOnlyList<CollectionDefinition> all = [];
    private volatile bool areAwaited;

    public IReadOnlyList<CollectionDefinition> All
    {
        get => all;
        set => all = value;
    }

    /// <summary>Whether a start has still to load them: until then the server serves, but is not ready.</summary>
    public bool AreAwaited
    {
        get => areAwaited;
        set => areAwaited = value;
    }

    public CollectionDefinition? Find(string id) => all.FirstOrDefault(collection => collection.Id == id);
}
