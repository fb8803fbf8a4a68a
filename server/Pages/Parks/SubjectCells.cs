using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Parks;

namespace SpatialPlan.Server.Pages.Parks;

/// <summary>The rows of projects and of industry chains in words.</summary>
/// <param name="html">Where they are written.</param>
/// <param name="catalogue">The words of properties and terms.</param>
/// <param name="words">The words of the page.</param>
/// <param name="address">Where the page of a feature is, by its collection and code.</param>
public sealed class SubjectCells(Html html, PlanCatalogue catalogue, PageWords words, Func<string, string, string> address) : ComparedCells(html, words)
{
    /// <summary>So many stand in a cell; more are folded.</summary>
    private const int Shown = 6;

    private readonly Html html = html;
    private readonly PageWords words = words;
    private readonly ParkNames names = new(catalogue, words);
    private readonly CollectionDefinition? projects = catalogue.FindRole(CollectionRole.Project);

    public override string Group(ComparedRow row) => row.Kind switch
    {
        ProjectComparison.Property => FindProperty(row)?.Figure is true ? "compare.group_figures" : "compare.group_basics",
        ChainComparison.Sum => "compare.group_figures",
        "target" => "compare.group_targets",
        "policies" => "compare.group_policies",
        _ => "compare.group_named",
    };

    public override void Label(ComparedRow row)
    {
        switch (row.Kind)
        {
            case ProjectComparison.Property:
                html.Say(Title(row), words);
                break;
            case ChainComparison.Sum:
                html.Text(words["compare.sum"]).Text(" ").Say(Title(row), words);
                break;
            case "target":
                html.Say(names.Term("indicator", row.Code!), words);
                YearOf(row);
                break;
            case "policies":
                html.Text(words["compare.policies_chain"]);
                break;
            default:
                html.Text(words[$"compare.list.{row.Code}"]);
                break;
        }
    }

    public override Said? Rule(ComparedRow row) => row.Kind switch
    {
        ChainComparison.Sum => words.Said(words["compare.sum_rule"]),
        ChainComparison.Features => words.Said(words["compare.features_rule"]),
        "policies" => words.Said(words["compare.policies_chain_rule"]),
        _ => null,
    };

    public override decimal? Largest(ComparedRow row) => row.Kind switch
    {
        "target" => row.Cells.Max(cell => (decimal?)cell.Value?["value"]) ?? 0,
        ChainComparison.Sum => row.Cells.Max(cell => (decimal?)cell.Value?["sum"]) ?? 0,
        ProjectComparison.Property when FindProperty(row) is { Figure: true, Type: PropertyType.Number } => row.Cells.Max(cell => (decimal?)cell.Value) ?? 0,
        _ => null,
    };

    public override void Value(ComparedRow row, JsonNode value, decimal largest)
    {
        switch (row.Kind)
        {
            case ProjectComparison.Property:
                Property(row, value, largest);
                break;
            case ChainComparison.Words:
                List(value.AsArray(), entry => html.Say(words.Said((string)entry["zh"]!, (string?)entry["en"], (string?)entry["ja"], (string?)entry["ko"]), words));
                break;
            case ChainComparison.Features:
                List(value.AsArray(), Feature);
                break;
            case ChainComparison.Sum:
                Amount(words.Say("compare.sum_known", FactValue.Amount((double)(decimal)value["sum"]!, FindProperty(row)?.Unit, words), (int)value["known"]!, (int)value["not_stated"]!));
                Bar((decimal)value["sum"]!, largest, false);
                break;
            case "target":
                Amount(FactValue.Measured((double)(decimal)value["value"]!, (string?)value["unit"], (string?)value["comparator"], catalogue, words));
                Bar((decimal)value["value"]!, largest, row.Horizon is null);
                break;
            default:
                html.Text(words.Say("compare.count", value.AsArray().Count));
                break;
        }
    }

    private PropertyDefinition? FindProperty(ComparedRow row) => projects?.FindProperty(row.Code!);

    private Said Title(ComparedRow row) => FindProperty(row) is { } property ? words.Said(property.Title) : words.Said(row.Code!);

    private void Amount(string text) => html.Element("bdi", text, ("class", "amount"));

    private void Property(ComparedRow row, JsonNode value, decimal largest)
    {
        if (value is JsonObject reference && FindProperty(row)?.References is { } collection)
        {
            Linked(collection, reference);
        }
        else if (FindProperty(row) is { } property)
        {
            foreach (var line in FactValue.Lines(property, value, catalogue, words))
            {
                html.Element("div", () => html.Element("bdi", line, words, ("class", property.Figure ? "amount" : null)));
            }

            if (largest > 0)
            {
                Bar((decimal)value, largest, false);
            }
        }
        else
        {
            html.Say(names.Term(row.Code!, (string)value!), words);
        }
    }

    /// <summary>How many, and which; what is on the map leads to its page.</summary>
    private void List(JsonArray entries, Action<JsonNode> said)
    {
        void Some(IEnumerable<JsonNode?> some) => html.Element("ul", () =>
        {
            foreach (var entry in some)
            {
                html.Element("li", () => said(entry!));
            }
        }, ("class", "plain"));
        html.Element("div", words.Say("compare.count", entries.Count));
        if (entries.Count <= Shown)
        {
            Some(entries);
        }
        else
        {
            html.Element("details", () =>
            {
                html.Element("summary", words["compare.which"]);
                Some(entries);
            }, ("class", "small"));
        }
    }

    private void Feature(JsonNode entry)
    {
        if ((string?)entry["collection"] is { } collection && entry["code"] is not null)
        {
            Linked(collection, entry);
        }
        else
        {
            html.Say(words.Said((string)entry["name_zh"]!, (string?)entry["name_en"], null, null), words);
        }
    }

    private void Linked(string collection, JsonNode feature) => html.Element(
        "a", names.Feature((string)feature["code"]!, (string)feature["name_zh"]!, (string?)feature["name_en"]), words, ("href", address(collection, (string)feature["code"]!)));
}
