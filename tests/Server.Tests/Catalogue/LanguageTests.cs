using System.Text;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using Xunit;

namespace SpatialPlan.Server.Tests.Catalogue;

/// <summary>What investors read exists in their languages, in the letters of these, and with the figures of the Chinese.</summary>
public sealed class LanguageTests
{
    private const int JapaneseLetters = 932;
    private const int KoreanLetters = 51949;

    private static readonly string[] Read = ["industry_chain", "industry_cluster", "chain_degree", "comparator", "unit", "plan_status", "placement", "hub_kind", "investor_kind", "policy_kind"];

    static LanguageTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Fact]
    public void Every_term_that_investors_read_has_all_four_languages()
    {
        var catalogue = CatalogueReader.Load(Repository.GisData);
        Assert.All(Read, name => Assert.All(catalogue.TermsOf(name), term => Assert.True(term is { Ja.Length: > 0, Ko.Length: > 0 }, $"{name} {term.Code}")));
        var used = File("layers/parks.geojson")["features"]!.AsArray().SelectMany(park => park!["properties"]!["targets"]!.AsArray()).Select(target => (string)target!["indicator"]!).Distinct();
        Assert.All(used, code => Assert.NotNull(catalogue.Vocabularies["indicator"].Find(code)!.Ja));
        Assert.All(catalogue.TermsOf("industry_chain").Select(term => ("industry_chain", term.Code)).Concat(catalogue.TermsOf("industry_cluster").Select(term => ("industry_cluster", term.Code))),
            term => Assert.NotNull(catalogue.FindProfile(term.Item1, term.Code)?.SummaryKo));
        Assert.All(new[] { "parks", "hubs", "core-city", "axes", "belts", "urban-clusters" }.SelectMany(layer => File($"layers/{layer}.geojson")["features"]!.AsArray()),
            feature => Assert.NotNull(catalogue.FindProfile(Profile.Feature, (string)feature!["id"]!)?.NameJa));
        Assert.All(Directory.EnumerateFiles(Path.Combine(Repository.GisData, "layers")).SelectMany(file => File(file)["features"]!.AsArray()), feature => Assert.NotNull(feature!["properties"]!["name_en"]));
        var features = Directory.EnumerateFiles(Path.Combine(Repository.GisData, "layers")).SelectMany(file => File(file)["features"]!.AsArray()).Select(feature => (string)feature!["id"]!).ToHashSet();
        Assert.All(catalogue.Profiles.Where(profile => profile.Kind == Profile.Feature), profile => Assert.Contains(profile.Code, features));
        Assert.All(File("industries.json")["industries"]!.AsArray().SelectMany(industry => industry!["products"]!.AsArray()), product => Assert.NotNull(product!["ko"]));
        var product = File("catalogue/product.json");
        Assert.All(product["horizons"]!.AsArray().Append(product["title"]).Append(product["place"]).Append(product["description"]), said => Assert.True(said!["ja"] is not null && said["ko"] is not null));
        Assert.All(File("policies.json")["policies"]!.AsArray(), policy => Assert.NotNull(policy!["what_ja"]));
    }

    /// <summary>A character of simplified Chinese has no place in Japanese letters, and Korean text has no Chinese at all.</summary>
    [Fact]
    public void Japanese_and_Korean_are_written_in_their_own_letters()
    {
        var texts = Directory.EnumerateFiles(Repository.GisData, "*.json", SearchOption.AllDirectories).Where(file => !file.Contains("schema", StringComparison.Ordinal))
            .SelectMany(file => Texts(JsonNode.Parse(System.IO.File.ReadAllText(file)), "")).ToList();
        Assert.NotEmpty(texts);
        Assert.All(texts.Where(text => Languages.OfMember(text.Name) == Languages.Japanese), text => AssertWritten(text.Value, JapaneseLetters));
        Assert.All(texts.Where(text => Languages.OfMember(text.Name) == Languages.Korean), text =>
        {
            AssertWritten(text.Value, KoreanLetters);
            Assert.DoesNotContain(text.Value, letter => letter is >= '\u3400' and <= '\u9fff');
        });
    }

    [Fact]
    public void A_summary_has_the_same_years_and_figures_in_every_language()
    {
        foreach (var profile in CatalogueReader.Load(Repository.GisData).Profiles.Where(profile => profile.SummaryZh is not null))
        {
            var years = Years(profile.SummaryZh!);
            Assert.All(new[] { profile.SummaryEn!, profile.SummaryJa!, profile.SummaryKo! }, text => Assert.Equal(years, Years(text)));
            Assert.Equal(Figures(profile.SummaryJa!), Figures(profile.SummaryKo!));
        }
    }

    private static IEnumerable<string> Years(string text) => Figures(text).Where(figure => figure is "2023" or "2025" or "2035");

    private static IEnumerable<string> Figures(string text) =>
        System.Text.RegularExpressions.Regex.Matches(text, "[0-9]{2,}").Select(match => match.Value).Order(StringComparer.Ordinal);

    private static void AssertWritten(string text, int codePage)
    {
        var letters = Encoding.GetEncoding(codePage, EncoderFallback.ReplacementFallback, DecoderFallback.ReplacementFallback);

        // Of newer letters than the code page: a unit, and the name of a city that Japanese writes like this too.
        var known = text.Replace("²", "2", StringComparison.Ordinal).Replace('兗', '州');
        Assert.Equal(known, letters.GetString(letters.GetBytes(known)));
    }

    private static IEnumerable<(string Name, string Value)> Texts(JsonNode? node, string name) => node switch
    {
        JsonArray list => list.SelectMany(entry => Texts(entry, name)),
        JsonObject entry => entry.SelectMany(member => Texts(member.Value, member.Key)),
        JsonValue value when value.TryGetValue<string>(out var text) => [(name, text)],
        _ => [],
    };

    private static JsonNode File(string path) => JsonNode.Parse(System.IO.File.ReadAllText(Path.Combine(Repository.GisData, path)))!;
}
