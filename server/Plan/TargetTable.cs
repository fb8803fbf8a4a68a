using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Plan.Industries;

namespace SpatialPlan.Server.Plan;

/// <summary>Targets as one table: a row a target, with whose it is and where the plan says it. What the plan leaves open is <c>not-stated</c>, never 0.</summary>
public static class TargetTable
{
    private static readonly string[] Columns =
    [
        "scope", "collection", "code", "name_zh", "name_en", "indicator_theme", "indicator", "indicator_zh", "indicator_en",
        "horizon", "comparator", "value", "unit", "basis", "paragraph", "note_zh", "note_en",
    ];

    /// <param name="targets">As the answer has them.</param>
    /// <param name="names">Of the features among the subjects, by code.</param>
    /// <param name="catalogue">For the words of everything else.</param>
    public static string Of(IEnumerable<JsonObject> targets, IReadOnlyDictionary<string, Words> names, PlanCatalogue catalogue) =>
        Csv.Of(targets.Select(target => Row(target, names, catalogue)).Prepend(Columns));

    private static string?[] Row(JsonObject target, IReadOnlyDictionary<string, Words> names, PlanCatalogue catalogue)
    {
        var subject = target["subject"]!;
        var (scope, code) = ((string)subject["kind"]!, (string)subject["code"]!);
        var name = scope switch
        {
            "zone" => catalogue.Product.Place,
            "industry-cluster" => WordsOf(catalogue, "industry_cluster", code),
            "industry-chain" => WordsOf(catalogue, "industry_chain", code),
            _ => names.GetValueOrDefault(code),
        };
        var indicator = (string)target["indicator"]!;
        var words = WordsOf(catalogue, "indicator", indicator);
        return
        [
            scope, (string?)subject["collection"], code, name?.Zh, name?.En,
            TargetQuery.ThemeOf(target, catalogue), indicator, words?.Zh, words?.En,
            TargetQuery.HorizonOf(target), (string?)target["comparator"], target["value"]?.ToJsonString() ?? TargetQuery.NotStated, (string?)target["unit"],
            (string?)target["citation"]?["basis"], (string?)target["paragraph"], (string?)target["note_zh"], (string?)target["note_en"],
        ];
    }

    private static Words? WordsOf(PlanCatalogue catalogue, string vocabulary, string code) =>
        catalogue.Vocabularies.GetValueOrDefault(vocabulary)?.Find(code) is { } term ? new Words(term.Zh, term.En) : null;
}
