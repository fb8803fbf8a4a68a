using System.Text.Json;
using SpatialPlan.Server.Tests.PlanText;
using Xunit;

namespace SpatialPlan.Server.Tests.GisData;

/// <summary>Why a park has its chains: the rule chain-of-park, held against box 6-6, chapter 12 and boxes 4-1 to 4-10.</summary>
public sealed class ParkChainTests
{
    private static readonly IReadOnlyDictionary<string, DrawnFeature> Parks = TopologyLayers.Read("parks");

    /// <summary>The paragraphs that put things under a cluster: those of chapter 12 that open it.</summary>
    private static readonly Dictionary<string, string> Clusters = new()
    {
        ["high-end-equipment"] = "fyp14-chapter-12-p2", ["medical-health"] = "fyp14-chapter-12-p6",
        ["information-technology"] = "fyp14-chapter-12-p10", ["new-materials-energy"] = "fyp14-chapter-12-p13",
    };

    private static IEnumerable<(DrawnFeature Park, JsonElement Ground)> Grounds =>
        Parks.Values.SelectMany(park => park.Entries("chain_grounds").Select(ground => (park, ground)));

    [Theory]
    [InlineData("construction-machinery", "2 5 7 8")]
    [InlineData("automotive", "2 5 7")]
    [InlineData("smart-equipment", "2 3 5 8")]
    [InlineData("biopharma", "1 7")]
    [InlineData("medical-services", "1")]
    [InlineData("medical-devices", "1 5")]
    [InlineData("smart-terminals", "4")]
    [InlineData("digital-economy", "4")]
    [InlineData("new-materials", "3 4 5 6")]
    [InlineData("new-energy", "3 6")]
    public void A_chain_belongs_to_the_parks_that_box_6_6_ties_to_it(string chain, string numbers) =>
        Assert.Equal(numbers, Numbers("industry_chains", chain));

    [Theory]
    [InlineData("high-end-equipment", "2 3 5 7 8")]
    [InlineData("medical-health", "1 5 7 8")]
    [InlineData("information-technology", "4 5 7")]
    [InlineData("new-materials-energy", "3 4 5 6")]
    public void A_cluster_belongs_to_the_parks_of_its_chains_and_to_those_that_name_the_cluster_only(string cluster, string numbers) =>
        Assert.Equal(numbers, Numbers("industry_clusters", cluster));

    [Fact]
    public void The_item_of_the_park_names_what_its_ground_says() =>
        Assert.All(Grounds, at =>
        {
            Assert.Equal($"fyp14-box-6-6-item-{at.Park.Code["park-".Length..]}", Text(at.Ground, "paragraph"));
            Assert.Contains(Text(at.Ground, "words")!, Bare(Text(at.Ground, "paragraph")!), StringComparison.Ordinal);
        });

    [Fact]
    public void The_plan_puts_the_words_of_a_ground_under_its_chain()
    {
        var places = ContradictionsFiles.Industries.ToDictionary(
            industry => industry.GetProperty("industry_chain").GetString()!, industry => industry.GetProperty("paragraph").GetString()!);
        var boxes = places.Keys.Select((chain, place) => (chain, box: $"fyp14-box-4-{place + 1}-")).ToDictionary(pair => pair.chain, pair => pair.box);
        var projects = TopologyLayers.Read("projects").Values.Concat(TopologyLayers.Read("facilities").Values).ToDictionary(project => project.Code);
        Assert.All(Grounds, at =>
        {
            var (ground, paragraph) = (at.Ground, Text(at.Ground, "chain_paragraph")!);
            Assert.Contains(Text(ground, "chain_words")!, Bare(paragraph), StringComparison.Ordinal);
            var isOfItsChain = Text(ground, "industry_chain") is { } chain
                ? paragraph == places[chain] || paragraph.StartsWith(boxes[chain], StringComparison.Ordinal)
                : paragraph == Clusters[Text(ground, "industry_cluster")!];

            // A project that names several chains puts itself under each of them.
            var isOfItsProject = Text(ground, "through") is { } through && projects[through].Names().Any(name => Bare(paragraph).Contains(name, StringComparison.Ordinal));
            Assert.True(isOfItsChain || isOfItsProject, $"{at.Park.Code}: {ground}");
        });
    }

    [Fact]
    public void What_is_gone_through_is_named_in_the_item_of_the_park()
    {
        var named = TopologyLayers.Read("projects").Values.Concat(TopologyLayers.Read("facilities").Values).ToDictionary(feature => feature.Code);
        Assert.All(Grounds.Where(at => Text(at.Ground, "through") is not null), at =>
            Assert.Contains(Text(at.Ground, "words"), named[Text(at.Ground, "through")!].Names()));
    }

    [Fact]
    public void A_chain_is_leading_where_the_sentence_has_a_verb_of_emphasis()
    {
        var verbs = FiguresReading.Terms("chain-degree")["leading"].GetProperty("words").EnumerateArray().Select(word => word.GetString()!).ToHashSet();
        Assert.All(Grounds, at =>
        {
            var verb = Text(at.Ground, "emphasis");
            if (Text(at.Ground, "degree") == "leading")
            {
                Assert.Contains(verb!, verbs);
            }

            Assert.True(Text(at.Ground, "degree") != "named" || verb is null, $"{at.Park.Code}: {at.Ground}");
            Assert.True(
                verb is null || Sentences(Text(at.Ground, "paragraph")!).Any(sentence => sentence.Contains(verb, StringComparison.Ordinal) && sentence.Contains(Text(at.Ground, "words")!, StringComparison.Ordinal)),
                $"{at.Park.Code}: {verb} and {Text(at.Ground, "words")} stand in no sentence together");
        });
    }

    private static string Numbers(string property, string code) => string.Join(' ', Parks.Values
        .Where(park => park.Properties.GetProperty(property).EnumerateArray().Any(term => term.GetString() == code))
        .Select(park => park.Properties.GetProperty("number").GetInt32()));

    private static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();

    private static string Bare(string paragraph) => string.Concat(ThePlan.Paragraph(paragraph).Text.Where(letter => !char.IsWhiteSpace(letter)));

    private static string[] Sentences(string paragraph) => Bare(paragraph).Split('。', '；');
}
