using System.Text.RegularExpressions;
using Xunit;

namespace SpatialPlan.Server.Tests.GisData;

/// <summary>A place that the plan does not give is inferred from something that the feature names, or it is not drawn.</summary>
public sealed partial class InferredPlaceTests
{
    private const string PublicSource = "placed-by-public-knowledge";

    private static IEnumerable<DrawnFeature> Inferred =>
        Directory.GetFiles(TopologyLayers.Folder).SelectMany(file => TopologyLayers.Read(Path.GetFileNameWithoutExtension(file)).Values)
            .Where(feature => feature.Text("placement") == "inferred");

    [Fact]
    public void An_inferred_place_stands_at_a_drawn_feature_or_cites_the_rule_by_which_it_was_found()
    {
        var drawn = Directory.GetFiles(TopologyLayers.Folder).SelectMany(file => TopologyLayers.Read(Path.GetFileNameWithoutExtension(file)).Values)
            .Where(feature => feature.Degrees is not null).Select(feature => feature.Code).ToHashSet();
        Assert.All(Inferred, feature => Assert.True(
            feature.Text("placed_by") is { } host ? drawn.Contains(host) : feature.Citations().Any(citation => citation is { Attribute: "geometry", Rule: not null }),
            $"{feature.Code} does not say what it is inferred from"));
    }

    [Fact]
    public void A_place_from_a_public_source_names_the_source_in_both_languages() =>
        Assert.All(Inferred.Where(feature => feature.Citations().Any(citation => citation.Rule == PublicSource)), feature =>
        {
            Assert.Matches(NamedZh(), feature.Text("placement_reason_zh"));
            Assert.Matches(NamedEn(), feature.Text("placement_reason_en"));
        });

    [Fact]
    public void No_place_rests_on_general_knowledge_or_on_nothing() =>
        Assert.All(Inferred, feature =>
        {
            Assert.DoesNotMatch("常识|一般地理知识|亦无方位", feature.Text("placement_reason_zh"));
            Assert.DoesNotMatch("general knowledge|no hint", feature.Text("placement_reason_en"));
        });

    // "（StoreMap-China，2026-11-29 查阅）", "公开报道（2016）", "2022 年年度报告"
    [GeneratedRegex("（[^（）]*([0-9]{4}|[a-z]+\\.[a-z]+)[^（）]*）|[0-9]{4} 年年度报告")]
    private static partial Regex NamedZh();

    [GeneratedRegex("[0-9]{4}|[a-z]+\\.[a-z]+")]
    private static partial Regex NamedEn();
}
