namespace SpatialPlan.Server.SiteCheck;

/// <summary>Numbers as answers have them: no more digits than anybody can measure.</summary>
internal static class Written
{
    private const int Digits = 3;
    private const int DegreeDigits = 8;

    public static double Number(double value) => Math.Round(value, Digits);

    public static double Degree(double value) => Math.Round(value, DegreeDigits);

    /// <summary>m² as 亩.</summary>
    public static double Mu(double squareMetres) => Number(Geo.Mu.Of(squareMetres));
}
