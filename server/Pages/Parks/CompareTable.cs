using System.Globalization;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Parks;

namespace SpatialPlan.Server.Pages.Parks;

/// <summary>The rows of a comparison as a table, in groups; what is the same for all stands below it when only differences are wanted.</summary>
public sealed class CompareTable(Html html, PlanCatalogue catalogue, PageWords words, MatchRules rules, CollectionDefinition collection, CitedPlaces places)
{
    private readonly ParkNames names = new(catalogue, words);
    private readonly Nearby nearby = new(html, catalogue, words);

    public void Write(IReadOnlyList<Park> parks, bool isAll, Action<Park> head)
    {
        var rows = Comparison.Rows(rules, parks);
        var shown = rows.Where(row => isAll || row.Differs || parks.Count == 1).ToList();
        html.Element("div", () => html.Element("table", () =>
        {
            html.Element("thead", () => html.Element("tr", () =>
            {
                html.Element("td", "");
                foreach (var park in parks)
                {
                    html.Element("th", () => head(park), ("scope", "col"));
                }
            }));
            foreach (var group in shown.GroupBy(Group))
            {
                html.Element("tbody", () =>
                {
                    html.Element("tr", () => html.Element("th", words[group.Key], ("scope", "rowgroup"), ("colspan", (parks.Count + 1).ToString(CultureInfo.InvariantCulture))), ("class", "group"));
                    foreach (var row in group)
                    {
                        Row(row);
                    }
                });
            }
        }, ("class", "compare")), ("class", "scroll"), ("role", "region"), ("tabindex", "0"), ("aria-label", words["compare.table"]));
        html.Element("p", words["compare.bars"], ("class", "small"));
        Same([.. rows.Except(shown)]);
    }

    private void Row(ComparedRow row) => html.Element("tr", () =>
    {
        html.Element("th", () => Label(row), ("scope", "row"));
        var largest = row.Kind == "target" ? row.Cells.Max(cell => (decimal?)cell.Value?["value"]) ?? 0 : rules.Facts.Count;
        foreach (var cell in row.Cells)
        {
            html.Element("td", () => Cell(row, cell, largest));
        }
    });

    private void Same(List<ComparedRow> same)
    {
        if (same.Count == 0)
        {
            return;
        }

        html.Element("h2", words.Say("compare.same", same.Count)).Element("dl", () =>
        {
            foreach (var row in same)
            {
                html.Element("dt", () => Label(row)).Element("dd", () => Cell(row, row.Cells[0], 0));
            }
        });
    }

    private void Label(ComparedRow row)
    {
        switch (row.Kind)
        {
            case "target":
                html.Say(names.Term("indicator", row.Code!), words).Text(" ").Text(row.Horizon is { } year ? words.Say("year", year) : words["park.no_year"]);
                break;
            case "readiness":
                var item = rules.Readiness!.Items.First(one => one.Code == row.Code);
                html.Say(words.Said(item.Zh, item.En, item.Ja, item.Ko), words);
                break;
            case "fact":
                var fact = rules.Facts.First(one => one.Code == row.Code);
                html.Say(words.Said(fact.Zh, fact.En, fact.Ja, fact.Ko), words);
                break;
            default:
                html.Text(words[$"compare.{row.Kind}"]);
                break;
        }

        if (Rule(row) is { } rule)
        {
            html.Element("details", () => html.Element("summary", words["compare.rule"]).Element("p", rule, words), ("class", "small"));
        }
    }

    /// <summary>How a figure is reckoned that no place of the plan states.</summary>
    private Said? Rule(ComparedRow row)
    {
        var kind = row.Kind switch { "access" => CriterionKind.Access, "policies" => CriterionKind.Policies, _ => (CriterionKind?)null };
        return row.Kind == "known" ? words.Said(words["compare.known_rule"])
            : rules.Criteria.FirstOrDefault(criterion => criterion.Kind == kind) is { } found ? words.Said(found.RuleZh, found.RuleEn, found.RuleJa, found.RuleKo)
            : null;
    }

    private void Cell(ComparedRow row, ComparedCell cell, decimal largest)
    {
        if (cell.Value is not { } value)
        {
            html.Element("span", words["not_stated"], ("class", "chip ns"));
            return;
        }

        switch (row.Kind)
        {
            case "industries":
                Industries(value.AsArray());
                break;
            case "target":
                html.Element("bdi", FactValue.Measured((double)(decimal)value["value"]!, (string?)value["unit"], (string?)value["comparator"], catalogue, words), ("class", "amount"));
                Bar((decimal)value["value"]!, largest, row.Horizon is null);
                break;
            case "access":
                nearby.Hub(value);
                break;
            case "policies":
                html.Text(words.Say("compare.count", value.AsArray().Count));
                break;
            case "readiness":
                html.Element("span", value["confirmed_on"] is { } day ? words.Say("park.confirmed", words.Day((string)day!)) : words["park.stated"], ("class", "chip"));
                break;
            case "known":
                html.Text(words.Say("compare.of", (int)value, rules.Facts.Count));
                Bar((int)value, largest, false);
                break;
            default:
                Fact(row, value);
                break;
        }

        html.Text(" ").Element("span", () => places.Write(cell.Citations), ("class", "small"));
    }

    private void Industries(JsonArray grounds) => html.Element("ul", () =>
    {
        foreach (var ground in grounds.OfType<JsonNode>())
        {
            html.Element("li", () => html
                .Say((string?)ground["industry_chain"] is { } chain ? names.Term("industry_chain", chain) : names.Term("industry_cluster", (string)ground["industry_cluster"]!), words)
                .Text(" · ").Say(names.Term("chain_degree", (string)ground["degree"]!), words));
        }
    }, ("class", "plain"));

    private void Fact(ComparedRow row, JsonNode value)
    {
        var property = collection.FindProperty(rules.Facts.First(fact => fact.Code == row.Code).Property!)!;
        foreach (var line in FactValue.Lines(property, value, catalogue, words))
        {
            html.Element("bdi", line, words);
        }
    }

    /// <summary>As long as its share of the largest in the row; hatched where the plan states no year. What it shows stands beside it as text.</summary>
    private void Bar(decimal value, decimal largest, bool isOpen) => html.Element("svg", () => html
            .Element("rect", "", ("class", "rest"), ("width", "100"), ("height", "6"))
            .Element("rect", "", ("class", isOpen ? "column open" : "column"), ("width", Judgement.Share(value, largest).ToString(CultureInfo.InvariantCulture)), ("height", "6")),
        ("class", "meter"), ("viewBox", "0 0 100 6"), ("preserveAspectRatio", "none"), ("aria-hidden", "true"));

    private static string Group(ComparedRow row) => row.Kind switch
    {
        "industries" => "compare.group_relation",
        "target" => "compare.group_targets",
        "access" => "compare.group_place",
        "readiness" => "park.readiness",
        "policies" => "compare.group_policies",
        _ => "compare.group_facts",
    };
}
