using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Pages.Parks;

/// <summary>The policies that apply to a park: those that name it, those for its industries, and, folded, those for the whole zone.</summary>
public sealed class PolicyList(Html html, PlanCatalogue catalogue, PageWords words, CitedPlaces places)
{
    private readonly ParkNames names = new(catalogue, words);

    public void Write(IReadOnlyList<JsonObject> policies)
    {
        var byReach = policies.ToLookup(policy => Has(policy, "features") ? "park.policies_named" : Has(policy, "industry_chains") || Has(policy, "industry_clusters") ? "park.policies_industry" : "park.policies_zone");
        foreach (var reach in new[] { "park.policies_named", "park.policies_industry" }.Where(byReach.Contains))
        {
            html.Element("h3", words.Say(reach, byReach[reach].Count()));
            Rows(byReach[reach]);
        }

        if (byReach.Contains("park.policies_zone"))
        {
            html.Element("details", () =>
            {
                html.Element("summary", words.Say("park.policies_zone", byReach["park.policies_zone"].Count()));
                Rows(byReach["park.policies_zone"]);
            });
        }
    }

    private void Rows(IEnumerable<JsonObject> policies) => html.Element("ul", () =>
    {
        foreach (var policy in policies)
        {
            html.Element("li", () =>
            {
                html.Element("strong", Text(policy, "title"), words).Text(" ");
                places.Write(policy["citations"]!.AsArray());
                html.Element("p", Text(policy, "what"), words);
                if (policy["investor_kinds"] is JsonArray { Count: > 0 } kinds)
                {
                    html.Element("p", () => Kinds(kinds), ("class", "small"));
                }
            });
        }
    }, ("class", "policies"));

    /// <summary>For whom it is; one that names nobody is for everybody.</summary>
    private void Kinds(JsonArray kinds)
    {
        html.Text(words["park.for"]);
        for (var place = 0; place < kinds.Count; place++)
        {
            html.Text(place == 0 ? "" : words["separator"]).Say(names.Term("investor_kind", (string)kinds[place]!), words);
        }
    }

    private Said Text(JsonObject policy, string member)
    {
        string? In(string language) => (string?)policy[$"{member}_{language}"];
        return words.Said(In(Languages.Chinese)!, In(Languages.English), In(Languages.Japanese), In(Languages.Korean));
    }

    private static bool Has(JsonObject policy, string member) => policy[member] is JsonArray { Count: > 0 };
}
