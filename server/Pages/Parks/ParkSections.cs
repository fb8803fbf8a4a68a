using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Parks;

namespace SpatialPlan.Server.Pages.Parks;

/// <summary>The sections of a park's page, each with where the plan says so, or the rule by which it is reckoned.</summary>
public sealed class ParkSections(Html html, PlanCatalogue catalogue, PageWords words, CitedPlaces places)
{
    private readonly ParkNames names = new(catalogue, words);

    /// <summary>Why the park has to do with its industries; each leads to the panorama of its chain.</summary>
    public void Grounds(Park park, Func<string, string> panorama) => Section("park.grounds", park.Grounds.Count, () => Table(["park.industry", "park.degree", "park.words", "fact.citation"], () =>
    {
        foreach (var ground in park.Grounds)
        {
            html.Element("tr", () => html
                .Element("th", () =>
                {
                    if (ground.IndustryChain is { } chain)
                    {
                        html.Element("a", names.Term("industry_chain", chain), words, ("href", panorama(chain)));
                    }
                    else
                    {
                        html.Say(names.Term("industry_cluster", ground.IndustryCluster!), words);
                    }
                }, ("scope", "row"))
                .Element("td", names.Term("chain_degree", ground.Degree), words)
                .Element("td", () => html.Element("q", ground.Words, ("lang", "zh-CN")))
                .Element("td", () => places.Write(ground.Citation), ("class", "small")));
        }
    }));

    public void Targets(Park park, IReadOnlyList<Park> all) => Section("park.targets", park.Targets.Count, () => new TargetCharts(html, catalogue, words, places).Write(park, all));

    /// <summary>Targets of money for each mu, where the plan states both numbers.</summary>
    public void PerMu(Park park, string? areaProperty)
    {
        var figures = SpatialPlan.Server.Parks.PerMu.Of(park, areaProperty);
        html.Element("h3", words["park.per_mu"]);
        if (figures is not { Count: > 0 })
        {
            html.Element("p", () => html.Element("span", words[figures is null ? "park.no_area" : "park.no_money"], ("class", "chip ns")));
        }
        else
        {
            html.Element("ul", () =>
            {
                foreach (var (target, value) in figures)
                {
                    html.Element("li", () =>
                    {
                        html.Say(names.Term("indicator", target.Indicator), words).Text(" ").Text(target.Horizon is { } year ? words.Say("year", year) : words["park.no_year"]).Text(" ")
                            .Element("bdi", FactValue.Amount((double)value, "CNY/mu", words), ("class", "amount")).Text(" ");
                        places.Write(target.Citation);
                    });
                }
            }, ("class", "plain"));
        }

        html.Element("p", words["park.per_mu_rule"], ("class", "small"));
    }

    public void Readiness(MatchRules rules, Park park)
    {
        if (rules.Readiness is { } card && park.Readiness is { } readiness)
        {
            html.Element("h2", words["park.readiness"]);
            new ReadinessCard(html, words, places).Write(card, readiness);
        }
    }

    public void Nearby(MatchRules rules, Park park, Func<Neighbour, string> address)
    {
        var nearby = new Nearby(html, catalogue, words);
        html.Element("h2", words["park.nearby"]);
        if (nearby.Rule(rules) is { } rule)
        {
            html.Element("h3", words["compare.access"]).Element("p", () => nearby.Hub(Criteria.Access(rules, park).Raw)).Element("p", rule, words, ("class", "small"));
        }

        html.Element("h3", words["park.neighbours"]);
        if (park.Neighbours.Count > 0)
        {
            nearby.Neighbours(park, address);
        }
        else
        {
            html.Element("p", () => html.Element("span", words["not_stated"], ("class", "chip ns")));
        }
    }

    /// <summary>What applies to the park, also what applies to all.</summary>
    public void Policies(IReadOnlyList<JsonObject> policies) => Section("park.policies", policies.Count, () => new PolicyList(html, catalogue, words, places).Write(policies));

    /// <summary>How much of what should be known is known, and what is to be asked.</summary>
    public void Known(MatchRules rules, Park park)
    {
        var unknown = park.NotStated.ToHashSet();
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
}
