using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Checks;

namespace SpatialPlan.Server.GisData;

/// <summary>Targets speak the words of the catalogue and cite a place of the plan.</summary>
public static class TargetChecks
{
    public static IEnumerable<PackageProblem> Of(IReadOnlyList<PlanTarget> targets, PlanCatalogue catalogue)
    {
        foreach (var target in targets)
        {
            string? Text(string name) => target.Entry.GetProperty(name).GetString();
            var faults = TargetsSpeakTheCatalogue.Words(Text, catalogue).ToList();
            if (CitationsHold.Place(Text("paragraph"), catalogue) is { } place)
            {
                faults.Add(place);
            }

            foreach (var reason in faults.Select(FaultWords.Of).Concat(Subject(target, catalogue)))
            {
                yield return new PackageProblem(PackageReader.TargetsFile, $"{target.SubjectCode} {Text("indicator")}", reason);
            }
        }
    }

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
