using System.Globalization;
using System.Text.RegularExpressions;

namespace SpatialPlan.Server.Plan.Text;

/// <summary>
/// A figure as the plan writes it: a number, perhaps 万 or 亿, perhaps a unit of area, and where it stands. The data holds
/// yuan and square metres; 7.5亿元 and 750000000 are one figure, 196亩 and 130666.67 m² another.
/// </summary>
public readonly partial record struct StatedFigure(int Start, int Length, decimal Number, decimal Myriad, string Area)
{
    private const decimal SquareMetresPerMu = 10_000m / 15;

    /// <summary>Figures are written with up to two decimals of 亿, and 亩 in m² has no end.</summary>
    private const decimal RelativeTolerance = 0.000_01m;

    private const string Spelt = "〇一二三四五六七八九十";

    public static IEnumerable<StatedFigure> In(string text) => Pattern().Matches(text).Select(match => new StatedFigure(
        match.Index,
        match.Length,
        Parse(match.Groups["value"].Value),
        match.Groups["myriad"].Value switch { "万" => 10_000m, "亿" => 100_000_000m, "万亿" => 1_000_000_000_000m, _ => 1m },
        match.Groups["area"].Value));

    /// <summary>Whether this is the value; the unit is a code of the vocabulary unit, or null for a bare number.</summary>
    /// <remarks>A row of the table prints 亿 or 万 once, in its name.</remarks>
    public bool Is(decimal value, string? unit, bool inTable = false)
    {
        var plain = Number * Myriad;
        var size = Math.Abs(value);
        return unit == "m2" ? Same(plain * SquareMetres(), size)
            : Same(plain, size) || inTable && unit is "jin" or "tce" && (Same(plain * 100_000_000m, size) || Same(plain * 10_000m, size));
    }

    /// <summary>Whether the figure says that it is an area.</summary>
    public bool IsArea => Area.Length > 0;

    /// <summary>The figure in m².</summary>
    public decimal InSquareMetres => Number * Myriad * SquareMetres();

    private decimal SquareMetres() => Area switch
    {
        "亩" => SquareMetresPerMu,
        "公顷" => 10_000m,
        "平方公里" => 1_000_000m,
        _ => 1m,
    };

    private static bool Same(decimal one, decimal other) => Math.Abs(one - other) <= RelativeTolerance * Math.Max(one, other);

    private static decimal Parse(string value) =>
        value.Length == 1 && (value is "两" || Spelt.Contains(value, StringComparison.Ordinal))
            ? value is "两" ? 2 : Spelt.IndexOf(value, StringComparison.Ordinal)
            : decimal.Parse(value, NumberStyles.Number, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?:(?<![0-9.])(?<value>[0-9]{1,12}(?:\.[0-9]{1,6})?)|(?<value>[一两二三四五六七八九十]))\s*余?(?<myriad>万亿|[万亿])?余?\s*(?<area>亩|公顷|平方公里|平方米)?", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
