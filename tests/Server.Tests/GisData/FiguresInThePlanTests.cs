using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using SpatialPlan.Server.Tests.PlanText;
using Xunit;

namespace SpatialPlan.Server.Tests.GisData;

/// <summary>Names, figures and status words against the text of the plan itself; skipped where the text is not.</summary>
public sealed partial class FiguresInThePlanTests
{
    private static readonly string[] Collections = ["projects", "project-sites", "facilities", "enterprises"];
    private static readonly string[] Figures = ["investment_cny", "floor_area_m2", "land_area_m2", "period_from", "period_to"];

    /// <summary>What a value may be written in: itself, 万, 亿, and the same of 亩.</summary>
    private static readonly (decimal Of, string Unit)[] Plain = [(1m, ""), (10_000m, "万"), (100_000_000m, "亿"), (1m, "亩"), (10_000m, "万亩")];

    /// <summary>A land area in m² is written in 亩 or 平方公里.</summary>
    private static readonly (decimal Of, string Unit)[] Area = [(10_000m / 15, "亩"), (100_000_000m / 15, "万亩"), (1_000_000m, "平方公里")];

    /// <summary>The table of chapter 6 prints the unit once, in the name of the row.</summary>
    private static readonly Dictionary<string, (decimal Of, string Unit)[]> OfTheRow = new() { ["jin"] = [(100_000_000m, "")], ["tce"] = [(10_000m, "")] };

    /// <summary>An area of a target is land or floor.</summary>
    private static readonly Dictionary<string, (decimal Of, string Unit)[]> OfASentence = new() { ["m2"] = [.. Plain, .. Area] };

    /// <summary>A five-year plan is for the year in which it ends.</summary>
    private static readonly Dictionary<int, string> PeriodEnding = new() { [2020] = "十三五", [2025] = "十四五" };

    [Theory]
    [MemberData(nameof(CollectionNames))]
    public void A_place_that_is_cited_for_a_feature_names_it(string collection)
    {
        ThePlan.Document();
        foreach (var feature in TopologyLayers.Read(collection).Values)
        {
            Assert.All(
                feature.Citations().Where(citation => citation.Attribute is null),
                citation => Assert.True(
                    feature.IsNamedIn(Words(citation.Paragraph), citation.Rule),
                    $"{citation.Paragraph} does not name {feature.Code}"));
        }
    }

