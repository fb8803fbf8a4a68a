using System.Globalization;
using ProjNet.CoordinateSystems;
using ProjNet.CoordinateSystems.Transformations;

namespace SpatialPlan.Server.Geo;

/// <summary>A map projection and its inverse, by ProjNET; longitude and latitude are those of the projection's own datum.</summary>
internal sealed class Projection
{
    private readonly MathTransform forward;
    private readonly MathTransform inverse;

    private Projection(GeographicCoordinateSystem geographic, ProjectedCoordinateSystem projected)
    {
        var transformations = new CoordinateTransformationFactory();
        forward = transformations.CreateFromCoordinateSystems(geographic, projected).MathTransform;
        inverse = transformations.CreateFromCoordinateSystems(projected, geographic).MathTransform;
    }

    public static Projection WebMercator { get; } = new(GeographicCoordinateSystem.WGS84, ProjectedCoordinateSystem.WebMercator);

    /// <summary>The projection of gis-data/crs.</summary>
    public static Projection Defined(int srid) => new((GeographicCoordinateSystem)Definition(Crs.Store), (ProjectedCoordinateSystem)Definition(srid));

    public (double X, double Y) Forward(double longitude, double latitude) => forward.Transform(longitude, latitude);

    public (double X, double Y) Inverse(double x, double y) => inverse.Transform(x, y);

    private static CoordinateSystem Definition(int srid)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"crs/{srid}.wkt");
        using var stream = typeof(Projection).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException($"The program does not carry {name}.");
        using var reader = new StreamReader(stream);
        return new CoordinateSystemFactory().CreateFromWkt(reader.ReadToEnd());
    }
}
