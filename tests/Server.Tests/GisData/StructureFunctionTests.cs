using System.Text.Json;
using SpatialPlan.Server.Tests.PlanText;
using Xunit;

namespace SpatialPlan.Server.Tests.GisData;

/// <summary>What chapter 20 gives the city, the axes, belts and urban clusters to do: there for each, cited, in our own words.</summary>
public sealed class StructureFunctionTests
{
    /// <summary>A run of so many characters of the plan would be its sentence.</summary>
    private const int Copied = 15;

    private static readonly string[] Collections = ["core-city", "axes", "belts", "urban-clusters"];
    private static readonly string[] Lists = ["functions", "key_parks", "extent"];

    private static readonly IReadOnlyList<DrawnFeature> Structure = [.. Collections.SelectMany(collection => TopologyLayers.Read(collection).Values)];

    private static IEnumerable<(DrawnFeature Of, JsonElement Statement)> Statements =>
        Structure.SelectMany(feature => Lists.SelectMany(list => feature.Entries(list)).Select(statement => (feature, statement)));

    [Fact]
    public void Every_part_of_the_structure_has_its_functions_from_the_paragraph_that_explains_it() =>
        Assert.All(Structure, feature =>
        {
            var functions = feature.Entries("functions").ToList();
            Assert.NotEmpty(functions);
            Assert.All(functions, function => Assert.Contains(
                feature.Citations(), citation => citation.Attribute is null && citation.Paragraph == function.GetProperty("paragraph").GetString()));
        });

    [Fact]
    public void An_axis_says_how_far_it_goes_and_the_one_with_parks_which_are_key() =>
        Assert.All(TopologyLayers.Read("axes").Values, axis =>
        {
            Assert.NotEmpty(axis.Entries("extent"));
            Assert.Equal(axis.Code == "axis-haichuan-road", axis.Entries("key_parks").Any());
        });

    [Fact]
    public void A_feature_of_a_statement_is_named_in_its_paragraph()
    {
        var features = Directory.GetFiles(TopologyLayers.Folder, "*.geojson")
            .SelectMany(file => TopologyLayers.Read(Path.GetFileNameWithoutExtension(file)).Values).ToLookup(feature => feature.Code);
        Assert.All(Statements, at => Assert.All(at.Statement.GetProperty("features").EnumerateArray(), code =>
            Assert.Contains(features[code.GetString()!], feature => feature.IsNamedIn(Bare(at.Statement), null))));
    }

    [Fact]
    public void The_words_are_our_own() =>
        Assert.All(Statements, at =>
        {
            var (words, text) = (string.Concat(at.Statement.GetProperty("what_zh").GetString()!.Where(letter => !char.IsWhiteSpace(letter))), Bare(at.Statement));
            Assert.All(
                Enumerable.Range(0, Math.Max(0, words.Length - Copied + 1)),
                start => Assert.DoesNotContain(words.Substring(start, Copied), text));
        });

    private static string Bare(JsonElement statement) =>
        string.Concat(ThePlan.Paragraph(statement.GetProperty("paragraph").GetString()!).Text.Where(letter => !char.IsWhiteSpace(letter)));
}
