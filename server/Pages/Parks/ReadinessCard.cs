using SpatialPlan.Server.Parks;

namespace SpatialPlan.Server.Pages.Parks;

/// <summary>The card in the manner of 标准地: a grade by a visible rule, and of each item whether it is known and from where.</summary>
public sealed class ReadinessCard(Html html, PageWords words, CitedPlaces places)
{
    public void Write(ReadinessRules rules, Readiness readiness)
    {
        html.Element("p", () => html
            .Element("strong", readiness.Grade is { } grade ? words.Say("park.grade", grade) : words["park.no_grade"], ("class", "grade"))
            .Text(" ").Text(words.Say("park.readiness_known", readiness.Known, readiness.Entries.Count)));
        html.Element("ul", () =>
        {
            foreach (var entry in readiness.Entries)
            {
                html.Element("li", () => Entry(entry));
            }
        }, ("class", "entries"));
        html.Element("p", words.Said(rules.RuleZh, rules.RuleEn, rules.RuleJa, rules.RuleKo), words, ("class", "small"));
    }

    private void Entry(ReadinessEntry entry)
    {
        html.Element("span", words.Said(entry.Item.Zh, entry.Item.En, entry.Item.Ja, entry.Item.Ko), words);
        var (word, kind) = entry.State switch
        {
            ReadinessState.Confirmed => (words.Say("park.confirmed", words.Day(entry.ConfirmedOn!)), "chip"),
            ReadinessState.Known => (words["park.stated"], "chip"),
            _ => (words["not_stated"], "chip ns"),
        };
        html.Element("span", () =>
        {
            html.Element("span", word, ("class", kind)).Text(" ");
            places.Write(entry.Citation);
        });
    }
}
