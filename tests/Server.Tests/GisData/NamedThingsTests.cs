using System.Globalization;
using System.Text.Json;
using SpatialPlan.Server.Tests.PlanText;
using Xunit;

namespace SpatialPlan.Server.Tests.GisData;

/// <summary>
/// The text of the plan against the layers: what it names is a feature that cites the place, or a word that was reviewed
/// (ReviewedWords.json, each with its reason). How many of which there are by chapter stands in test-results/named-things.txt.
/// </summary>
public sealed class NamedThingsTests
{
    private static readonly IReadOnlyList<DrawnFeature> Features =
        [.. Directory.GetFiles(TopologyLayers.Folder, "*.geojson").SelectMany(file => TopologyLayers.Read(Path.GetFileNameWithoutExtension(file)).Values)];

    private static readonly IReadOnlyList<(string Code, string Word)> Reviewed =
    [
        .. from entry in FiguresReading.Read(Path.Combine(Repository.Root, "tests", "Server.Tests", "GisData", "ReviewedWords.json")).GetProperty("groups").EnumerateArray()
           from word in entry.GetProperty("words").EnumerateArray()
           select (entry.GetProperty("code").GetString()!, word.GetString()!),
    ];

    [Fact]
    public void What_a_paragraph_names_is_a_feature_that_cites_it_or_a_reviewed_word()
    {
        var found = Found();
        Report(found);
        Assert.InRange(found.Count(thing => thing.Found == NameFound.Cited), 700, 5000);
        Assert.Empty(found.Where(thing => thing.Found is NameFound.NotCited or NameFound.Unknown)
            .Select(thing => $"{thing.Paragraph.Id}: {thing.Words} in “{thing.Around}” is {(thing.Found == NameFound.NotCited ? "a feature that does not cite it" : "no feature")}"));
    }

    [Fact]
    public void A_name_that_no_feature_has_or_that_is_not_cited_is_found()
    {
        var plan = ThePlan.Document();
        var without = new NamedThings([.. Features.Where(feature => feature.Code != "project-11-1-2")], Reviewed.Select(at => at.Word));
        Assert.Contains(plan.Paragraphs.SelectMany(without.In), thing => thing is { Found: NameFound.Unknown, Words: "医院" });
        var elsewhere = new NamedThings([.. Features.Where(feature => feature.Code != "road-haichuan"), Features.Single(feature => feature.Code == "road-haichuan") with { Properties = Uncited("海川路") }], Reviewed.Select(at => at.Word));
        Assert.Contains(plan.Paragraphs.SelectMany(elsewhere.In), thing => thing is { Found: NameFound.NotCited, Words: "海川路" });
    }

    [Fact]
    public void A_reviewed_word_stands_once_and_is_still_needed()
    {
        var used = Found().Where(thing => thing.Found == NameFound.Reviewed).Select(thing => thing.Words).ToHashSet();
        Assert.Distinct(Reviewed.Select(at => at.Word));
        Assert.All(Reviewed, at => Assert.Contains(at.Word, used));
    }

    [Fact]
    public void What_is_doubtful_is_recorded_among_the_contradictions() =>
        Assert.All(Reviewed.Where(at => at.Code == "gap"), at => Assert.Contains(
            ContradictionsFiles.Contradictions.SelectMany(entry => entry.Sides), side => at.Word.Contains(side.Words.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal)));

    [Fact]
    public void A_part_is_called_as_its_paragraph_calls_it()
    {
        ThePlan.Document();
        var parts = Features.SelectMany(feature => feature.Entries("parts").Select(part => (feature.Code, Part: part))).ToList();
        Assert.NotEmpty(parts);
        Assert.All(parts, at => Assert.Contains(Tight(at.Part.GetProperty("what_zh").GetString()!), Tight(ThePlan.Paragraph(at.Part.GetProperty("paragraph").GetString()!).Text), StringComparison.Ordinal));
    }

    private static IReadOnlyList<NamedThing> Found()
    {
        var plan = ThePlan.Document();
        var names = new NamedThings(Features, Reviewed.Select(at => at.Word));
        return [.. plan.Paragraphs.SelectMany(names.In)];
    }

    private static void Report(IReadOnlyList<NamedThing> found)
    {
        var lines = found.GroupBy(thing => thing.Paragraph.Place.Chapter is { } chapter ? chapter.ToString(CultureInfo.InvariantCulture) : "outside").Select(chapter =>
            $"{chapter.Key}\t{chapter.Count(thing => thing.Found == NameFound.Cited)}\t{chapter.Where(thing => thing.Found == NameFound.Cited).Select(thing => thing.Words).Distinct().Count()}\t{chapter.Count(thing => thing.Found == NameFound.Reviewed)}\t{chapter.Count(thing => thing.Found is NameFound.NotCited or NameFound.Unknown)}");
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "tests", "test-results"));
        File.WriteAllLines(Path.Combine(folder.FullName, "named-things.txt"), ["chapter\tnames cited\tdifferent names\treviewed words\tmissing", .. lines]);
    }

    private static JsonElement Uncited(string name) =>
        JsonSerializer.SerializeToElement(new { name_zh = name, aliases = Array.Empty<string>(), citations = Array.Empty<string>() });

    private static string Tight(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
