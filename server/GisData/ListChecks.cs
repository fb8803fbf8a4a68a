using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Checks;

namespace SpatialPlan.Server.GisData;

/// <summary>The lists cite places that can exist, name features that do, and speak the words of the catalogue.</summary>
public static class ListChecks
{
    public static IEnumerable<PackageProblem> Of(PlanLists lists, IReadOnlyList<Layer> layers, PlanCatalogue catalogue)
    {
        var features = layers.SelectMany(layer => layer.Features).Select(feature => feature.Code).ToHashSet();
        return Of(PlanLists.ContradictionsFile, lists.Contradictions, entry => Contradiction(entry, features, catalogue), catalogue)
            .Concat(Of(PlanLists.IndustriesFile, lists.Industries, entry => Industry(entry, catalogue), catalogue))
            .Concat(Profiles(catalogue))
            .Concat(Of(PlanLists.PoliciesFile, lists.Policies, entry => PolicyChecks.Of(entry, features, catalogue), catalogue));
    }

    /// <summary>A profile cites a place that can be. It may be of a feature that the package does not bring: then nobody reads it.</summary>
    private static IEnumerable<PackageProblem> Profiles(PlanCatalogue catalogue) =>
        from profile in catalogue.Profiles
        where profile.Paragraph is not null
        let fault = CitationsHold.Place(profile.Paragraph!, catalogue)
        where fault is not null
        select new PackageProblem("catalogue/profiles.json", profile.Code, FaultWords.Of(fault));

    private static IEnumerable<PackageProblem> Of(
        string file, IReadOnlyList<JsonObject> entries, Func<JsonObject, IEnumerable<string>> own, PlanCatalogue catalogue)
    {
        var twice = entries.Select(PlanLists.CodeOf).GroupBy(code => code).Where(same => same.Count() > 1)
            .Select(same => new PackageProblem(file, same.Key, "stands there more than once"));
        return twice.Concat(
            from entry in entries
            from reason in own(entry).Concat(Places(entry).Select(place => CitationsHold.Place(place, catalogue)).OfType<FeatureFault>().Select(FaultWords.Of))
            select new PackageProblem(file, PlanLists.CodeOf(entry), reason));
    }

    private static IEnumerable<string> Contradiction(JsonObject entry, HashSet<string> features, PlanCatalogue catalogue)
    {
        // A package of catalogue and lists alone has no features to refer to.
        foreach (var code in entry["features"]!.AsArray().Select(code => (string)code!).Where(code => features.Count > 0 && !features.Contains(code)))
        {
            yield return $"{code} is no feature of the package";
        }

        foreach (var unit in entry["sides"]!.AsArray().Select(side => (string?)side!["unit"]).OfType<string>())
        {
            if (catalogue.Vocabularies["unit"].Find(unit) is null)
            {
                yield return $"unit {unit} is no term of unit";
            }
        }
    }

    private static IEnumerable<string> Industry(JsonObject entry, PlanCatalogue catalogue)
    {
        if (catalogue.Vocabularies["industry_chain"].Find(PlanLists.CodeOf(entry)) is null)
        {
            yield return $"{PlanLists.CodeOf(entry)} is no term of industry_chain";
        }

        foreach (var rule in entry["institutes"]!.AsArray().Select(institute => (string?)institute!["rule"]).OfType<string>())
        {
            if (!catalogue.Rules.Any(known => known.Code == rule))
            {
                yield return $"rule {rule} is not in catalogue/rules.json";
            }
        }
    }

    private static IEnumerable<string> Places(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(Places),
        JsonObject entry => entry.SelectMany(member => member.Key == "paragraph" ? [(string)member.Value!] : Places(member.Value)),
        _ => [],
    };
}
