using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Checks;

/// <summary>Indicator, comparator and unit of a target are terms of their vocabularies.</summary>
public static class TargetsSpeakTheCatalogue
{
    private static readonly string[] Vocabularies = ["indicator", "comparator", "unit"];

    public static IEnumerable<FeatureFault> Check(CheckedFeature feature, CheckContext context) =>
        feature.Entries("targets").SelectMany(target => Words(name => (string?)target[name], context.Catalogue));

    /// <summary>Of a target anywhere: <paramref name="text"/> gives its entries by name.</summary>
    public static IEnumerable<FeatureFault> Words(Func<string, string?> text, PlanCatalogue catalogue) =>
        from vocabulary in Vocabularies
        let code = text(vocabulary)
        where code is not null && catalogue.Vocabularies.GetValueOrDefault(vocabulary)?.Find(code) is null
        select new FeatureFault("term-unknown", ("property", vocabulary), ("value", code), ("vocabulary", vocabulary));
}
