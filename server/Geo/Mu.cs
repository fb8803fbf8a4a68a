namespace SpatialPlan.Server.Geo;

/// <summary>亩, the unit of land in the plan: fifteen are a hectare.</summary>
public static class Mu
{
    private const double SquareMetres = 10_000.0 / 15;

    /// <summary>m² as 亩.</summary>
    public static double Of(double squareMetres) => squareMetres / SquareMetres;
}
