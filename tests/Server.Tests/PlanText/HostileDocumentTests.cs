using System.Text;
using CsCheck;
using SpatialPlan.Server.PlanText;
using Xunit;

namespace SpatialPlan.Server.Tests.PlanText;

/// <summary>Whatever the owner puts there, reading ends with a report and never with an exception.</summary>
public class HostileDocumentTests
{
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "utf-8", Encoding.UTF8.GetBytes(MadeUpPlan.Text) },
        { "utf-8", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(MadeUpPlan.Text)] },
        { "gb18030", Gb18030.GetBytes(MadeUpPlan.Text) },
        { "utf-16", Encoding.Unicode.GetBytes(MadeUpPlan.Text) },
        { "utf-16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(MadeUpPlan.Text)] },
        { "utf-16BE", Encoding.BigEndianUnicode.GetBytes(MadeUpPlan.Text) },
        { "utf-16BE", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(MadeUpPlan.Text)] },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_document_is_read_the_same_in_every_encoding(string encoding, byte[] file)
    {
        var plan = Parse(file);
        Assert.Equal(encoding, plan.Report.Encoding, ignoreCase: true);
        Assert.Equal(PlanTextVerdict.Complete, plan.Report.Verdict);
        Assert.Equal(
            PlanDocument.Parse(MadeUpPlan.Text, MadeUpPlan.Definition).Paragraphs.Select(paragraph => paragraph.Text),
            plan.Paragraphs.Select(paragraph => paragraph.Text));
    }

    public static TheoryData<byte[], PlanTextVerdict> Unusable => new()
    {
        { [], PlanTextVerdict.Empty },
        { "\n  \n\t\n\n"u8.ToArray(), PlanTextVerdict.Empty },
        { "- 1 -\n- 2 -\n"u8.ToArray(), PlanTextVerdict.Empty },
        { "%PDF-1.7\n1 0 obj"u8.ToArray(), PlanTextVerdict.NotText },
        { [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52, 0xFF, 0xFE], PlanTextVerdict.NotText },
        { "just some English words\n"u8.ToArray(), PlanTextVerdict.OtherPlan },
        { Encoding.UTF8.GetBytes(MadeUpPlan.Text.Replace("云泽发〔2020〕1号", "云泽发〔2021〕9号", StringComparison.Ordinal)), PlanTextVerdict.OtherPlan },
        { Encoding.UTF8.GetBytes(MadeUpPlan.Text.Replace("云泽", "他乡", StringComparison.Ordinal)), PlanTextVerdict.OtherPlan },
    };

    [Theory]
    [MemberData(nameof(Unusable))]
    public void What_is_not_this_plan_gives_a_report_and_no_paragraph(byte[] file, PlanTextVerdict verdict)
    {
        var plan = Parse(file);
        Assert.Equal(verdict, plan.Report.Verdict);
        Assert.False(plan.Report.Usable);
        Assert.Empty(plan.Paragraphs);
        Assert.Empty(plan.Outline.Parts);
        Assert.Equal(4, plan.Report.Chapters.Expected);
    }

    [Fact]
    public void A_plan_of_the_same_place_without_parts_is_another_plan()
    {
        var text = MadeUpPlan.Text.Replace("云泽发〔2020〕1号", "云泽新区交通规划", StringComparison.Ordinal)
            .Replace("第一篇 ", "", StringComparison.Ordinal)
            .Replace("第二篇 ", "", StringComparison.Ordinal);
        var plan = Parse(Encoding.UTF8.GetBytes(text));
        Assert.Equal(PlanTextVerdict.OtherPlan, plan.Report.Verdict);
        Assert.Equal((0, 4), (plan.Report.Parts.Found, plan.Report.Chapters.Found));
    }

    [Fact]
    public void The_number_of_another_plan_is_named()
    {
        var plan = Parse(Encoding.UTF8.GetBytes(MadeUpPlan.Text.Replace("1号", "9号", StringComparison.Ordinal)));
        var issue = Assert.Single(plan.Report.Issues, issue => issue.Code == PlanTextCodes.DocumentNumberDiffers);
        Assert.Equal(("云泽发〔2020〕9号", "云泽发〔2020〕1号"), (issue.Found, issue.Expected));
        Assert.Equal(4, plan.Report.Chapters.Found);
    }

    [Fact]
    public void The_first_half_keeps_its_ids_and_the_report_says_what_is_missing()
    {
        var half = MadeUpPlan.Text[..MadeUpPlan.Text.IndexOf("第二篇", StringComparison.Ordinal)];
        var plan = Parse(Encoding.UTF8.GetBytes(half));
        Assert.Equal(PlanTextVerdict.Partial, plan.Report.Verdict);
        Assert.Equal(["2"], plan.Report.Parts.Missing);
        Assert.Equal(["3", "4"], plan.Report.Chapters.Missing);
        Assert.Equal(["2-1"], plan.Report.Boxes.Missing);
        Assert.NotNull(plan.Find("demo-chapter-2-p2"));
    }

    [Fact]
    public void The_second_half_leaves_over_what_stands_before_its_first_heading()
    {
        var half = MadeUpPlan.Text[MadeUpPlan.Text.IndexOf("今后还要", StringComparison.Ordinal)..];
        var plan = Parse(Encoding.UTF8.GetBytes(half));
        Assert.Equal(PlanTextVerdict.Partial, plan.Report.Verdict);
        Assert.Equal(["1"], plan.Report.Parts.Missing);
        Assert.Equal(["1"], plan.Report.Chapters.Missing);
        Assert.Equal(1, Assert.Single(plan.Report.Unplaced).FirstLine);
        Assert.Contains(plan.Report.Issues, issue => issue.Code == PlanTextCodes.DocumentNumberMissing);
        Assert.DoesNotContain(plan.Paragraphs, paragraph => paragraph.Kind == PlanParagraphKind.Front || paragraph.Place.Chapter == 1);
        Assert.NotNull(plan.Find("demo-box-1-1-item-1"));
    }

    [Fact]
    public void A_box_without_the_heading_of_its_chapter_is_placed_and_the_text_after_it_is_not()
    {
        var torso = MadeUpPlan.Text.Replace("第二章 今后的打算，\n一步一步来\n", "", StringComparison.Ordinal);
        var plan = Parse(Encoding.UTF8.GetBytes(torso));
        Assert.Equal(["2"], plan.Report.Chapters.Missing);
        Assert.Equal(2, plan.Find("demo-box-1-1-item-2")!.Place.Chapter);
        Assert.DoesNotContain(plan.Paragraphs, paragraph => paragraph.Id.StartsWith("demo-chapter-2", StringComparison.Ordinal));
        Assert.Single(plan.Report.Issues, issue => issue.Code == PlanTextCodes.BoxInOtherChapter);
        Assert.Single(plan.Report.Unplaced);
    }

    [Fact]
    public void Sections_that_begin_anew_are_not_those_of_the_chapter_before()
    {
        var text = MadeUpPlan.Text.Replace("第二篇 云泽新区的将来\n第三章 湖边的产业\n", "", StringComparison.Ordinal)
            .Replace("湖边不建工厂", "（一）湖边不建工厂", StringComparison.Ordinal);
        var plan = Parse(Encoding.UTF8.GetBytes(text));
        Assert.Equal(["3"], plan.Report.Chapters.Missing);
        Assert.Single(plan.Report.Issues, issue => issue.Code == PlanTextCodes.SectionOutOfOrder);
        Assert.Null(plan.Find("demo-chapter-2-p3"));
        Assert.Single(plan.Report.Unplaced);
    }

    [Fact]
    public void Pages_that_come_twice_are_left_over_the_second_time()
    {
        var chapter = MadeUpPlan.Text[MadeUpPlan.Text.IndexOf("第一章", StringComparison.Ordinal)..MadeUpPlan.Text.IndexOf("第二章", StringComparison.Ordinal)];
        var plan = Parse(Encoding.UTF8.GetBytes(MadeUpPlan.Text.Replace("第二章", chapter + "第二章", StringComparison.Ordinal)));
        Assert.Equal(PlanTextVerdict.Partial, plan.Report.Verdict);
        Assert.Single(plan.Report.Issues, issue => issue.Code == PlanTextCodes.HeadingRepeated);
        Assert.Equal(2, plan.Paragraphs.Count(paragraph => paragraph.Place.Chapter == 1));
        Assert.Single(plan.Report.Unplaced);
    }

    [Fact]
    public void A_missing_item_is_reported_and_the_next_one_keeps_its_number()
    {
        var text = MadeUpPlan.Text.Replace("2.车站路", "3.车站路", StringComparison.Ordinal);
        var plan = Parse(Encoding.UTF8.GetBytes(text));
        Assert.NotNull(plan.Find("demo-box-1-1-item-3"));
        var issue = Assert.Single(plan.Report.Issues);
        Assert.Equal((PlanTextCodes.ItemOutOfOrder, "3", "2"), (issue.Code, issue.Found, issue.Expected));
    }

    [Fact]
    public void A_file_cut_inside_a_character_is_still_read_as_what_it_is()
    {
        var file = Encoding.UTF8.GetBytes(MadeUpPlan.Text);
        var plan = Parse(file[..(file.Length / 2 / 3 * 3 + 1)]);
        Assert.Equal("utf-8", plan.Report.Encoding);
        Assert.Equal(PlanTextVerdict.Partial, plan.Report.Verdict);
    }

    [Fact]
    public void Characters_that_a_database_refuses_are_gone()
    {
        var plan = Parse(Encoding.UTF8.GetBytes(MadeUpPlan.Text.Replace("修路", "修\u0000路\u0007", StringComparison.Ordinal)));
        Assert.Equal(PlanTextVerdict.Complete, plan.Report.Verdict);
        Assert.DoesNotContain(plan.Paragraphs, paragraph => paragraph.Text.Any(char.IsControl));
    }

    [Fact]
    public void Any_bytes_give_a_report() => Gen.Byte.Array[0, 400].Sample(bytes => Assert.NotNull(Parse(bytes).Report));

    [Fact]
    public void Any_order_of_the_lines_gives_a_report_and_ids_that_are_unique()
    {
        var lines = MadeUpPlan.Text.Split('\n');
        Gen.Shuffle(lines).Sample(
            shuffled =>
            {
                var ids = Parse(Encoding.UTF8.GetBytes(string.Join('\n', shuffled))).Paragraphs.Select(paragraph => paragraph.Id).ToList();
                Assert.Equal(ids.Count, ids.Distinct().Count());
            },
            iter: 300);
    }

    private static PlanDocument Parse(byte[] file) => PlanDocument.Parse(file, MadeUpPlan.Definition);
}
