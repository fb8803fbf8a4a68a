using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace SpatialPlan.Server.Tests.GisData;

/// <summary>One word for one thing: client, pages of the server and data follow catalogue/glossary.json.</summary>
public sealed class GlossaryTests
{
    /// <summary>Codes and words of the plan itself, which are not ours to choose.</summary>
    private static readonly HashSet<string> NotOurs =
        ["id", "code", "paragraph", "chain_paragraph", "words", "chain_words", "emphasis", "name_zh", "aliases", "rule", "placed_by", "through", "features"];

    private static readonly IReadOnlyList<JsonElement> Terms =
        [.. FiguresReading.Read(FiguresReading.CatalogueFile("glossary.json")).GetProperty("terms").EnumerateArray()];

    public static TheoryData<string> Files =>
    [
        .. new[] { ("client/src", "words.*.json"), ("client/src/language", "problems.*.json"), ("server/Pages/i18n", "*.json"), ("gis-data", "*.json"), ("gis-data/layers", "*.geojson"), ("gis-data/catalogue", "*.json"), ("gis-data/catalogue/vocabularies", "*.json") }
            .SelectMany(place => Directory.EnumerateFiles(
                Path.Combine(Repository.Root, place.Item1), place.Item2, place.Item1 == "client/src" ? SearchOption.AllDirectories : SearchOption.TopDirectoryOnly))
            .Select(file => Path.GetRelativePath(Repository.Root, file))
            .Where(file => Path.GetFileName(file) != "glossary.json").Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void No_other_word_stands_for_a_term(string file)
    {
        var avoided = Terms.SelectMany(term => term.GetProperty("avoid").EnumerateArray().Select(word => (Word: word.GetString()!, Use: term.GetProperty("en").GetString()))).ToList();
        Assert.All(Texts(FiguresReading.Read(Path.Combine(Repository.Root, file))), text => Assert.All(avoided, avoid =>
            Assert.False(text.Contains(avoid.Word, StringComparison.OrdinalIgnoreCase), $"“{text}” says {avoid.Word}: the word is {avoid.Use}")));
    }

    [Fact]
    public void What_the_data_calls_by_a_word_of_the_glossary_has_its_English()
    {
        var glossary = Terms.ToDictionary(term => term.GetProperty("zh").GetString()!, term => term.GetProperty("en").GetString()!);
        var called = ContradictionsFiles.Catalogue.Vocabularies.Values.SelectMany(vocabulary => vocabulary.Terms.Select(term => (term.Zh, term.En)).Append((vocabulary.Title.Zh, vocabulary.Title.En)))
            .Concat(Directory.GetFiles(TopologyLayers.Folder, "*.geojson").SelectMany(layer => TopologyLayers.Read(Path.GetFileNameWithoutExtension(layer)).Values)
                .Select(feature => (Zh: feature.NameZh, En: feature.Text("name_en") ?? "")))
            .Where(named => glossary.ContainsKey(named.Zh)).ToList();
        Assert.InRange(called.Count, 10, 100);
        Assert.All(called, named => Assert.Equal((named.Zh, glossary[named.Zh]), named, (expected, actual) => expected.Zh == actual.Zh && string.Equals(expected.Item2, actual.Item2, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void The_English_of_an_urban_cluster_is_never_a_bare_cluster()
    {
        var named = Directory.GetFiles(TopologyLayers.Folder, "*.geojson").SelectMany(layer => TopologyLayers.Read(Path.GetFileNameWithoutExtension(layer)).Values)
            .Where(feature => feature.NameZh.Contains("组团", StringComparison.Ordinal)).ToList();
        Assert.InRange(named.Count, 4, 20);
        Assert.All(named, feature => Assert.Contains("urban cluster", feature.Text("name_en")!, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A sentence with the count of what is placed, or of what is not, calls it by the glossary: 有位置 {placed}, {placed} placed.</summary>
    [Fact]
    public void What_is_counted_as_placed_or_unplaced_is_called_so()
    {
        var counted = Files.Where(file => file.Data.EndsWith(".zh.json", StringComparison.Ordinal) || file.Data.EndsWith(".en.json", StringComparison.Ordinal))
            .SelectMany(file => Texts(FiguresReading.Read(Path.Combine(Repository.Root, file.Data))).Select(text => (Chinese: file.Data.EndsWith(".zh.json", StringComparison.Ordinal), Text: text)))
            .SelectMany(at => new[] { ("{placed}", "有位置", "placed"), ("{unplaced}", "未定位", "unplaced") }.Where(term => at.Text.Contains(term.Item1, StringComparison.Ordinal))
                .Select(term => (at.Text, Word: at.Chinese ? term.Item2 : term.Item3))).ToList();
        Assert.InRange(counted.Count, 10, 100);
        Assert.All(counted, at => Assert.True(Regex.IsMatch(at.Text, $@"(?<![{{a-z]){at.Word}(?![a-z}}])"), $"“{at.Text}” does not say {at.Word}"));
    }

    /// <summary>推断 is said of a status, 推定 of a place.</summary>
    [Fact]
    public void A_reason_of_a_place_infers_by_its_own_word() =>
        Assert.All(Directory.GetFiles(TopologyLayers.Folder, "*.geojson").SelectMany(layer => TopologyLayers.Read(Path.GetFileNameWithoutExtension(layer)).Values), feature =>
            Assert.DoesNotContain("推断", feature.Text("placement_reason_zh")!, StringComparison.Ordinal));

    [Fact]
    public void A_term_stands_there_once()
    {
        Assert.Distinct(Terms.Select(term => term.GetProperty("zh").GetString()));
        Assert.Distinct(Terms.Select(term => term.GetProperty("en").GetString()));
    }

    private static IEnumerable<string> Texts(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.String => [node.GetString()!],
        JsonValueKind.Array => node.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => node.EnumerateObject().Where(member => !NotOurs.Contains(member.Name)).SelectMany(member => Texts(member.Value)),
        _ => [],
    };
}
