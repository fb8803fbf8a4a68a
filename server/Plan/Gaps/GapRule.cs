using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Plan.Gaps;

/// <summary>
/// A named rule of the work list. Its statement gives rows (code, kind, args, features, sides, counts); it states facts
/// with their citations and gives no verdict. The words for a rule are the client's.
/// </summary>
public sealed record GapRule(string Code, string Sql)
{
    /// <summary>All rules, in the order of the list.</summary>
    public static IReadOnlyList<GapRule> All(PlanCatalogue catalogue) =>
    [
        ClusterTargetBesideParks.Rule,
        TwoNamesForOneAxis.Rule,
        ChainsOfAnotherChapter.Rule(catalogue),
        BoxesMissing.Rule(catalogue),
        ImplausibleUnits.Rule,
        ParksWithoutLandArea.Rule,
        ProjectsWithoutLandArea.Rule,
        ProjectsWithoutInvestment.Rule,
        ProjectsWithoutYear.Rule,
        ProjectsWithoutStatus.Rule,
        TargetsWithoutYear.Rule,
        FeaturesWithoutPlace.Rule(catalogue),
        RecordedContradictions.Rule(catalogue),
    ];
}
