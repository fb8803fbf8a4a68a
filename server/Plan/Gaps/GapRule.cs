using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Plan.Gaps;

/// <summary>
/// A named rule of the work list. Its statement gives rows (code, kind, args, features, sides, counts); it states facts
/// with their citations and gives no verdict. The words for a rule are the client's.
/// </summary>
public sealed record GapRule(string Code, string Sql)
{
    /// <summary>All rules, in the order of the list; without those that ask for what the package does not have.</summary>
    public static IReadOnlyList<GapRule> All(PlanCatalogue catalogue) =>
    [
        .. new[]
        {
            ClusterTargetBesideParks.Rule(catalogue),
            TwoNamesForOneAxis.Rule(catalogue),
            ChainsOfAnotherChapter.Rule(catalogue),
            BoxesMissing.Rule(catalogue),
            ImplausibleUnits.Rule(catalogue),
            ParksWithoutLandArea.Rule(catalogue),
            ProjectsWithoutLandArea.Rule(catalogue),
            ProjectsWithoutInvestment.Rule(catalogue),
            ProjectsWithoutYear.Rule(catalogue),
            ProjectsWithoutStatus.Rule(catalogue),
            TargetsWithoutYear.Rule(catalogue),
            FeaturesWithoutPlace.Rule(catalogue),
            RecordedContradictions.Rule(catalogue),
        }.OfType<GapRule>(),
    ];
}
