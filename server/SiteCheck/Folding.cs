using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.SiteCheck;

/// <summary>
/// What the accuracy of a layer leaves open is one row a layer: which one would decide it, and how many findings it would
/// decide. Most first: what to survey next.
/// </summary>
public static class Folding
{
    public const string Code = "undecided";

    private static readonly CheckRule Row = new(Code, Code, Severity.Info, null, null, default);

    /// <summary>Attention first (errors, warnings, info), then what fits, what was looked at, what is open, what cannot be checked.</summary>
    /// <param name="findings">Of all rules.</param>
    /// <param name="most">Of a layer so many are named in its row; how many there are is said.</param>
    /// <param name="catalogue">Has the titles of layers.</param>
    public static IReadOnlyList<Finding> Fold(IReadOnlyList<Finding> findings, int most, PlanCatalogue catalogue)
    {
        var folded = findings.Where(IsOpen)
            .GroupBy(finding => finding.Layer!)
            .OrderByDescending(layer => layer.Count()).ThenBy(layer => layer.Key, StringComparer.Ordinal)
            .Select(layer => Fold(layer.Key, [.. layer], most, catalogue)).ToList();
        var open = findings.Where(IsOpen).ToHashSet(ReferenceEqualityComparer.Instance);
        var (first, rest) = (findings.Take(1), findings.Skip(1).Where(finding => !open.Contains(finding)).ToList());
        return
        [
            .. first,
            .. rest.Where(finding => finding.Outcome != Outcome.CannotCheck).OrderBy(finding => finding.Outcome).ThenBy(finding => finding.Outcome == Outcome.Attention ? finding.Severity : 0),
            .. folded,
            .. rest.Where(finding => finding.Outcome == Outcome.CannotCheck),
        ];
    }

    private static bool IsOpen(Finding finding) => finding.Layer is not null && finding.Outcome == Outcome.CannotCheck && finding.Range is not null;

    private static Finding Fold(string layer, IReadOnlyList<Finding> findings, int most, PlanCatalogue catalogue)
    {
        var title = catalogue.FindCollection(layer)?.Title;
        return new Finding(Row, Outcome.CannotCheck)
        {
            Key = layer,
            Layer = layer,
            Value = findings.Count,
            Args = new()
            {
                ["decides"] = findings.Count,
                ["accuracy_m"] = findings.Max(finding => finding.Subject?.AccuracyM),
                ["title_zh"] = title?.Zh,
                ["title_en"] = title?.En,
            },
            Folded = [.. findings.OrderByDescending(finding => finding.Range!.Value.Most).Take(most)],
        };
    }
}
