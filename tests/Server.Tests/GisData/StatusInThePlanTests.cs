using System.Text.RegularExpressions;
using SpatialPlan.Server.Tests.PlanText;
using Xunit;

namespace SpatialPlan.Server.Tests.GisData;

/// <summary>The rule table of the status acts on every layer alike: whose construction the plan speeds up is under construction at least.</summary>
public sealed class StatusInThePlanTests
{
    private static readonly IReadOnlyList<(string Collection, DrawnFeature Feature)> Features =
    [
        .. from file in Directory.GetFiles(TopologyLayers.Folder, "*.geojson").Order(StringComparer.Ordinal)
           let collection = Path.GetFileNameWithoutExtension(file)
           from feature in TopologyLayers.Read(collection).Values
           select (collection, feature),
    ];

    [Fact]
    public void What_the_plan_speeds_up_is_under_construction_in_every_layer()
    {
        var names = Features.SelectMany(at => at.Feature.Names()).ToHashSet();
        var found = (
            from at in Features
            from paragraph in at.Feature.Citations().Where(citation => citation.Attribute is null or "plan_status").Select(citation => citation.Paragraph).Distinct()
            let text = Tight(ThePlan.Paragraph(paragraph).Text)
            where at.Feature.Names().Any(name => IsSpedUp(text, Tight(name), names))
            select at.Feature).Distinct().ToList();
        Assert.InRange(found.Count, 20, 200);
        Assert.All(found, feature => Assert.True(feature.Text("plan_status") is "under-construction" or "existing", $"{feature.Code} {feature.NameZh} is {feature.Text("plan_status")}"));
    }

    [Fact]
    public void A_status_that_two_words_contradict_cites_both_and_is_recorded()
    {
        var contradicted = Features.Where(at => at.Feature.Citations().Any(citation => citation.Rule == "status-contradicted")).Select(at => at.Feature).ToList();
        Assert.NotEmpty(contradicted);
        Assert.All(contradicted, feature =>
        {
            var statuses = feature.Citations().Where(citation => citation.Attribute == "plan_status").ToList();
            Assert.Contains(statuses, citation => citation.Rule != "status-contradicted");
            Assert.Contains(ContradictionsFiles.Contradictions, entry =>
                entry.Kind == "status" && entry.Features.Contains(feature.Code)
                && statuses.All(citation => entry.Sides.Any(side => side.Paragraph == citation.Paragraph)));
        });
    }

    /// <summary>Around the name, in one clause; a name that is only a part of another one there (海川路 in 海川路北延) does not count.</summary>
    private static bool IsSpedUp(string text, string name, HashSet<string> names)
    {
        var own = Regex.Escape(name);
        return Regex.Matches(text, $"加快(?:推进)?[^，。；]*?(?<name>{own})[^，。；]*建设|加快建设[^，。；]*?(?<name>{own})").Any(clause =>
        {
            var at = clause.Groups["name"];
            return !names.Any(other => other.Length > name.Length && other.Contains(name, StringComparison.Ordinal)
                && Occurrences(text, other).Any(start => start <= at.Index && at.Index + at.Length <= start + other.Length));
        });
    }

    private static IEnumerable<int> Occurrences(string text, string words)
    {
        for (var start = text.IndexOf(words, StringComparison.Ordinal); start >= 0; start = text.IndexOf(words, start + 1, StringComparison.Ordinal))
        {
            yield return start;
        }
    }

    private static string Tight(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
