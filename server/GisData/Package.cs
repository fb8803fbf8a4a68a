using System.Text.Json;
using System.Text.Json.Nodes;
using NetTopologySuite.Geometries;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.GisData;

/// <summary>gis-data as it stands on disk, checked: what it says holds together, and nothing in it is computed yet.</summary>
public sealed record Package(PlanCatalogue Catalogue, IReadOnlyList<Layer> Layers, IReadOnlyList<PlanTarget> Targets, PlanLists Lists);

/// <summary>The features of one collection. A collection without a file is left as it is by a load.</summary>
public sealed record Layer(string File, CollectionDefinition Collection, IReadOnlyList<LayerFeature> Features);

/// <summary>A feature as the file has it.</summary>
public sealed record LayerFeature(string Code, JsonObject Properties, Geometry? Geometry);

/// <summary>A target of the zone or of an industry cluster, with the rest of its entry as the file has it.</summary>
public sealed record PlanTarget(string SubjectKind, string SubjectCode, JsonElement Entry);
