using System.Text.Json;
using NetTopologySuite;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Converters;

namespace SpatialPlan.Server.Tests.GisData;

/// <summary>A feature as it stands in a layer file, and the same drawn in metres, so that tolerances are lengths.</summary>
public sealed record DrawnFeature(string Code, JsonElement Properties, Geometry? Degrees)
{
    private Geometry? metres;

    public string NameZh => Properties.GetProperty("name_zh").GetString()!;

    public double AccuracyMetres => Properties.GetProperty("accuracy_m").GetDouble();

    /// <summary>What a message of a test calls it: the record's own would ask for metres, which what is not drawn has none of.</summary>
    public override string ToString() => $"{Code} {NameZh}";

    public Geometry Metres => metres ??= LocalMetres.Of(Degrees ?? throw new InvalidOperationException($"{Code} is not drawn"));
}

/// <summary>An equirectangular plane around the zone: true to 0.2 % within the map, which is all that a sketch needs.</summary>
public static class LocalMetres
{
    public const double PerDegreeOfLatitude = 110_952;
    public const double PerDegreeOfLongitude = 90_835;

    public static Geometry Of(Geometry degrees)
    {
        var copy = degrees.Copy();
        copy.Apply(new Scale());
        copy.GeometryChanged();
        return copy;
    }

    private sealed class Scale : IEntireCoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence sequence)
        {
            for (var i = 0; i < sequence.Count; i++)
            {
                sequence.SetX(i, sequence.GetX(i) * PerDegreeOfLongitude);
                sequence.SetY(i, sequence.GetY(i) * PerDegreeOfLatitude);
            }
        }
    }
}

/// <summary>Reads the layer files of the package, the very files that are loaded.</summary>
public static class TopologyLayers
{
    private static readonly JsonSerializerOptions GeoJson = new()
    {
        Converters = { new GeoJsonConverterFactory(NtsGeometryServices.Instance.CreateGeometryFactory(4490)) },
    };

    public static string Folder { get; } = Path.Combine(Repository.Root, "gis-data", "layers");

    public static string PathOf(string collection) => Path.Combine(Folder, collection + ".geojson");

    public static IReadOnlyDictionary<string, DrawnFeature> Read(string collection)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(PathOf(collection)));
        return document.RootElement.GetProperty("features").EnumerateArray()
            .Select(feature => new DrawnFeature(
                feature.GetProperty("id").GetString()!,
                feature.GetProperty("properties").Clone(),
                feature.GetProperty("geometry").Deserialize<Geometry>(GeoJson)))
            .ToDictionary(feature => feature.Code);
    }

    public static DrawnFeature Feature(string collection, string code) => Read(collection)[code];
}
