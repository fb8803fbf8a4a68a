using System.Globalization;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Parks;

namespace SpatialPlan.Server.Pages.Parks;

/// <summary>The targets of a park over the horizons: for each indicator a small chart, and each figure with its place.</summary>
public sealed class TargetCharts(Html html, PlanCatalogue catalogue, PageWords words, CitedPlaces places)
{
    private const int Column = 56;
    private const int Bar = 30;
    private const int Top = 6;
    private const int Tallest = 60;
    private const int Height = Top + Tallest + 18;

    private readonly ParkNames names = new(catalogue, words);

    /// <param name="park">Whose targets.</param>
    /// <param name="all">Those that a column is measured by: the largest of an indicator is as tall as can be.</param>
    public void Write(Park park, IReadOnlyList<Park> all) => html.Element("ul", () =>
    {
        foreach (var same in park.Targets.GroupBy(target => (target.Indicator, target.Unit)))
        {
            var largest = all.SelectMany(one => one.Targets).Where(target => (target.Indicator, target.Unit) == same.Key).Max(target => target.Value);
            html.Element("li", () => Chart(names.Term("indicator", same.Key.Indicator), [.. same.OrderBy(target => target.Horizon ?? int.MaxValue)], largest));
        }
    }, ("class", "charts")).Element("p", words["chart.scale"], ("class", "small"));

    private void Chart(Said indicator, List<Target> targets, decimal largest)
    {
        var says = words.Say("chart.alternative", indicator.Text, string.Join(words["separator"], targets.Select(target => $"{Year(target)} {Amount(target)}")));
        html.Element("h3", indicator, words)
            .Element("svg", () =>
            {
                for (var place = 0; place < targets.Count; place++)
                {
                    Draw(targets[place], place, Judgement.Share(targets[place].Value, largest));
                }

                html.Element("path", "", ("class", "base"), ("d", $"M0 {Top + Tallest}H{targets.Count * Column}"));
            }, ("role", "img"), ("aria-label", says), ("viewBox", $"0 0 {targets.Count * Column} {Height}"), ("width", Number(targets.Count * Column)), ("height", Number(Height)))
            .Element("ul", () => targets.ForEach(target => html.Element("li", () =>
            {
                html.Text(Year(target)).Text(" ").Element("bdi", Amount(target), ("class", "amount")).Text(" ");
                places.Write(target.Citation);
            })), ("class", "plain"));
    }

    /// <summary>A column as tall as its share; one without a year is hatched, for nobody knows when.</summary>
    private void Draw(Target target, int place, int share)
    {
        var (left, tall) = ((place * Column) + ((Column - Bar) / 2), share * Tallest / Judgement.Whole);
        html.Element("rect", "", ("class", target.Horizon is null ? "column open" : "column"), ("x", Number(left)), ("y", Number(Top + Tallest - tall)), ("width", Number(Bar)), ("height", Number(tall)))
            .Element("text", target.Horizon is { } year ? Number(year) : words["chart.no_year"], ("x", Number((place * Column) + (Column / 2))), ("y", Number(Height - 3)));
    }

    private string Year(Target target) => target.Horizon is { } year ? words.Say("year", year) : words["park.no_year"];

    private string Amount(Target target) => FactValue.Measured((double)target.Value, target.Unit, target.Comparator, catalogue, words);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
