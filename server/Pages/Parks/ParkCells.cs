using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Parks;

namespace SpatialPlan.Server.Pages.Parks;

/// <summary>The rows of parks in words.</summary>
public sealed class ParkCells(Html html, PlanCatalogue catalogue, PageWords words, MatchRules rules) : ComparedCells(html, words)
{
    private readonly Html html = html;
    private readonly PageWords words = words;
    private readonly ParkNames names = new(catalogue, words);
    private readonly Nearby nearby = new(html, catalogue, words);
    private readonly CollectionDefinition collection = catalogue.FindCollection(rules.Subjects)!;

    public override string Group(ComparedRow row) => row.Kind switch
    {
        "industries" => "compare.group_relation",
        "target" => "compare.group_targets",
        "access" => "compare.group_place",
        "readiness" => "park.readiness",
        "policies" => "compare.group_policies",
        _ => "compare.group_facts",
    };

    public override void Label(ComparedRow row)
    {
        switch (row.Kind)
        {
            case "target":
                html.Say(names.Term("indicator", row.Code!), words);
                YearOf(row);
                break;
            case "readiness":
                var item = Item(row);
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
    }

    public override Said? Rule(ComparedRow row)
    {
        var kind = row.Kind switch { "access" => CriterionKind.Access, "policies" => CriterionKind.Policies, _ => (CriterionKind?)null };
        return row.Kind == "known" ? words.Said(words["compare.known_rule"])
            : rules.Criteria.FirstOrDefault(criterion => criterion.Kind == kind) is { } found ? words.Said(found.RuleZh, found.RuleEn, found.RuleJa, found.RuleKo)
            : null;
    }

    public override decimal? Largest(ComparedRow row) => row.Kind switch
    {
        "target" => row.Cells.Max(cell => (decimal?)cell.Value?["value"]) ?? 0,
        "known" => rules.Facts.Count,
        _ => null,
    };

    public override void Value(ComparedRow row, JsonNode value, decimal largest)
    {
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
                Ready(row, value);
                break;
            case "known":
                html.Text(words.Say("compare.of", (int)value, rules.Facts.Count));
                Bar((int)value, largest, false);
                break;
            default:
                Property(rules.Facts.First(fact => fact.Code == row.Code).Property!, value);
                break;
        }
    }

    private ReadinessItem Item(ComparedRow row) => rules.Readiness!.Items.First(one => one.Code == row.Code);

    private void Ready(ComparedRow row, JsonNode value)
    {
        if (value["value"] is { } stated && Item(row).Property is { } property)
        {
            Property(property, stated);
            html.Text(" ");
        }

        html.Element("span", value["confirmed_on"] is { } day ? words.Say("park.confirmed", words.Day((string)day!)) : words["park.stated"], ("class", "chip"));
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

    private void Property(string name, JsonNode value)
    {
        foreach (var line in FactValue.Lines(collection.FindProperty(name)!, value, catalogue, words))
        {
            html.Element("bdi", line, words);
        }
    }
}
