namespace SpatialPlan.Server.GisData;

/// <summary>What a load did to a collection. Kept = the package changed, but people or an import had changed the feature.</summary>
public sealed record LayerReport(string Collection, int Added, int Changed, int Withdrawn, int Unchanged, IReadOnlyList<string> Kept);

/// <summary>What a load did; <see cref="NothingNew"/> when the package is the one loaded last.</summary>
public sealed record LoadReport(long Revision, bool NothingNew, IReadOnlyList<LayerReport> Layers)
{
    public bool IsChange => Layers.Any(layer => layer.Added + layer.Changed + layer.Withdrawn > 0);
}
