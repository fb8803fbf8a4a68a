using SpatialPlan.Server.PlanText;
using Xunit;

namespace SpatialPlan.Server.Tests.PlanText;

public class OutlineTests
{
    /// <summary>Printed pages of the chapters 1 to 51, counted by hand in the document.</summary>
    private static readonly int[] ChapterPages =
    [
        7, 11, 12, 14, 15, 17, 22, 24, 27, 29, 31, 34, 51, 54, 55, 57, 62, 65, 66, 68, 74, 77, 79, 80, 88, 89,
        94, 97, 99, 100, 101, 103, 105, 107, 108, 111, 113, 116, 116, 118, 120, 122, 125, 129, 131, 133, 136, 138, 140, 140, 142,
    ];

    private static readonly int[] PartPages = [7, 14, 22, 33, 62, 68, 88, 98, 106, 113, 120, 138];

    [Fact]
    public void The_document_is_found_complete_with_12_parts_51_chapters_and_28_boxes()
    {
        var report = ThePlan.Document().Report;
        Assert.Equal(PlanTextVerdict.Complete, report.Verdict);
        Assert.Equal("utf-8", report.Encoding);
        Assert.Equal((12, 51, 28), (report.Parts.Found, report.Chapters.Found, report.Boxes.Found));
        Assert.Equal((12, 51, 28), (report.Parts.Expected, report.Chapters.Expected, report.Boxes.Expected));
        Assert.Equal((142, 5, 376), (report.Sections, report.Figures, report.Paragraphs));
        Assert.Equal((6, 144), (report.FirstPage!.Value, report.LastPage!.Value));
    }

    [Fact]
    public void Nothing_of_the_document_is_left_over_or_out_of_order()
    {
        var report = ThePlan.Document().Report;
        Assert.Empty(report.Unplaced);
        // Also says that each of the eight printed page numbers is the number that was counted.
        Assert.Empty(report.Issues);
    }

    [Fact]
    public void Every_part_and_chapter_stands_on_its_printed_page()
    {
        var outline = ThePlan.Document().Outline;
        Assert.Equal(Enumerable.Range(1, 12), outline.Parts.Select(part => part.Number));
        Assert.Equal(PartPages, outline.Parts.Select(part => part.Page!.Value));
        Assert.Equal(Enumerable.Range(1, 51), outline.Chapters.Select(chapter => chapter.Number));
        Assert.Equal(ChapterPages, outline.Chapters.Select(chapter => chapter.Page!.Value));
    }

    [Theory]
    [InlineData(1, "以习近平新时代", "新征程")]
    [InlineData(3, "坚持创新", "高科技园区")]
    [InlineData(4, "强化新旧动能转换", "产业高地")]
    [InlineData(6, "推动产城融合", "生态科技新城")]
    [InlineData(12, "加强党的全面领导", "而奋斗")]
    public void A_part_title_over_two_lines_is_read_whole(int part, string begins, string ends)
    {
        var title = ThePlan.Document().Outline.Parts[part - 1].Title!;
        Assert.StartsWith(begins, title, StringComparison.Ordinal);
        Assert.EndsWith(ends, title, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "新机遇新挑战")]
    [InlineData(7, "国内一流高科技园区")]
    [InlineData(10, "淮海经济区人才高地")]
    [InlineData(11, "创新创业生态环境")]
    [InlineData(20, "城市空间布局")]
    [InlineData(51, "健全规划落实机制")]
    public void A_chapter_title_over_two_lines_is_read_whole(int chapter, string ends) =>
        Assert.EndsWith(ends, ThePlan.Document().Outline.Chapters.ElementAt(chapter - 1).Title!, StringComparison.Ordinal);

    [Fact]
    public void Chapter_12_has_four_clusters_with_ten_chains_in_them()
    {
        var sections = ThePlan.Document().Outline.Chapters.Single(chapter => chapter.Number == 12).Sections;
        Assert.Equal(
            ["高端装备产业集群", "医养健康产业集群", "新一代信息技术产业集群", "新材料新能源产业集群"],
            sections.Where(section => section.Parent is null).Select(section => section.Title));
        Assert.Equal(
            [
                (1, "工程机械产业链"), (1, "汽车及零部件产业链"), (1, "智能装备产业链"), (2, "生物医药产业链"),
                (2, "医疗服务业产业链"), (2, "医疗器械产业链"), (3, "智能终端产业链"), (3, "数字经济产业链"),
                (4, "新材料产业链"), (4, "新能源产业链"),
            ],
            sections.Where(section => section.Parent is not null).Select(section => (section.Parent!.Value, section.Title)));
    }

    [Fact]
    public void The_table_of_indicators_has_22_rows_in_five_groups()
    {
        var table = Assert.Single(ThePlan.Document().Outline.Chapters.SelectMany(chapter => chapter.Tables));
        Assert.Equal((6, 21, 22), (table.Chapter, table.Page, table.Rows));
        Assert.Equal(
            [("经济发展", 1), ("创新驱动", 6), ("民生福祉", 9), ("绿色生态", 16), ("安全保障", 21)],
            table.Groups.Select(group => (group.Title, group.FirstRow)));
    }

    [Fact]
    public void Five_figures_are_known_by_their_captions() => Assert.Equal(
        [("6-1", 20, 72), ("6-2", 20, 73), ("6-3", 21, 75), ("6-4", 24, 87), ("8-1", 37, 115)],
        ThePlan.Document().Outline.Figures.Select(figure => (figure.Figure, figure.Chapter, figure.Page)));
}
