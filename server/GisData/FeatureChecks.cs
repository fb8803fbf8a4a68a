using System.Text.Json.Nodes;
using NetTopologySuite.Operation.Valid;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.GisData;

/// <summary>What a schema cannot say of features: codes that must exist, and what placement, origin and provenance demand.</summary>
public sealed class FeatureChecks(PlanCatalogue catalogue, IReadOnlyList<Layer> layers)
{
    /// <summary>Inferred from a name or a role, a place is never known better than this.</summary>
    public const double LeastAccuracyOfInferredMetres = 2000;

    private readonly CitationChecks citations = new(catalogue);

    private readonly HashSet<string> codes = [.. layers.SelectMany(layer => layer.Features).Select(feature => feature.Code)];

    public IEnumerable<PackageProblem> Run() => layers.SelectMany(Layer);

    private IEnumerable<PackageProblem> Layer(Layer layer)
    {
        foreach (var twice in layer.Features.SelectMany(OwnCodes).GroupBy(code => code).Where(same => same.Count() > 1))
        {
            yield return new PackageProblem(layer.File, $"feature {twice.Key}", "the code stands there more than once (other_codes count)");
        }

        foreach (var feature in layer.Features)
        {
            var reasons = PropertyChecks.Of(layer.Collection, feature, catalogue)
                .Concat(Placement(layer.Collection, feature))
                .Concat(Geometry(layer.Collection, feature))
                .Concat(citations.Of(layer.Collection, feature));
            foreach (var reason in reasons)
            {
                yield return new PackageProblem(layer.File, $"feature {feature.Code}", reason);
            }
        }
    }

    private static IEnumerable<string> OwnCodes(LayerFeature feature) =>
        feature.Properties["other_codes"] is JsonArray others ? [feature.Code, .. others.Select(other => other!.ToString())] : [feature.Code];

    private IEnumerable<string> Placement(CollectionDefinition collection, LayerFeature feature)
    {
        var properties = feature.Properties;
        var placement = (string?)properties["placement"];
        if ((placement == "unplaced") != (feature.Geometry is null))
        {
            yield return $"placement is {placement} and the geometry is {(feature.Geometry is null ? "null" : "not null")}";
        }

        if (placement == "inferred" && !(Number(properties, "accuracy_m") >= LeastAccuracyOfInferredMetres))
        {
            yield return $"an inferred place has an accuracy of {LeastAccuracyOfInferredMetres} m or more";
        }

        if (feature.Geometry is not null && properties["accuracy_m"] is null)
        {
            yield return "what is drawn says how accurate it is (accuracy_m)";
        }

        foreach (var name in new[] { "placed_by", "park" })
        {
            if (collection.Has(name) && (string?)properties[name] is { } other && !codes.Contains(other))
            {
                yield return $"{name} {other} is no feature of the package";
            }
        }

        if (Number(properties, "horizon_from") > Number(properties, "horizon_to"))
        {
            yield return "horizon_from is after horizon_to";
        }
    }

    private static IEnumerable<string> Geometry(CollectionDefinition collection, LayerFeature feature)
    {
        if (feature.Geometry is not { } geometry)
        {
            yield break;
        }

        var box = geometry.EnvelopeInternal;
        if (geometry.GeometryType != collection.GeometryType)
        {
            yield return $"the geometry is a {geometry.GeometryType} and the collection holds {collection.GeometryType}";
        }
        else if (geometry.IsEmpty)
        {
            yield return "the geometry is empty";
        }
        else if (!AreaOfUse.Contains(box))
        {
            yield return $"the geometry lies outside China ({box}); longitude comes first";
        }
        else if (new IsValidOp(geometry).ValidationError is { } fault)
        {
            yield return $"{fault.Message} at {fault.Coordinate.X} {fault.Coordinate.Y}";
        }
    }

    /// <summary>The area of use of CGCS2000, by the EPSG registry.</summary>
    private static readonly NetTopologySuite.Geometries.Envelope AreaOfUse = new(73.62, 134.77, 16.7, 53.56);

    private static double? Number(JsonObject properties, string name) => properties[name]?.GetValue<double>();
}
