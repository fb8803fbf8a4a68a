namespace SpatialPlan.Server.Checks;

/// <summary>
/// All that is asked of a single feature before it is stored, whoever brings it. A check is a function of the feature and
/// its context that yields faults; a new one is a file of this folder and a line here.
/// </summary>
public static class FeatureChecks
{
    private static readonly Func<CheckedFeature, CheckContext, IEnumerable<FeatureFault>>[] All =
    [
        KnownProperties.Check,
        TextsFit.Check,
        PlacementAgrees.Check,
        ReferencesExist.Check,
        HorizonInOrder.Check,
        GeometryFits.Check,
        CitationsHold.Check,
        TargetsSpeakTheCatalogue.Check,
        GroundsAgree.Check,
        OriginIsShown.Check,
        CreditCodes.Check,
        ConfirmedStatus.Check,
    ];

    /// <summary>Those that look at one property and at nothing beside it.</summary>
    private static readonly Func<CheckedFeature, CheckContext, IEnumerable<FeatureFault>>[] OfOneProperty = [KnownProperties.Check, TextsFit.Check, ReferencesExist.Check, CreditCodes.Check];

    /// <summary>What is wrong with properties whatever feature has them.</summary>
    public static IEnumerable<FeatureFault> OfValues(CheckedFeature feature, CheckContext context) =>
        OfOneProperty.SelectMany(check => check(feature, context));

    public static IEnumerable<FeatureFault> Of(CheckedFeature feature, CheckContext context) =>
        All.SelectMany(check => check(feature, context));
}
