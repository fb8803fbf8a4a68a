using SpatialPlan.Server.PlanText;
using Xunit;

namespace SpatialPlan.Server.Tests.PlanText;

public class BoxTests
{
    /// <summary>
    /// The boxes have no end mark: where each ends is our reading. For each its chapter, printed page, number of items,
    /// the last of its paragraphs, how that begins and ends, and what comes next.
    /// </summary>
    public static TheoryData<string, int, int, int, string, string, string, string?> Boxes => new()
    {
        { "3-1", 8, 26, 4, "item-4", "4. 重点合作高校院所", "业研究院等。", "chapter-9-p1" },
        { "3-2", 10, 30, 5, "item-5", "5.实施国际人才", "系统培训。", "chapter-11-p1" },
        { "4-1", 12, 36, 8, "item-8", "8. 永生重工年产", "能力。", "chapter-12-p4" },
        { "4-2", 12, 38, 5, "item-5", "5. 双林自动变速器", "利税 1.2亿元。", "chapter-12-p5" },
        { "4-3", 12, 39, 4, "item-4", "4. 通佳智能装备", "150台套。", "chapter-12-p6" },
        { "4-4", 12, 41, 6, "item-6", "6. 胜利生物 202", "自动化系统。", "chapter-12-p8" },
        { "4-5", 12, 43, 3, "item-3", "3. 鲁西南国际肿瘤", "生活质量。", "chapter-12-p9" },
        { "4-6", 12, 44, 2, "item-2", "2.金科生命健康", "企业入驻。", "chapter-12-p10" },
        { "4-7", 12, 45, 3, "item-3", "3.闽商智能电子", "电子产品。", "chapter-12-p12" },
        { "4-8", 12, 47, 1, "item-1", "1. 港航智慧运营", "交易便捷化。", "chapter-12-p13" },
        { "4-9", 12, 49, 6, "item-6", "6. 远山半导体", "生产能力。", "chapter-12-p15" },
        { "4-10", 12, 50, 2, "item-2", "2. 冠能新能源", "5万台套。", "chapter-13-p1" },
        { "4-11", 13, 52, 2, "item-2", "2. 科技服务", "知识产权试点园。", "chapter-13-p3" },
        { "4-12", 13, 53, 1, "item-1", "1. 商贸服务", "品牌。", "chapter-13-p4" },
        { "4-13", 13, 54, 0, "p1", "发展中韵日韩", "发展新格局。", "chapter-14-p1" },
        { "4-14", 15, 56, 3, "item-3", "3. 成长型企业", "过 10亿元。", "chapter-16-p1" },
        { "4-15", 16, 58, 2, "item-2", "2. 电子商务", "商务产业园。", "chapter-16-p3" },
        { "4-16", 16, 60, 5, "item-5", "5. 北斗应用", "示范基地。", "chapter-16-p5" },
        { "6-1", 20, 69, 3, "item-3", "3. 推动“宜居宜业”", "品牌。", "chapter-20-p3" },
        { "6-2", 21, 75, 2, "item-2", "2. 城市主干路网", "通勤效率。", "figure-6-3" },
        { "6-3", 23, 79, 4, "item-4", "4. 智慧城市大脑", "全面支撑。", "chapter-24-p1" },
        { "6-6", 24, 82, 12, "item-12", "12. 蓼河新区", "达到 35万。", "chapter-24-p4" },
        { "7-1", 26, 91, 3, "item-3", "3. “十里水乡”", "六大板。", "box-7-2-item-1" },
        { "7-2", 26, 93, 5, "item-5", "5. 人才振兴", "产业发展。", "chapter-26-p6" },
        { "7-3", 27, 97, 2, "item-2", "2. 城乡供水一体化", "不安全问题。", "chapter-28-p1" },
        { "9-1", 35, 110, 3, "item-3", "3. 日本远山", "产业板块。", "chapter-35-p4" },
        { "9-2", 36, 112, 3, "item-3", "3. 亿润通", "货源内流。", "chapter-36-p3" },
        { "11-1", 43, 128, 3, "item-3", "3. 鲁西南国际肿瘤", "癌病患者。", "chapter-44-p1" },
    };

    [Theory]
    [MemberData(nameof(Boxes))]
    public void A_box_stands_on_its_page_and_ends_where_running_text_goes_on(
        string number, int chapter, int page, int items, string last, string begins, string ends, string? next)
    {
        var plan = ThePlan.Document();
        var box = plan.Outline.Boxes.Single(candidate => candidate.Box == number);
        Assert.Equal((chapter, page, items), (box.Chapter, box.Page, box.Items));
        Assert.Equal($"fyp14-box-{number}-{last}", box.LastParagraph);
        var paragraph = plan.Find(box.LastParagraph!)!;
        Assert.StartsWith(begins, paragraph.Text, StringComparison.Ordinal);
        Assert.EndsWith(ends, paragraph.Text, StringComparison.Ordinal);
        Assert.Equal($"fyp14-{next}", plan.Neighbours(paragraph.Id).After?.Id);
    }

    [Fact]
    public void All_28_boxes_are_listed_here_and_found_in_this_order() =>
        Assert.Equal(Boxes.Select(row => row.Data.Item1), ThePlan.Document().Outline.Boxes.Select(box => box.Box));

    [Fact]
    public void The_items_of_every_box_are_numbered_without_a_gap()
    {
        foreach (var box in ThePlan.Document().Outline.Boxes)
        {
            var numbers = ThePlan.Document().Paragraphs
                .Where(paragraph => paragraph.Place.Box == box.Box && paragraph.Kind == PlanParagraphKind.BoxItem)
                .Select(paragraph => paragraph.Number);
            Assert.Equal(Enumerable.Range(1, box.Items), numbers);
        }
    }

    [Fact]
    public void Box_6_1_leaves_city_axes_belts_and_clusters_to_chapter_20()
    {
        var plan = ThePlan.Document();
        Assert.Equal(
            ["“一城”", "“两轴”", "“三带”", "“四组团”"],
            Enumerable.Range(2, 4).Select(number => plan.Find($"fyp14-chapter-20-p{number}")!.Text.Split('，')[0]));
        Assert.Null(plan.Find("fyp14-chapter-20-p6"));
        Assert.Null(plan.Find("fyp14-box-6-1-p1"));
        Assert.Contains("洸府河生态休闲带", plan.Find("fyp14-chapter-20-p4")!.Text, StringComparison.Ordinal);
        Assert.Contains("接庄创智组团", plan.Find("fyp14-chapter-20-p5")!.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("6-4")]
    [InlineData("6-5")]
    public void Boxes_that_the_numbering_leaves_out_do_not_exist(string box) =>
        Assert.DoesNotContain(box, ThePlan.Document().Outline.Boxes.Select(found => found.Box));
}
