using System.Globalization;
using System.Text.Json.Nodes;

namespace SpatialPlan.Server.IntegrationTests.SiteCheck;

/// <summary>What <see cref="PlainSql"/> says of a site and of what lies there; Last is how far off an overlap may be in per cent, or the area of the site.</summary>
internal sealed record PlainRow(string Rule, string Code, string Outcome, double Value, double Least, double Most, double Last)
{
    /// <summary>Per cent: what is wider than this cannot be checked.</summary>
    private const double Undecided = 50;

    public string Id => $"{Rule}:{Code}";

    /// <summary>The rows of each site.</summary>
    public static ILookup<int, PlainRow> Read(IEnumerable<string> rows) => rows.Select(row => row.Split('|')).ToLookup(
        row => int.Parse(row[0], CultureInfo.InvariantCulture),
        row => new PlainRow(row[1], row[2], row[3], Number(row[4]), Number(row[5]), Number(row[6]), Number(row[7])));

    /// <summary>So close to the border that either outcome is right.</summary>
    public bool IsAtTheBorder(double tolerance) => Math.Abs(Most - Least - Undecided) < tolerance;

    public bool HasOutcomeOf(JsonNode finding, double tolerance) => Outcome == (string?)finding["outcome"] || IsAtTheBorder(tolerance);

    public bool HasValuesOf(JsonNode finding, double tolerance)
    {
        return Near(Value, finding["value"]!) && Near(Least, finding["range"]![0]!) && Near(Most, finding["range"]![1]!);
        bool Near(double one, JsonNode other) => Math.Abs(one - (double)other) <= tolerance + (1e-6 * Math.Abs(one));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
