using System.Text.Json;
using System.Text.RegularExpressions;
using SpatialPlan.Server.PlanText;
using SpatialPlan.Server.Tests.PlanText;

namespace SpatialPlan.Server.Tests.GisData;

/// <summary>What a name in a paragraph of the plan was found to be.</summary>
public enum NameFound
{
    /// <summary>A feature, or a part of one, that cites the paragraph.</summary>
    Cited,

    /// <summary>A word of ReviewedWords.json: no thing that a layer could hold.</summary>
    Reviewed,

    /// <summary>A feature has the name and does not cite the paragraph.</summary>
    NotCited,

    /// <summary>It ends like the name of a place, and no feature and no reviewed word has it.</summary>
    Unknown,
}

/// <param name="Words">The name, or for what is unknown the suffix.</param>
/// <param name="Around">A few characters on both sides.</param>
public sealed record NamedThing(PlanParagraph Paragraph, NameFound Found, string Words, string Around);

/// <summary>
/// Goes through the text of the plan for names: those of the layers wherever they stand, and whatever ends like a place
/// (路, 河, 中心, 医院 …). Of names within each other the longest counts, so that 蓼河 in 蓼河新城 is not the river.
/// </summary>
public sealed partial class NamedThings
{
    private readonly Dictionary<char, List<string>> words;
    private readonly ILookup<string, string> named;
    private readonly ILookup<string, string> partsIn;
    private readonly ILookup<string, string> sharedIn;
    private readonly HashSet<(string Code, string Paragraph)> citations;
    private readonly HashSet<string> reviewed;

    public NamedThings(IReadOnlyCollection<DrawnFeature> features, IEnumerable<string> reviewed)
    {
        this.reviewed = [.. reviewed];
        named = features.SelectMany(feature => feature.Names().Select(name => (Name: Tight(name), feature.Code))).Distinct().ToLookup(at => at.Name, at => at.Code);
        var parts = features.SelectMany(feature => feature.Entries("parts").Select(part => (feature, Paragraph: part.GetProperty("paragraph").GetString()!, Name: Tight(part.GetProperty("what_zh").GetString()!)))).ToList();
        citations = [.. features.SelectMany(feature => feature.Citations().Select(citation => (feature.Code, citation.Paragraph))), .. parts.Select(part => (part.feature.Code, part.Paragraph))];
        partsIn = parts.SelectMany(part => citations.Where(citation => citation.Code == part.feature.Code).Select(citation => (citation.Paragraph, part.Name))).Distinct().ToLookup(at => at.Paragraph, at => at.Name);
        sharedIn = features.SelectMany(feature => feature.Citations().Where(citation => citation.Rule == "named-in-a-list").SelectMany(citation => feature.Names().Select(name => (citation.Paragraph, Name: Tight(name))))).ToLookup(at => at.Paragraph, at => at.Name);
        words = named.Select(at => at.Key).Concat(this.reviewed).Concat(partsIn.SelectMany(names => names)).Distinct().GroupBy(word => word[0]).ToDictionary(group => group.Key, group => group.ToList());
    }

    public IEnumerable<NamedThing> In(PlanParagraph paragraph)
    {
        var text = Tight(paragraph.Text);
        var spans = Longest(text, paragraph.Id);
        foreach (var (start, word) in spans)
        {
            yield return new NamedThing(paragraph, Kind(word, paragraph.Id), word, Around(text, start, word.Length));
        }

        foreach (var suffix in PlaceSuffix().Matches(text).Where(at => !spans.Any(span => span.Start <= at.Index && at.Index + at.Length <= span.Start + span.Word.Length)))
        {
            var found = sharedIn[paragraph.Id].Any(name => name.EndsWith(suffix.Value, StringComparison.Ordinal)) ? NameFound.Cited : NameFound.Unknown;
            yield return new NamedThing(paragraph, found, suffix.Value, Around(text, suffix.Index, suffix.Length));
        }
    }

    private NameFound Kind(string word, string paragraph) =>
        reviewed.Contains(word) ? NameFound.Reviewed
        : partsIn[paragraph].Contains(word) || named[word].Any(code => citations.Contains((code, paragraph))) ? NameFound.Cited
        : NameFound.NotCited;

    private List<(int Start, string Word)> Longest(string text, string paragraph)
    {
        var all = Enumerable.Range(0, text.Length)
            .SelectMany(start => words.GetValueOrDefault(text[start], []).Where(word => string.CompareOrdinal(text, start, word, 0, word.Length) == 0).Select(word => (Start: start, Word: word)))
            .Where(span => named.Contains(span.Word) || reviewed.Contains(span.Word) || partsIn[paragraph].Contains(span.Word)).ToList();
        return [.. all.Where(span => !all.Any(other => other.Word.Length > span.Word.Length && other.Start <= span.Start && span.Start + span.Word.Length <= other.Start + other.Word.Length))];
    }

    private static string Around(string text, int start, int length) => text[Math.Max(0, start - 10)..Math.Min(text.Length, start + length + 5)];

    private static string Tight(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    [GeneratedRegex("研究院|研究所|实验室|中心|基地|医院|学校|大学|学院|园|大道|高速|高铁|路|街|河|湖|岛|渠|湿地|港|机场|站|厂|小区|宿舍|小镇|古镇|新城|科技城|产业城|不夜城|新区|片区|院区|集聚区|聚集区|示范区|试验区|保税区|配套区|孵化区|转化区|购物区|休闲区|餐饮区|娱乐区|交易区|种植区|体验区|商务区|观光区|发展轴|集聚轴|中轴|发展带|活力带|休闲带|景观带|服务带|缓冲带|组团|集团|公司|综合体|商圈|枢纽|桥|高架|立交|广场|步道|停车场|馆|管网|管廊|谷")]
    private static partial Regex PlaceSuffix();
}
