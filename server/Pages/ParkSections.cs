using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Parks;

namespace SpatialPlan.Server.Pages;

/// <summary>The sections of a park's page, each with where the plan says so.</summary>
public sealed class ParkSections(Html html, PlanCatalogue catalogue, PageWords words, Func<string, string> reading)
{
    /// <summary>Why the park has to do with its industries.</summary>
    public void Grounds(Park park) => Section("park.grounds", park.Grounds.Count, () => Table(["park.industry", "park.degree", "park.words", "fact.citation"], () =>
    {
        foreach (var ground in park.Grounds)
        {
            Row(
                ground.IndustryChain is { } chain ? Term("industry_chain", chain) : Term("industry_cluster", ground.IndustryCluster!),
                Term("chain_degree", ground.Degree),
                ground.Words,
                ground.Citation);
        }
    }));

    /// <summary>Figures by indicator and year; those of several years are drawn as well.</summary>
    public void Targets(CollectionDefinition collection, Park park) => Section("park.targets", park.Targets.Count, () => Table(["park.indicator", "park.year", "fact.value", "fact.citation"], () =>
    {
        var largest = park.Targets.GroupBy(target => target.Indicator).ToDictionary(same => same.Key, same => same.Max(target => target.Value));
        foreach (var target in park.Targets.GroupBy(target => target.Indicator).SelectMany(same => same.OrderBy(target => target.Horizon)))
        {
            html.Element("tr", () =>
            {
                html.Element("th", Term("indicator", target.Indicator), ("scope", "row"))
                    .Element("td", target.Horizon is { } year ? year.ToString(CultureInfo.InvariantCulture) : words["park.no_year"])
                    .Element("td", () => html.Element("bdi", Amount(target))
                        .Element("span", "", ("class", "bar"), ("style", string.Create(CultureInfo.InvariantCulture, $"inline-size:{Share(target.Value, largest[target.Indicator])}%"))))
                    .Element("td", () => Place(target.Citation), ("class", "small"));
            });
        }
    }));

    /// <summary>Projects, enterprises and institutes that stand with the park.</summary>
    public void Neighbours(Park park, Func<Neighbour, string> address) => Section("park.neighbours", park.Neighbours.Count, () => html.Element("ul", () =>
    {
        foreach (var neighbour in park.Neighbours)
        {
            html.Element("li", () => html.Link(address(neighbour), words.IsChinese ? neighbour.NameZh : neighbour.NameEn ?? neighbour.NameZh)
                .Text($" · {words.Of(catalogue.FindCollection(neighbour.Collection)!.Title)} "));
        }
    }, ("class", "plain")));

    /// <summary>What applies to the park, also what applies to all.</summary>
    public void Policies(IReadOnlyList<JsonObject> policies) => Section("park.policies", policies.Count, () => Table(["park.policy", "park.policy_what", "fact.citation"], () =>
    {
        foreach (var policy in policies)
        {
            Row((string)policy[$"title_{words.Language}"]!, (string)policy[$"what_{words.Language}"]!, (policy["citations"] as JsonArray)?.FirstOrDefault());
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
                html.Element("li", $"{(words.IsChinese ? fact.Zh : fact.En)}{(unknown.Contains(fact.Code) ? $" · {words["not_stated"]}" : "")}", ("class", unknown.Contains(fact.Code) ? "chip ns" : "chip"));
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

    private void Row(string name, string second, string third, JsonNode? citation) => html.Element("tr", () => html
        .Element("th", name, ("scope", "row")).Element("td", second).Element("td", () => html.Element("q", third, ("lang", "zh-CN"))).Element("td", () => Place(citation), ("class", "small")));

    private void Row(string name, string second, JsonNode? citation) => html.Element("tr", () => html
        .Element("th", name, ("scope", "row")).Element("td", second).Element("td", () => Place(citation), ("class", "small")));

    private void Place(JsonNode? citation)
    {
        if (citation is not null && (string?)citation["paragraph"] is { } paragraph)
        {
            html.Link(reading(paragraph), LocatorWords.Of(citation, words));
        }
    }

    private string Amount(Target target)
    {
        var isMoney = target.Unit == "CNY";
        var amount = FactValue.Amount((double)target.Value, isMoney ? target.Unit : null, words);
        return $"{(target.Comparator == "eq" ? "" : Term("comparator", target.Comparator) + " ")}{amount}{(isMoney ? "" : " " + Term("unit", target.Unit))}";
    }

    private string Term(string vocabulary, string code) =>
        catalogue.Vocabularies.GetValueOrDefault(vocabulary)?.Find(code) is { } term ? words.Of(term) : code;

    private static int Share(decimal value, decimal largest) => Judgement.Share(value, largest);
}
