using System.Globalization;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Parks;

namespace SpatialPlan.Server.Pages.Parks;

/// <summary>The sections of a park's page, each with where the plan says so.</summary>
public sealed class ParkSections(Html html, PlanCatalogue catalogue, PageWords words, Func<string, string> reading)
{
    private readonly ParkNames names = new(catalogue, words);

    /// <summary>Why the park has to do with its industries.</summary>
    public void Grounds(Park park) => Section("park.grounds", park.Grounds.Count, () => Table(["park.industry", "park.degree", "park.words", "fact.citation"], () =>
    {
        foreach (var ground in park.Grounds)
        {
            html.Element("tr", () => html
                .Element("th", ground.IndustryChain is { } chain ? names.Term("industry_chain", chain) : names.Term("industry_cluster", ground.IndustryCluster!), words, ("scope", "row"))
                .Element("td", names.Term("chain_degree", ground.Degree), words)
                .Element("td", () => html.Element("q", ground.Words, ("lang", "zh-CN")))
                .Element("td", () => Place(ground.Citation), ("class", "small")));
        }
    }));

    /// <summary>Figures by indicator and year, each beside the largest of its indicator.</summary>
    public void Targets(Park park) => Section("park.targets", park.Targets.Count, () => Table(["park.indicator", "park.year", "fact.value", "fact.citation"], () =>
    {
        var largest = park.Targets.GroupBy(target => target.Indicator).ToDictionary(same => same.Key, same => same.Max(target => target.Value));
        foreach (var target in park.Targets.GroupBy(target => target.Indicator).SelectMany(same => same.OrderBy(target => target.Horizon)))
        {
            html.Element("tr", () =>
            {
                html.Element("th", names.Term("indicator", target.Indicator), words, ("scope", "row"))
                    .Element("td", target.Horizon is { } year ? words.Say("year", year) : words["park.no_year"])
                    .Element("td", () => html.Element("bdi", FactValue.Measured((double)target.Value, target.Unit, target.Comparator, catalogue, words))
                        .Element("span", "", ("class", "bar"), ("style", string.Create(CultureInfo.InvariantCulture, $"inline-size:{Judgement.Share(target.Value, largest[target.Indicator])}%"))))
                    .Element("td", () => Place(target.Citation), ("class", "small"));
            });
        }
    }));

    /// <summary>Projects, enterprises and institutes that stand with the park.</summary>
    public void Neighbours(Park park, Func<Neighbour, string> address) => Section("park.neighbours", park.Neighbours.Count, () => html.Element("ul", () =>
    {
        foreach (var neighbour in park.Neighbours)
        {
            html.Element("li", () => html.Element("a", names.Feature(neighbour.Code, neighbour.NameZh, neighbour.NameEn), words, ("href", address(neighbour)))
                .Text(" · ").Say(words.Said(catalogue.FindCollection(neighbour.Collection)!.Title), words));
        }
    }, ("class", "plain")));

    /// <summary>What applies to the park, also what applies to all.</summary>
    public void Policies(IReadOnlyList<JsonObject> policies) => Section("park.policies", policies.Count, () => Table(["park.policy", "park.policy_what", "fact.citation"], () =>
    {
        foreach (var policy in policies)
        {
            html.Element("tr", () => html
                .Element("th", Text(policy, "title"), words, ("scope", "row"))
                .Element("td", Text(policy, "what"), words)
                .Element("td", () => Place((policy["citations"] as JsonArray)?.FirstOrDefault()), ("class", "small")));
        }
    }));

    /// <summary>How much of what should be known is known, and what is to be asked.</summary>
    public void Known(MatchRules rules, Park park)
    {
        var unknown = Facts.NotStated(rules, park).ToHashSet();
        html.Element("h2", words.Say("park.known", rules.Facts.Count - unknown.Count, rules.Facts.Count)).Element("ul", () =>
        {
            foreach (var fact in rules.Facts)
            {
                var isUnknown = unknown.Contains(fact.Code);
                html.Element("li", () => html.Say(words.Said(fact.Zh, fact.En, fact.Ja, fact.Ko), words).Text(isUnknown ? $" · {words["not_stated"]}" : ""), ("class", isUnknown ? "chip ns" : "chip"));
            }
        }, ("class", "chips"));
    }

    /// <summary>Whom to ask; that nobody is named is said.</summary>
    public void Contact()
    {
        var contact = catalogue.Product.Contact;
        string[] parts = [.. new[] { contact.Name, contact.Email, contact.Url }.Where(part => part.Length > 0)];
        html.Element("h2", words["park.contact"]).Element("p", parts.Length > 0 ? string.Join(" · ", parts) : words["park.no_contact"]);
    }

    private void Section(string title, int count, Action content)
    {
        html.Element("h2", words[title]);
        if (count == 0)
        {
            html.Element("p", () => html.Element("span", words["not_stated"], ("class", "chip ns")));
        }
        else
        {
            content();
        }
    }

    private void Table(string[] columns, Action rows) => html.Element("table", () => html
        .Element("thead", () => html.Element("tr", () => Array.ForEach(columns, column => html.Element("th", words[column], ("scope", "col")))))
        .Element("tbody", rows), ("class", "facts"));

    private Said Text(JsonObject policy, string member)
    {
        string? In(string language) => (string?)policy[$"{member}_{language}"];
        return words.Said(In(Languages.Chinese)!, In(Languages.English), In(Languages.Japanese), In(Languages.Korean));
    }

    private void Place(JsonNode? citation)
    {
        if (citation is not null && (string?)citation["paragraph"] is { } paragraph)
        {
            html.Link(reading(paragraph), LocatorWords.Of(citation, words));
        }
    }
}
