using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Ogc;

/// <summary>What another folder hangs into the OGC API: how a collection links to it and how the document describes it.</summary>
public interface IOgcAddition
{
    /// <summary>Links of a collection; <paramref name="address"/> makes an address of what follows it.</summary>
    IEnumerable<Link> LinksOf(CollectionDefinition collection, Func<string, string> address) => [];

    /// <summary>Adds to the paths of the OpenAPI document.</summary>
    void Describe(JsonObject paths, PlanCatalogue catalogue)
    {
    }

    /// <summary>Adds to the whole document what may be named from several places of it.</summary>
    void Complete(JsonObject document, PlanCatalogue catalogue)
    {
    }
}
