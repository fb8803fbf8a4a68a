using System.Text.Json.Nodes;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Parks;

/// <summary>Judges all parks by one criterion, for a scale may go to the largest of them.</summary>
public static class Criteria
{
    public static IReadOnlyList<Judgement> Judge(Criterion criterion, MatchRules rules, MatchQuestion question, IReadOnlyList<Park> parks) => criterion.Kind switch
    {
        CriterionKind.Degree => [.. parks.Select(park => Degree(criterion, question, park))],
        CriterionKind.Target => Targets(criterion, parks),
        CriterionKind.Growth => Growth(criterion, parks),
        CriterionKind.Neighbours => Neighbours(question, parks),
        CriterionKind.Policies => Policies(question, parks),
        CriterionKind.Access => [.. parks.Select(park => Access(rules, park))],
        _ => throw new ArgumentOutOfRangeException(nameof(criterion), criterion.Kind, "There is no such kind of criterion."),
    };

    private static Judgement Degree(Criterion criterion, MatchQuestion question, Park park)
    {
        if (question is { IndustryChain: null, IndustryCluster: null })
        {
            return new Judgement(null, 0, 0) { IsShownOnly = true };
        }

        int Worth(Ground ground) => criterion.Scale!.GetValueOrDefault(ground.Degree);
        if (park.GroundsFor(question).MaxBy(Worth) is not { } best)
        {
            return new Judgement(JsonValue.Create("not-named"), 0, 0);
        }

        var alike = park.GroundsFor(question).Where(ground => ground.Degree == best.Degree).ToList();
        return new Judgement(JsonValue.Create(best.Degree), Worth(best), Worth(best)) { Citations = [.. alike.SelectMany(ground => ground.Cited)] };
    }

    private static List<Judgement> Targets(Criterion criterion, IReadOnlyList<Park> parks)
    {
        var stated = parks.Select(park => park.Target(criterion.Indicator!, criterion.Horizon)).ToList();
        var largest = stated.Max(target => target?.Value) ?? 0;
        return [.. parks.Zip(stated, (park, target) => target is { }
            ? Of(target, Judgement.Share(target.Value, largest), isYearStated: true)
            : park.Target(criterion.Indicator!, null) is { } yearless ? Of(yearless, Judgement.Share(yearless.Value, largest), isYearStated: false) : Judgement.Unknown)];
    }

    /// <summary>A figure that the plan gives no year may be reached in any: it says how much at most.</summary>
    private static Judgement Of(Target target, int share, bool isYearStated) => new(
        new JsonObject { ["value"] = target.Value, ["unit"] = target.Unit, ["comparator"] = target.Comparator, ["horizon"] = target.Horizon }, isYearStated ? share : 0, share)
    {
        Citations = target.Cited is { } place ? [place] : [],
    };

    private static List<Judgement> Growth(Criterion criterion, IReadOnlyList<Park> parks)
    {
        var both = parks.Select(park => (First: park.Target(criterion.Indicator!, criterion.From), Last: park.Target(criterion.Indicator!, criterion.Horizon))).ToList();
        var growth = both.Select(pair => pair is { First: { Value: > 0 } first, Last: { } last } ? (decimal?)(last.Value / first.Value) - 1 : null).ToList();
        var largest = growth.Max() ?? 0;
        return [.. both.Zip(growth, (pair, value) => value is { } known
            ? new Judgement(JsonValue.Create(Math.Round(known, 4, MidpointRounding.AwayFromZero)), Judgement.Share(known, largest), Judgement.Share(known, largest)) { Citations = [.. new[] { pair.First!.Cited, pair.Last!.Cited }.OfType<JsonPiece>()] }
            : Judgement.Unknown)];
    }

    private static List<Judgement> Neighbours(MatchQuestion question, IReadOnlyList<Park> parks)
    {
        var found = parks.Select(park => question.NeighboursOf(park).ToList()).ToList();
        var most = found.Max(neighbours => neighbours.Count);
        return [.. found.Select(neighbours => new Judgement(JsonValue.Create(neighbours.Count), Judgement.Share(neighbours.Count, most), Judgement.Share(neighbours.Count, most))
        {
            Citations = [.. neighbours.Select(neighbour => neighbour.Cited).OfType<JsonPiece>()],
            IsShownOnly = question is { IndustryChain: null, IndustryCluster: null },
        })];
    }

    /// <summary>Of a question without an industry no policy says more for one park than for another.</summary>
    private static List<Judgement> Policies(MatchQuestion question, IReadOnlyList<Park> parks)
    {
        var applying = parks.Select(park => question.PoliciesOf(park).Count).ToList();
        var most = applying.Max();
        return [.. applying.Select(number => new Judgement(JsonValue.Create(number), Judgement.Share(number, most), Judgement.Share(number, most))
        {
            IsShownOnly = question is { IndustryChain: null, IndustryCluster: null },
        })];
    }

    /// <summary>Nothing is near or far by a drawing that may be kilometres off: then the distance is a range and does not score.</summary>
    public static Judgement Access(MatchRules rules, Park park)
    {
        if (park is not { Hub: { } hub, AccuracyM: { } accuracy })
        {
            return Judgement.Unknown with { IsShownOnly = true };
        }

        var (nearest, farthest) = (Math.Max(0, hub.Metres - accuracy - hub.AccuracyM), hub.Metres + accuracy + hub.AccuracyM);
        var isShownOnly = accuracy > rules.MostAccurateM || hub.AccuracyM > rules.MostAccurateM;
        return new Judgement(
            new JsonObject
            {
                ["hub"] = hub.Code, ["name_zh"] = hub.NameZh, ["name_en"] = hub.NameEn,
                ["metres_min"] = Math.Round(nearest), ["metres_max"] = Math.Round(farthest),
            },
            Near(isShownOnly ? farthest : hub.Metres), Near(isShownOnly ? nearest : hub.Metres))
        {
            IsShownOnly = isShownOnly,
        };
    }

    /// <summary>1 beside the hub, 0 from 20 km on.</summary>
    private static int Near(double metres)
    {
        const int Far = 20_000;
        return Judgement.Share((decimal)Math.Max(0, Far - metres), Far);
    }
}
