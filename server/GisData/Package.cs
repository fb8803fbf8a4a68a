using System.Text.Json;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Checks;

namespace SpatialPlan.Server.GisData;

/// <summary>gis-data as it stands on disk, checked: what it says holds together, and nothing in it is computed yet.</summary>
public sealed record Package(PlanCatalogue Catalogue, IReadOnlyList<Layer> Layers, IReadOnlyList<PlanTarget> Targets, PlanLists Lists);

/// <summary>The features of one collection. A collection without a file is left as it is by a load.</summary>
public sealed record Layer(string File, CollectionDefinition Collection, IReadOnlyList<CheckedFeature> Features);

/// <summary>A target of the zone or of an industry cluster, with the rest of its entry as the file has it.</summary>
public sealed record PlanTarget(string SubjectKind, string SubjectCode, JsonElement Entry);
