using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.GisData;

/// <summary>Targets speak the words of the catalogue and cite a place of the plan.</summary>
public static class TargetChecks
{
    public static IEnumerable<PackageProblem> Of(IReadOnlyList<PlanTarget> targets, PlanCatalogue catalogue)
    {
        foreach (var target in targets)
        {
            string? Text(string name) => target.Entry.GetProperty(name).GetString();
            var reasons = Words(Text, catalogue).Concat(Subject(target, catalogue));
            if (CitationChecks.WhyNot(Text("paragraph"), catalogue) is { } place)
            {
                reasons = reasons.Append(place);
            }

            foreach (var reason in reasons)
            {
                yield return new PackageProblem(PackageReader.TargetsFile, $"{target.SubjectCode} {Text("indicator")}", reason);
            }
        }
    }

    public static IEnumerable<string> Words(Func<string, string?> text, PlanCatalogue catalogue) =>
        new[] { "indicator", "comparator", "unit" }
            .Where(vocabulary => text(vocabulary) is { } code && catalogue.Vocabularies.GetValueOrDefault(vocabulary)?.Find(code) is null)
            .Select(vocabulary => $"{vocabulary} {text(vocabulary)} is no term of {vocabulary}");

    // A subject of a vocabulary's kind (industry-cluster) is one of its terms; the zone is a feature.
    private static IEnumerable<string> Subject(PlanTarget target, PlanCatalogue catalogue)
    {
        var vocabulary = catalogue.Vocabularies.GetValueOrDefault(target.SubjectKind.Replace('-', '_'));
        if (vocabulary is not null && vocabulary.Find(target.SubjectCode) is null)
        {
            yield return $"{target.SubjectCode} is no {target.SubjectKind}";
        }
    }
}
