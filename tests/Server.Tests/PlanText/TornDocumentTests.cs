using System.Text;
using System.Text.RegularExpressions;
using SpatialPlan.Server.PlanText;
using Xunit;

namespace SpatialPlan.Server.Tests.PlanText;

/// <summary>The real document, damaged: whatever is still found keeps its locator.</summary>
public partial class TornDocumentTests
{
    [Fact]
    public void The_real_document_in_GBK_is_the_same_document()
    {
        var text = Encoding.UTF8.GetString(ThePlan.Bytes());
        var plan = PlanDocument.Parse(CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(text), ThePlan.Definition);
        Assert.Equal(ThePlan.Document().Paragraphs.Select(paragraph => paragraph.Text), plan.Paragraphs.Select(paragraph => paragraph.Text));
    }

    [Fact]
    public void The_real_document_cut_anywhere_never_gives_an_id_another_text()
    {
        var whole = ThePlan.Document();
        var file = ThePlan.Bytes();
        for (var share = 1; share < 8; share++)
        {
            var cut = file.Length * share / 8;
            foreach (var torso in new[] { file[..cut], file[cut..] })
            {
                var plan = PlanDocument.Parse(torso, ThePlan.Definition);
                Assert.Equal(PlanTextVerdict.Partial, plan.Report.Verdict);
                // Only the paragraph at the cut may be shorter than it is. Pages are right as long as one number is printed.
                var isPaged = plan.Report.Issues.All(issue => issue.Code != PlanTextCodes.PagesUncertain);
                var changed = plan.Paragraphs.Where(paragraph =>
                    whole.Find(paragraph.Id) is not { } known
                    || known.Text != paragraph.Text
                    || isPaged && known.Page != paragraph.Page);
                Assert.True(changed.Count() <= 1, $"{share}/8: {string.Join(' ', changed.Select(paragraph => paragraph.Id))}");
            }
        }
    }

    [Fact]
    public void A_heading_that_the_extraction_has_lost_gives_no_id_another_text()
    {
        var whole = ThePlan.Document();
        var lines = Encoding.UTF8.GetString(ThePlan.Bytes()).Split('\n');
        var headings = lines.Index().Where(line => PlanHeading().IsMatch(line.Item)).Select(line => line.Index).ToList();
        Assert.Equal(12 + 51 + 28, headings.Count);
        foreach (var heading in headings)
        {
            var torso = string.Join('\n', lines.Where((_, at) => at != heading));
            var plan = PlanDocument.Parse(torso, ThePlan.Definition);
            Assert.Equal(PlanTextVerdict.Partial, plan.Report.Verdict);
            Assert.Single([.. plan.Report.Parts.Missing, .. plan.Report.Chapters.Missing, .. plan.Report.Boxes.Missing]);
            // Only the paragraph before the lost heading may run on.
            var changed = plan.Paragraphs.Where(paragraph => whole.Find(paragraph.Id) is { } known && known.Text != paragraph.Text);
            Assert.True(changed.Count() <= 1, $"line {heading + 1}: {string.Join(' ', changed.Select(paragraph => paragraph.Id))}");
        }
    }

    [GeneratedRegex("^ ?(第[一二三四五六七八九十]+[篇章] |专栏 )")]
    private static partial Regex PlanHeading();
}
