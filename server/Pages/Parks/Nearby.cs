using System.Globalization;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Parks;

namespace SpatialPlan.Server.Pages.Parks;

/// <summary>What is around a park: the nearest hub, and what stands with the park by the plan.</summary>
public sealed class Nearby(Html html, PlanCatalogue catalogue, PageWords words)
{
    private const double Kilometre = 1000;

    private readonly ParkNames names = new(catalogue, words);

    /// <summary>"Jining North Station, 5.2 to 11.8 km in a straight line": as wide as both drawings may be off; nothing where one has no place.</summary>
    public void Hub(JsonNode? access)
    {
        if (access is null)
        {
            html.Element("span", words["not_stated"], ("class", "chip ns"));
            return;
        }

        html.Element("bdi", names.Feature((string)access["hub"]!, (string)access["name_zh"]!, (string?)access["name_en"]), words).Text(" ")
            .Element("span", words.Say("park.distance", Kilometres(access["metres_min"]!), Kilometres(access["metres_max"]!)), ("class", "range"));
    }

    public void Neighbours(Park park, Func<Neighbour, string> address) => html.Element("ul", () =>
    {
        foreach (var neighbour in park.Neighbours)
        {
            html.Element("li", () => html.Element("a", names.Feature(neighbour.Code, neighbour.NameZh, neighbour.NameEn), words, ("href", address(neighbour)))
                .Text(" · ").Say(words.Said(catalogue.FindCollection(neighbour.Collection)!.Title), words));
        }
    }, ("class", "plain"));

    /// <summary>The rule by which the distance is said and counts.</summary>
    public Said? Rule(MatchRules rules) => rules.Criteria.FirstOrDefault(criterion => criterion.Kind == CriterionKind.Access) is { } access
        ? words.Said(access.RuleZh, access.RuleEn, access.RuleJa, access.RuleKo)
        : null;

    private static string Kilometres(JsonNode metres) => ((double)metres / Kilometre).ToString("0.#", CultureInfo.InvariantCulture);
}
