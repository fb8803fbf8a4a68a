using SpatialPlan.Server.PlanText;
using Xunit;

namespace SpatialPlan.Server.Tests.PlanText;

/// <summary>The rules of reading, on a small plan of our own.</summary>
public class ReadingTests
{
    private static readonly string[] Ids =
    [
        "demo-front-p1", "demo-front-p2", "demo-part-1-p1", "demo-chapter-1-p1", "demo-chapter-1-p2", "demo-chapter-2-p1",
        "demo-box-1-1-item-1", "demo-box-1-1-item-2", "demo-chapter-2-p2", "demo-chapter-3-p1", "demo-box-2-1-p1",
        "demo-chapter-4-p1",
    ];

    [Fact]
    public void A_plan_is_read_into_paragraphs_with_ids_in_its_order()
    {
        var plan = Parse(MadeUpPlan.Text);
        Assert.Equal(PlanTextVerdict.Complete, plan.Report.Verdict);
        Assert.Equal(Ids, plan.Paragraphs.Select(paragraph => paragraph.Id));
        Assert.Equal("今后的打算，一步一步来", plan.Outline.Chapters.ElementAt(1).Title);
        Assert.Equal("云泽新区的起点开启新的一程", plan.Outline.Parts[0].Title);
    }

    [Fact]
    public void Neighbours_are_those_of_the_document()
    {
        var plan = Parse(MadeUpPlan.Text);
        var (before, after) = plan.Neighbours("demo-box-1-1-item-2");
        Assert.Equal(("demo-box-1-1-item-1", "demo-chapter-2-p2"), (before?.Id, after?.Id));
        Assert.Equal((null, "demo-front-p2"), (plan.Neighbours("demo-front-p1").Before, plan.Neighbours("demo-front-p1").After?.Id));
        Assert.Equal((null, null), plan.Neighbours("demo-chapter-9-p1"));
    }

    [Fact]
    public void A_decimal_at_the_beginning_of_a_line_is_no_item()
    {
        var plan = Parse(MadeUpPlan.Text.Replace("预计投资 2.28亿元", "预计投资\n2.28亿元", StringComparison.Ordinal));
        Assert.Equal(Ids, plan.Paragraphs.Select(paragraph => paragraph.Id));
    }

    [Fact]
    public void Pages_are_counted_from_leading_spaces_and_from_printed_numbers()
    {
        var plan = Parse(MadeUpPlan.Text);
        Assert.Equal([2, 3], plan.Outline.Parts.Select(part => part.Page!.Value));
        Assert.DoesNotContain(plan.Report.Issues, issue => issue.Code == PlanTextCodes.PageNumberDiffers);
    }

    [Fact]
    public void A_printed_page_number_that_is_not_the_counted_one_is_reported()
    {
        var plan = Parse(MadeUpPlan.Text.Replace("- 3 -", "- 7 -", StringComparison.Ordinal));
        // The printed one is believed.
        Assert.Equal([6, 7], plan.Outline.Parts.Select(part => part.Page!.Value));
        var issue = Assert.Single(plan.Report.Issues);
        Assert.Equal((PlanTextCodes.PageNumberDiffers, "7", "3"), (issue.Code, issue.Found, issue.Expected));
    }

    [Fact]
    public void Text_of_the_chapter_after_the_last_item_ends_a_box()
    {
        var goesOn = MadeUpPlan.InChapter("修路之外还有一件事，就是种树：先看是什么地方，再选是什么树，种下以后还要有人浇水。");
        var plan = Parse(MadeUpPlan.Text.Replace(MadeUpPlan.SectionAfterBox, goesOn, StringComparison.Ordinal));
        Assert.Equal("demo-box-1-1-item-2", plan.Outline.Boxes.First().LastParagraph);
        Assert.StartsWith("修路之外", plan.Find("demo-chapter-2-p2")!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Windows_line_breaks_and_a_byte_order_mark_change_nothing()
    {
        var plan = Parse("\uFEFF" + MadeUpPlan.Text.Replace("\n", "\r\n", StringComparison.Ordinal));
        Assert.Equal(Parse(MadeUpPlan.Text).Paragraphs.Select(paragraph => paragraph.Text), plan.Paragraphs.Select(paragraph => paragraph.Text));
    }

    [Fact]
    public void A_table_of_contents_does_not_count_as_headings()
    {
        const string Contents = "目录\n第一篇 云泽新区的起点\n第一章 已有的基础\n第二章 今后的打算 4\n第三章 湖边的产业……5\n";
        var plan = Parse(MadeUpPlan.Text.Replace("关于印发", Contents + "关于印发", StringComparison.Ordinal));
        Assert.Equal(2, plan.Report.Issues.Count(issue => issue.Code == PlanTextCodes.ContentsSkipped));
        Assert.Equal((2, 4, 2), (plan.Report.Parts.Found, plan.Report.Chapters.Found, plan.Report.Boxes.Found));
        Assert.Equal(4, plan.Outline.Chapters.Count());
    }

    private static PlanDocument Parse(string text) => PlanDocument.Parse(text, MadeUpPlan.Definition);
}
