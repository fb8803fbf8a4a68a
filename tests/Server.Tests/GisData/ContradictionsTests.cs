using System.Globalization;
using System.Text.RegularExpressions;
using NJsonSchema;
using SpatialPlan.Server.Catalogue;
using Xunit;

namespace SpatialPlan.Server.Tests.GisData;

/// <summary>The contradictions stand on the catalogue and the layers, and a value is what its words say.</summary>
public sealed partial class ContradictionsTests
{
    private const double SquareMetresOfMu = 10_000.0 / 15;
    private const string Numerals = "一二三四五六七八九十";

    private static IEnumerable<(Contradiction Entry, ContradictionSide Side)> Sides =>
        ContradictionsFiles.Contradictions.SelectMany(entry => entry.Sides.Select(side => (entry, side)));

    [Theory]
    [InlineData("contradictions")]
    [InlineData("industries")]
    [InlineData("policies")]
    public void The_file_matches_its_schema(string name)
    {
        var problems = new List<PackageProblem>();
        Assert.NotNull(new JsonFiles(ContradictionsFiles.Package, problems).Read(name + ".json", name));
        Assert.Empty(problems);
    }

    [Theory]
    [InlineData("name", 1, false)]
    [InlineData("name", 2, true)]
    [InlineData("unit", 1, true)]
    public async Task One_side_is_enough_only_where_the_statement_is_implausible_in_itself(string kind, int sides, bool accepted)
    {
        var file = Path.Combine(ContradictionsFiles.Package, "catalogue", "schema", "contradictions.schema.json");
        var schema = await JsonSchema.FromJsonAsync(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        var written = string.Join(',', Enumerable.Range(1, sides).Select(number =>
            $$"""{"paragraph":"fyp14-chapter-1-p{{number}}","words":"甲","value":null,"unit":null,"horizon":null,"note_zh":null,"note_en":null}"""));
        var faults = schema.Validate(
            $$"""{"contradictions":[{"code":"made-up","kind":"{{kind}}","title_zh":"甲","title_en":"A","features":[],"sides":[{{written}}]}]}""");
        Assert.Equal(accepted, faults.Count == 0);
    }

    [Fact]
    public void Codes_are_unique_and_sorted()
    {
        var codes = ContradictionsFiles.Contradictions.Select(entry => entry.Code).ToList();
        Assert.Equal(codes.Order(StringComparer.Ordinal).Distinct(), codes);
    }

    [Fact]
    public void Every_locator_is_a_place_that_the_plan_can_have() =>
        Assert.All(ContradictionsFiles.Locators, text =>
        {
            var locator = Locator.TryParse(text);
            Assert.NotNull(locator);
            var plan = ContradictionsFiles.Catalogue.FindPlan(locator.Plan);
            Assert.NotNull(plan);
            Assert.Null(locator.WhyNotIn(plan));
        });

    [Fact]
    public void Every_feature_exists_in_the_layers()
    {
        var codes = Directory.GetFiles(TopologyLayers.Folder, "*.geojson")
            .SelectMany(file => TopologyLayers.Read(Path.GetFileNameWithoutExtension(file)).Keys).ToHashSet();
        Assert.All(ContradictionsFiles.Contradictions.SelectMany(entry => entry.Features), code => Assert.Contains(code, codes));
    }

    [Fact]
    public void Every_unit_is_a_term_of_the_catalogue() =>
        Assert.All(Sides.Where(at => at.Side.Unit is not null), at =>
            Assert.NotNull(ContradictionsFiles.Catalogue.Vocabularies["unit"].Find(at.Side.Unit!)));

    [Fact]
    public void Words_are_a_figure_or_a_name_and_no_sentence() =>
        Assert.All(Sides, at => Assert.InRange(at.Side.Words.Count(letter => !char.IsWhiteSpace(letter)), 1, 20));

    [Fact]
    public void The_sides_of_a_contradiction_differ() =>
        Assert.All(ContradictionsFiles.Contradictions, entry =>
            Assert.Distinct(entry.Sides.Select(side => (side.Paragraph, side.Words))));

    [Fact]
    public void Titles_and_notes_exist_in_both_languages() =>
        Assert.All(Sides, at => Assert.Equal(at.Side.NoteZh is null, at.Side.NoteEn is null));

    [Fact]
    public void A_value_is_what_its_words_say() =>
        Assert.All(Sides.Where(at => at.Side.Value is not null), at =>
            Assert.True(
                Readings(at.Side.Words).Any(reading => Math.Abs(reading - at.Side.Value!.Value) < 0.6),
                $"{at.Entry.Code}: {at.Side.Words} is not {at.Side.Value}"));

    // The figures of some words in base units: digits with 万, 亿 or 亩, a numeral (三湖, 千亿), or the number of names listed.
    private static IEnumerable<double> Readings(string words)
    {
        foreach (Match figure in Figure().Matches(words))
        {
            var number = double.Parse(figure.Groups["number"].Value, CultureInfo.InvariantCulture);
            var scale = figure.Groups["scale"].Value switch { "亿" => 1e8, "万" => 1e4, _ => 1 };
            yield return number * scale * (figure.Groups["mu"].Success ? SquareMetresOfMu : 1);
        }

        foreach (Match numeral in Numeral().Matches(words))
        {
            yield return numeral.Value.Aggregate(0, (sum, digit) => sum + Numerals.IndexOf(digit, StringComparison.Ordinal) + 1);
        }

        if (words.Contains("千亿", StringComparison.Ordinal))
        {
            yield return 1000 * 1e8;
        }

        yield return words.Split('、').Length;
    }

    [GeneratedRegex(@"(?<number>-?\d+(?:\.\d+)?)\s*(?<scale>[万亿])?(?<mu>亩)?")]
    private static partial Regex Figure();

    [GeneratedRegex("[一二三四五六七八九十]+")]
    private static partial Regex Numeral();
}
