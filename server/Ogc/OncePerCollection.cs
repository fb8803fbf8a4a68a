using System.Runtime.CompilerServices;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Ogc;

/// <summary>What follows from a collection alone is worked out once; definitions never change while the server runs.</summary>
internal sealed class OncePerCollection<T>(Func<CollectionDefinition, T> make)
    where T : class
{
    private readonly ConditionalWeakTable<CollectionDefinition, T> known = [];

    public T For(CollectionDefinition collection) => known.GetValue(collection, key => make(key));
}
