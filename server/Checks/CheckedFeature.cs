using System.Text.Json.Nodes;
using NetTopologySuite.Geometries;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Checks;

/// <summary>A feature that is to be stored, from whatever hand: a file, an import, a person.</summary>
/// <param name="Collection">The collection that shall have it.</param>
/// <param name="Code">Its code.</param>
/// <param name="Properties">What is said of it; what is computed when it is stored is not among them.</param>
/// <param name="Geometry">Its place in CGCS2000, longitude first; null when it has none.</param>
public sealed record CheckedFeature(CollectionDefinition Collection, string Code, JsonObject Properties, Geometry? Geometry)
{
    public string? Text(string name) => (string?)Properties[name];

    public double? Number(string name) => Properties[name]?.GetValue<double>();

    /// <summary>The entries of a property that is a list of objects; none when there is no such list.</summary>
    public IEnumerable<JsonObject> Entries(string name) => (Properties[name] as JsonArray ?? []).OfType<JsonObject>();
}
