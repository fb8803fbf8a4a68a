using System.Text.Json;
using SpatialPlan.Server.Tests.PlanText;
using Xunit;

namespace SpatialPlan.Server.Tests.GisData;

/// <summary>Every layer against the text itself: what is cited exists, and it names what cites it.</summary>
public sealed class CitedNamesTests
{
    public static TheoryData<string> Collections =>
        [.. Directory.GetFiles(TopologyLayers.Folder, "*.geojson").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Collections))]
    public void A_feature_of_the_plan_is_named_in_a_paragraph_that_it_cites(string collection)
    {
        var plan = ThePlan.Document();
        Assert.All(TopologyLayers.Read(collection).Values.Where(feature => Text(feature.Properties, "origin") == "plan"), feature =>
        {
            var places = feature.Citations().Where(citation => citation.Attribute is null);
            Assert.True(places.Any(place => feature.IsNamedIn(Bare(plan.Find(place.Paragraph)?.Text), place.Rule)), $"{feature.Code} {feature.NameZh}");
        });
    }

    [Theory]
    [MemberData(nameof(Collections))]
    public void Every_cited_paragraph_is_in_the_document(string collection)
    {
        var plan = ThePlan.Document();
        Assert.All(TopologyLayers.Read(collection).Values.SelectMany(feature => Citations(feature)), citation =>
            Assert.NotNull(plan.Find(Text(citation, "paragraph")!)));
    }

    [Fact]
    public void A_feature_that_is_not_drawn_can_be_named_in_a_message() =>
        Assert.Equal("somewhere 某处", new DrawnFeature("somewhere", JsonElement.Parse("""{ "name_zh": "某处" }"""), null).ToString());

    private static JsonElement.ArrayEnumerator Citations(DrawnFeature feature) => feature.Properties.GetProperty("citations").EnumerateArray();

    private static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();

    private static string Bare(string? text) => string.Concat((text ?? "").Where(letter => !char.IsWhiteSpace(letter)));
}
