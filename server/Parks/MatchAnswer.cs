using System.Text.Json.Nodes;

namespace SpatialPlan.Server.Parks;

/// <summary>Answers a question: who is out and who is undecided, then judgements, scores and ranks of the others.</summary>
public static class MatchAnswer
{
    private const decimal Hundredths = 100;

    public static JsonObject Of(MatchRules rules, MatchQuestion question, IReadOnlyList<Park> parks)
    {
        var decided = parks.Select(park => (Park: park, Verdicts: question.Musts.Select(must => (must.Text, Verdict: Musts.Decide(must, question, park))).ToList())).ToList();
        var kept = Enumerable.Range(0, parks.Count).Where(place => decided[place].Verdicts.TrueForAll(verdict => verdict.Verdict == Verdict.Kept)).ToList();
        return new JsonObject
        {
            ["parks"] = Ranked(rules, question, parks, kept),
            ["excluded"] = Apart(decided, Verdict.Excluded),
            ["undecided"] = Apart(decided.Where(one => one.Verdicts.TrueForAll(verdict => verdict.Verdict != Verdict.Excluded)), Verdict.Undecided),
            ["musts"] = Leaves(rules, question, parks),
        };
    }

    private static JsonArray Apart(IEnumerable<(Park Park, List<(string Text, Verdict Verdict)> Verdicts)> decided, Verdict verdict) =>
        [.. decided.SelectMany(one => one.Verdicts.Where(must => must.Verdict == verdict).Select(must => (JsonNode)new JsonObject { ["code"] = one.Park.Code, ["must"] = must.Text }))];

    /// <summary>For each must-have without a figure: how many parks it leaves beside those that are chosen, said before it is.</summary>
    private static JsonArray Leaves(MatchRules rules, MatchQuestion question, IReadOnlyList<Park> parks) =>
    [
        .. rules.Musts.Where(must => must.Kind != MustKind.Target).Select(must =>
        {
            var musts = question.Musts.Where(chosen => chosen.Must != must).Append(new ChosenMust(must)).ToList();
            var verdicts = parks.Select(park => musts.Select(one => Musts.Decide(one, question, park)).ToList()).ToList();
            return (JsonNode)new JsonObject
            {
                ["code"] = must.Code,
                ["leaves"] = verdicts.Count(all => all.TrueForAll(verdict => verdict == Verdict.Kept)),
                ["undecided"] = verdicts.Count(all => all.Contains(Verdict.Undecided) && !all.Contains(Verdict.Excluded)),
            };
        }),
    ];

    private static JsonArray Ranked(MatchRules rules, MatchQuestion question, IReadOnlyList<Park> parks, List<int> kept)
    {
        if (kept.Count == 0)
        {
            return [];
        }

        // The scale goes by all parks: that some are excluded makes the others no larger.
        var judged = rules.Criteria.Select(criterion => Criteria.Judge(criterion, rules, question, parks)).ToList();
        var scores = judged.Select(all => all.Any(one => !one.IsShownOnly)).ToList();
        var shares = Scores.Shares([.. question.Weights.Select((weight, place) => scores[place] ? weight : 0)]);
        var rows = kept.Select(place =>
        {
            var of = judged.Select(all => all[place].Counted(question.Unknown)).ToList();
            return (Park: parks[place], Judgements: of, Range: Scores.Sum(of, shares));
        }).ToList();
        var ranges = rows.Select(row => row.Range).ToList();
        var ranks = Scores.Ranks(ranges);
        return [.. Scores.Order(ranges).Select(place => (JsonNode)Row(rules, question, rows[place].Park, rows[place].Judgements, (scores, shares), rows[place].Range, ranks[place]))];
    }

    private static JsonObject Row(
        MatchRules rules, MatchQuestion question, Park park, List<Judgement> judgements, (List<bool> Scores, int[] Shares) weighed, (int Min, int Max) range, int rank)
    {
        var unknown = Facts.NotStated(rules, park).ToList();
        return new JsonObject
        {
            ["code"] = park.Code,
            ["name_zh"] = park.NameZh,
            ["name_en"] = park.NameEn,
            ["rank"] = rank,
            ["score_min"] = range.Min / Hundredths,
            ["score_max"] = range.Max / Hundredths,
            ["criteria"] = new JsonArray([.. judgements.Select((one, place) => (JsonNode)new JsonObject
            {
                ["code"] = rules.Criteria[place].Code,
                ["raw"] = one.Raw?.DeepClone(),
                ["scaled_min"] = one.Min / Hundredths,
                ["scaled_max"] = one.Max / Hundredths,
                ["weight"] = weighed.Shares[place],
                ["product_min"] = one.Min * weighed.Shares[place] / Hundredths,
                ["product_max"] = one.Max * weighed.Shares[place] / Hundredths,
                ["shown_only"] = !weighed.Scores[place],
                ["citations"] = new JsonArray([.. one.Citations.Select(citation => citation?.DeepClone())]),
            })]),
            ["why"] = new JsonArray([.. park.GroundsFor(question).Select(ground => (JsonNode)new JsonObject
            {
                ["degree"] = ground.Degree,
                ["industry_chain"] = ground.IndustryChain,
                ["industry_cluster"] = ground.IndustryCluster,
                ["words"] = ground.Words,
                ["emphasis"] = ground.Emphasis,
                ["through"] = ground.Through,
                ["citation"] = ground.Citation?.DeepClone(),
                ["chain_citation"] = ground.ChainCitation?.DeepClone(),
            })]),
            ["not_stated"] = new JsonArray([.. unknown.Select(code => (JsonNode)code)]),
            ["known"] = rules.Facts.Count - unknown.Count,
            ["of"] = rules.Facts.Count,
            ["policies"] = new JsonArray([.. question.PoliciesOf(park).Select(code => (JsonNode)code)]),
            ["readiness"] = park.Readiness is { } readiness ? new JsonObject { ["grade"] = readiness.Grade, ["known"] = readiness.Known, ["of"] = readiness.Entries.Count } : null,
            ["page"] = $"/parks/{park.Code}",
        };
    }
}
