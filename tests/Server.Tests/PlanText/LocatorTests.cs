using SpatialPlan.Server.PlanText;
using Xunit;

namespace SpatialPlan.Server.Tests.PlanText;

/// <summary>Locators are cited from all over the data: a change of the reading that moves one must fail here.</summary>
public class LocatorTests
{
    /// <summary>How many counted paragraphs each chapter has.</summary>
    private static readonly int[] ParagraphsOfChapter =
    [
        6, 2, 1, 1, 6, 9, 5, 5, 4, 4, 5, 15, 4, 3, 1, 6, 6, 4, 4, 5, 5, 3, 1, 4, 4, 6,
        7, 4, 4, 3, 4, 4, 8, 4, 5, 4, 2, 1, 2, 4, 4, 5, 6, 5, 4, 5, 6, 1, 1, 5, 4,
    ];

    [Fact]
    public void Every_chapter_has_its_number_of_paragraphs()
    {
        var counted = ThePlan.Document().Paragraphs
            .Where(paragraph => paragraph.Kind == PlanParagraphKind.Chapter)
            .CountBy(paragraph => paragraph.Place.Chapter!.Value)
            .OrderBy(chapter => chapter.Key);
        Assert.Equal(ParagraphsOfChapter, counted.Select(chapter => chapter.Value));
    }

    [Fact]
    public void An_id_is_given_once_and_finds_its_paragraph()
    {
        var plan = ThePlan.Document();
        Assert.Equal(plan.Paragraphs.Count, plan.Paragraphs.Select(paragraph => paragraph.Id).Distinct().Count());
        Assert.All(plan.Paragraphs, paragraph => Assert.Same(paragraph, plan.Find(paragraph.Id)));
        Assert.Null(plan.Find("fyp14-chapter-52-p1"));
    }

    [Theory]
    [InlineData("fyp14-front-p13", 7, "“十四五”时期", "制定本规划。")]
    [InlineData("fyp14-part-6-p1", 68, "以城聚产、产城融合", "科技新城。")]
    [InlineData("fyp14-chapter-1-p4", 9, "城市建设迈上新台阶", "最多的区域。")]
    [InlineData("fyp14-chapter-2-p2", 12, "“十四五”时期", "开新局。")]
    [InlineData("fyp14-chapter-3-p1", 13, "综合实力", "安全感。")]
    [InlineData("fyp14-chapter-6-p8", 20, "——美丽高新", "更加牢固。")]
    [InlineData("fyp14-chapter-6-p9", 22, "注：1.单位 GDP", "批准执行。")]
    [InlineData("fyp14-chapter-6-row-1", 21, "(1)地区生产总值增速", "预期性")]
    [InlineData("fyp14-chapter-6-row-10", 21, "(10)城镇登记失业率", "- < 4 预期性")]
    [InlineData("fyp14-chapter-6-row-17", 22, "(17)单位 GDP", "约束性")]
    [InlineData("fyp14-chapter-6-row-22", 22, "(22)能源综合生产能力", "-18 约束性")]
    [InlineData("fyp14-chapter-12-p3", 35, "①工程机械产业链", "生产能力。")]
    [InlineData("fyp14-chapter-21-p2", 74, "（一）建设便捷新城", "交通动脉。")]
    [InlineData("fyp14-chapter-33-p6", 106, "4. 强基", "区域前列。")]
    [InlineData("fyp14-box-4-1-item-3", 36, "3. 山重集团研究院", "1万台的能力。")]
    [InlineData("fyp14-box-6-6-item-9", 85, "9. 科技金融创新园", "突破 200亿")]
    [InlineData("fyp14-chapter-43-p2", 125, "（一）提升医疗卫生", "治未病科室，")]
    [InlineData("fyp14-chapter-51-p4", 143, "全区人民", "努力奋斗！")]
    [InlineData("fyp14-imprint-p1", 144, "济宁高新区管委会办公室", "印发")]
    public void A_locator_names_the_same_paragraph_for_ever(string id, int page, string begins, string ends)
    {
        var paragraph = ThePlan.Paragraph(id);
        Assert.Equal(page, paragraph.Page);
        Assert.StartsWith(begins, paragraph.Text, StringComparison.Ordinal);
        Assert.EndsWith(ends, paragraph.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fyp14-chapter-12-p3", 4, 12, 1, 1, null, null)]
    [InlineData("fyp14-box-4-1-item-3", 4, 12, 1, 1, "4-1", 3)]
    [InlineData("fyp14-box-6-6-item-5", 6, 24, 2, null, "6-6", 5)]
    [InlineData("fyp14-chapter-24-p4", 6, 24, 3, null, null, null)]
    [InlineData("fyp14-chapter-33-p4", 8, 33, 1, 2, null, null)]
    [InlineData("fyp14-chapter-20-p3", 6, 20, null, null, null, null)]
    public void A_paragraph_knows_its_place(
        string id, int part, int chapter, int? section, int? subsection, string? box, int? item) =>
        Assert.Equal(new PlanPlace(part, chapter, section, subsection, box, item), ThePlan.Paragraph(id).Place);

    [Fact]
    public void Every_character_that_is_no_heading_stands_in_exactly_one_paragraph()
    {
        var plan = ThePlan.Document();
        var lines = PlanTextDecoder.Decode(ThePlan.Bytes()).Text.Split('\n');
        var covered = plan.Paragraphs
            .SelectMany(paragraph => Enumerable.Range(paragraph.FirstLine, paragraph.LastLine - paragraph.FirstLine + 1))
            .Distinct()
            .ToHashSet();
        var others = Enumerable.Range(1, lines.Length).Where(number => !covered.Contains(number) && lines[number - 1].Trim().Length > 0);
        // Parts, chapters and boxes, six of them on two lines; title, columns and groups of the table; page numbers
        // outside paragraphs.
        var pageNumbersInside = lines.Index().Count(line => covered.Contains(line.Index + 1) && IsPageNumber(line.Item));
        Assert.Equal(12 + 51 + 28 + 6 + 10 + (8 - pageNumbersInside), others.Count());

        var source = lines.Index()
            .Where(line => covered.Contains(line.Index + 1) && !IsPageNumber(line.Item))
            .Select(line => line.Item);
        Assert.Equal(WithoutSpaces(string.Concat(source)), WithoutSpaces(string.Concat(plan.Paragraphs.Select(paragraph => paragraph.Text))));
    }

    [Fact]
    public void A_page_number_in_the_middle_of_a_paragraph_is_no_part_of_it()
    {
        var paragraph = ThePlan.Paragraph("fyp14-box-6-3-item-1");
        Assert.DoesNotContain("- 80 -", paragraph.Text, StringComparison.Ordinal);
        Assert.Equal(79, paragraph.Page);
        Assert.Equal(80, Assert.Single(paragraph.PageBreaks).Page);
    }

    private static bool IsPageNumber(string line) =>
        line.StartsWith("- ", StringComparison.Ordinal) && line.EndsWith(" -", StringComparison.Ordinal);

    private static string WithoutSpaces(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
}
