using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Drafts;

/// <summary>What the code of a new feature begins with: the role of its collection (site-2026-0001), or the collection where it has none.</summary>
public static class CodePrefix
{
    public static string Of(CollectionDefinition collection) => collection.Role is { } role ? role.ToString().ToLowerInvariant() : collection.Id;
}
