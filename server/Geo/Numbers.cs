using System.Globalization;
using System.Text.RegularExpressions;

namespace SpatialPlan.Server.Geo;

/// <summary>Finite numbers of a request; double.Parse alone would take NaN and Infinity.</summary>
public static partial class Numbers
{
    public static double? TryRead(string text) =>
        Number().IsMatch(text) && double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) is var number && double.IsFinite(number) ? number : null;

    [GeneratedRegex(@"\A[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]{1,5})?\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
