using SpatialPlan.Server.PlanText;
using Xunit;

namespace SpatialPlan.Server.Tests.PlanText;

public class SentenceTests
{
    private static PlanParagraph Paragraph(string text, params PlanPageBreak[] breaks) => new(
        "made-up-chapter-1-p1", PlanParagraphKind.Chapter, new PlanPlace(1, 1, null, null, null, null), 1, 9, text, breaks, 1, 1);

    [Fact]
    public void Sentences_end_at_full_stops_and_semicolons_and_keep_closing_marks()
    {
        var paragraph = Paragraph("新建车间；年产 2.5万台。“好！”继续");
        Assert.Equal(["新建车间；", "年产 2.5万台。", "“好！”", "继续"], paragraph.Sentences.Select(sentence => sentence.In(paragraph)));
    }

    [Fact]
    public void Sentences_together_are_the_paragraph()
    {
        foreach (var paragraph in ThePlan.Document().Paragraphs)
        {
            Assert.Equal(paragraph.Text, string.Concat(paragraph.Sentences.Select(sentence => sentence.In(paragraph))));
        }
    }

    [Fact]
    public void A_sentence_knows_the_page_it_begins_on()
    {
        var paragraph = Paragraph("第一句。第二句在此分页。第三句。", new PlanPageBreak(8, 10));
        Assert.Equal([9, 9, 10], paragraph.Sentences.Select(sentence => sentence.Page));
    }

    [Theory]
    [InlineData("总投资 15亿元。占地 5亿元。", "5亿元", "占地 5亿元。")]
    [InlineData("面积 1.8万平方米；共 8万平方米。", "8万平方米", "共 8万平方米。")]
    [InlineData("产值 1000 亿元。", "1000亿元", "产值 1000 亿元。")]
    [InlineData("保税物流中心（B型）。", "中心(B型)", "保税物流中心（B型）。")]
    [InlineData("推行\"链长制\"。", "“链长制”", "推行\"链长制\"。")]
    [InlineData("设备 Studer磨床。", "STUDER", "设备 Studer磨床。")]
    public void The_sentence_that_holds_a_figure_or_a_name_is_found(string text, string wanted, string sentence)
    {
        var paragraph = Paragraph(text);
        Assert.Equal(sentence, PlanSentences.Holding(paragraph, wanted)?.In(paragraph));
    }

    [Theory]
    [InlineData("总投资 15亿元。", "5亿元")]
    [InlineData("比例 6.35。", "6.3")]
    [InlineData("比例 2.5。", "5")]
    [InlineData("总投资 15亿元。", "")]
    [InlineData("总投资 15亿元。", "  ")]
    [InlineData("", "名称")]
    public void A_figure_is_not_found_inside_another_one_and_nothing_is_found_nowhere(string text, string wanted) =>
        Assert.Null(PlanSentences.Holding(Paragraph(text), wanted));

    [Theory]
    [InlineData("fyp14-box-4-1-item-1", "5.5万亩")]
    [InlineData("fyp14-box-4-1-item-3", "10万平方米")]
    [InlineData("fyp14-box-4-10-item-1", "3亿元")]
    [InlineData("fyp14-box-6-6-item-10", "350亿元")]
    [InlineData("fyp14-box-7-1-item-1", "10.25亿元")]
    [InlineData("fyp14-box-11-1-item-2", "12.8万平方米")]
    [InlineData("fyp14-chapter-12-p2", "200家")]
    public void A_figure_of_the_plan_is_followed_to_its_sentence(string id, string figure)
    {
        var paragraph = ThePlan.Paragraph(id);
        var sentence = PlanSentences.Holding(paragraph, figure);
        Assert.NotNull(sentence);
        Assert.NotNull(PlanSentences.OffsetOf(sentence.In(paragraph), figure));
    }
}
