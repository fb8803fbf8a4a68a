using System.Text;
using SpatialPlan.Server.PlanText;

namespace SpatialPlan.Server.Tests.PlanText;

/// <summary>A small plan of a place that does not exist, set as the real one is: wraps, pages, boxes without an end.</summary>
internal static class MadeUpPlan
{
    private const int ChapterWidth = 28;
    private const int BoxWidth = 32;

    public static PlanDefinition Definition { get; } = new(
        "demo",
        "云泽发〔2020〕1号",
        "云泽新区",
        [new PartDefinition(1, 1, 2), new PartDefinition(2, 3, 4)],
        [new BoxDefinition("1-1", 2), new BoxDefinition("2-1", 3)])
    {
        PagesBeforeText = 0,
    };

    public static string SectionAfterBox { get; } =
        InChapter("（二）再种树。湖边种柳树，路边种槐树，山上种松树，五年里一共种十万棵树。");

    public static string Text { get; } = string.Join('\n',
        Page("云泽发〔2020〕1号"),
        "关于印发规划的通知",
        Page("第一篇 云泽新区的起点"),
        "开启新的一程",
        Wrapped("云泽新区位于湖的东岸，这一篇说明它从哪里来，今天有什么，又缺少什么。", ChapterWidth),
        "第一章 已有的基础",
        Wrapped("几年来修了三条路，开了两座桥，湖水也比从前清了，新区的人口增加到两万人。", ChapterWidth),
        Wrapped("今后还要补上医院和学校的缺口，并且把老街修好。", ChapterWidth),
        "第二章 今后的打算，",
        "一步一步来",
        Wrapped("（一）先修路。从码头到车站的路先修，预计投资 2.28亿元，两年内通车，沿路种树。", ChapterWidth),
        "专栏 1-1 修路的项目",
        Wrapped("1. 码头路项目。总投资 1.5亿元，从码头到老街，全长 3公里，路面宽 24米，两边都有人行道。", BoxWidth),
        Wrapped("2.车站路项目。总投资 7800万元，从老街到车站，沿路新建两座小桥和一处停车场，建成后通公交车。", BoxWidth),
        SectionAfterBox,
        "- 3 -",
        "第二篇 云泽新区的将来",
        "第三章 湖边的产业",
        Wrapped("湖边不建工厂，只做三件事：养鱼、造船、待客，三件事都要让湖水一年比一年清。", ChapterWidth),
        "专栏 2-1 三件事",
        Wrapped("三件事由湖边的三个村子分头来做，每个村子做一件，做好了再互相学，每年秋天一起算一次账。", BoxWidth),
        "第四章 怎样落实",
        Wrapped("每年开一次会，把做成的和没有做成的都写出来，贴在码头的墙上。", ChapterWidth),
        "");

    /// <summary>A paragraph set in the width of a chapter.</summary>
    public static string InChapter(string text) => Wrapped(text, ChapterWidth);

    private static string Page(string line) => " " + line;

    /// <summary>Sets a paragraph in lines, the first of them indented by two characters as on the page.</summary>
    private static string Wrapped(string text, int width)
    {
        var set = new StringBuilder();
        var left = width - 2.0;
        foreach (var character in text)
        {
            var size = character < '\u2000' ? 0.5 : 1;
            if (size > left)
            {
                set.Append('\n');
                left = width;
            }

            left -= size;
            set.Append(character);
        }

        return set.ToString();
    }
}