    [Theory]
    [MemberData(nameof(CollectionNames))]
    public void A_stated_figure_stands_in_the_place_that_is_cited_for_it(string collection)
    {
        foreach (var feature in TopologyLayers.Read(collection).Values)
        {
            foreach (var citation in feature.Citations().Where(citation => citation.Basis == "stated" && Figures.Contains(citation.Attribute)))
            {
                var figure = feature.Number(citation.Attribute!)!.Value;
                Assert.True(Says(citation.Paragraph, figure, citation.Attribute == "land_area_m2" ? Area : Plain), $"{feature.Code}: {citation.Attribute} {figure} is not in {citation.Paragraph}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(CollectionNames))]
    public void The_quantity_of_an_output_stands_in_its_paragraph(string collection)
    {
        foreach (var feature in TopologyLayers.Read(collection).Values)
        {
            foreach (var output in feature.Entries("outputs"))
            {
                var paragraph = output.GetProperty("paragraph").GetString()!;
                Assert.True(Says(paragraph, output.GetProperty("quantity").GetDecimal(), Plain), $"{feature.Code}: {output} is not in {paragraph}");
            }
        }
    }

    [Fact]
    public void The_value_of_a_target_stands_in_its_paragraph()
    {
        ThePlan.Document();
        var targets = FiguresReading.Read(Path.Combine(TopologyLayers.Folder, "..", "targets.json")).GetProperty("targets").EnumerateArray()
            .Concat(TopologyLayers.Read("enterprises").Values.SelectMany(firm => firm.Entries("targets")))
            .Where(target => target.GetProperty("value").ValueKind == JsonValueKind.Number);
        Assert.All(targets, target =>
        {
            var paragraph = target.GetProperty("paragraph").GetString()!;
            var units = paragraph.Contains("-row-", StringComparison.Ordinal) ? OfTheRow : OfASentence;
            Assert.True(Says(paragraph, Math.Abs(target.GetProperty("value").GetDecimal()), units.GetValueOrDefault(target.GetProperty("unit").GetString()!, Plain)), target.ToString());
        });
    }

    [Fact]
    public void The_year_of_a_target_stands_in_its_paragraph_or_title_or_its_note_says_that_it_does_not()
    {
        var titles = ThePlan.Document().Outline.Parts.SelectMany(part => part.Chapters).ToDictionary(chapter => chapter.Number, chapter => chapter.Title);
        var dated = FiguresReading.Read(Path.Combine(TopologyLayers.Folder, "..", "targets.json")).GetProperty("targets").EnumerateArray()
            .Where(target => target.GetProperty("horizon").ValueKind == JsonValueKind.Number && !target.GetProperty("paragraph").GetString()!.Contains("-row-", StringComparison.Ordinal));
        Assert.All(dated, target =>
        {
            var year = target.GetProperty("horizon").GetInt32();
            var paragraph = ThePlan.Paragraph(target.GetProperty("paragraph").GetString()!);
            var words = Tight(paragraph.Text) + titles.GetValueOrDefault(paragraph.Place.Chapter ?? 0);
            var note = target.TryGetProperty("note_zh", out var said) ? said.GetString()! : "";
            Assert.True(
                words.Contains(year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                || (PeriodEnding.TryGetValue(year, out var period) && words.Contains(period, StringComparison.Ordinal))
                || note.Contains("未写年份", StringComparison.Ordinal),
                target.ToString());
        });
    }

    [Theory]
    [MemberData(nameof(CollectionNames))]
    public void A_status_that_follows_from_words_follows_from_a_word_of_its_own(string collection)
    {
        ThePlan.Document();
        var statuses = FiguresReading.Terms("plan-status");
        foreach (var feature in TopologyLayers.Read(collection).Values)
        {
            var words = statuses[feature.Text("plan_status")!].GetProperty("words").EnumerateArray().Select(word => word.GetString()!);
            Assert.All(
                feature.Citations().Where(citation => citation.Rule == "status-words"),
                citation => Assert.True(words.Any(word => Words(citation.Paragraph).Contains(word, StringComparison.Ordinal)), $"{feature.Code} has no word of {feature.Text("plan_status")}"));
        }
    }

    [Fact]
    public void A_project_without_a_status_has_no_word_but_those_of_the_time_after()
    {
        var words = FiguresReading.Terms("plan-status").Values.SelectMany(status => status.GetProperty("words").EnumerateArray()).Select(word => word.GetString()!).ToList();
        foreach (var project in TopologyLayers.Read("projects").Values.Where(project => project.Text("plan_status") == "not-stated"))
        {
            var said = TimeAfter().Replace(Words(project.Citations()[0].Paragraph), "");
            Assert.All(words, word => Assert.False(said.Contains(word, StringComparison.Ordinal), $"{project.Code} says {word}"));
        }
    }

    public static TheoryData<string> CollectionNames() => [.. Collections];

    private static string Words(string paragraph) => Tight(ThePlan.Paragraph(paragraph).Text);

    /// <summary>The extraction puts blanks around figures and Latin letters; names are written without.</summary>
    private static string Tight(string text) => Blank().Replace(text, "");

    /// <summary>A figure counts only as a whole number and before its own 万 or 亿; up to ten of something may be written as a word.</summary>
    private static bool Says(string paragraph, decimal figure, (decimal Of, string Unit)[] units)
    {
        const string Spelt = "〇一两三四五六七八九";
        var text = ThePlan.Paragraph(paragraph).Text;
        return units.Any(unit => Number().Matches(text).Any(number =>
                number.Groups["myriad"].Value + number.Groups["area"].Value == unit.Unit
                && Math.Abs((decimal.Parse(number.Groups["value"].Value, CultureInfo.InvariantCulture) * unit.Of) - figure) < 0.01m))
            || (figure is > 1 and < 10 && figure == Math.Floor(figure) && text.Contains(Spelt[(int)figure]));
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();

    [GeneratedRegex(@"(?<![\d.])(?<value>\d+(?:\.\d+)?)\s*(?<myriad>[万亿])?余?\s*(?<area>亩|平方公里)?")]
    private static partial Regex Number();

    /// <summary>What a project will be once it stands, and 继续建设, which only looks like 续建.</summary>
    [GeneratedRegex("建成(?:后|投产后|集|长晶|启用|国内)|在当地建成|继续建设")]
    private static partial Regex TimeAfter();
}
