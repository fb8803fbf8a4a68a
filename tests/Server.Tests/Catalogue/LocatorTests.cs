using CsCheck;
using SpatialPlan.Server.Catalogue;
using Xunit;

namespace SpatialPlan.Server.Tests.Catalogue;

public sealed class LocatorTests
{
    private static readonly PlanDefinition Plan = new(
        "fyp14", "8", new("纲要", "Outline"), "2021-09-29",
        [new(1, [1, 3]), new(4, [12, 16]), new(6, [20, 24])],
        [new(12, [2, 6]), new(24, [2, 3])],
        [new("4-1", 12, 1), new("6-6", 24, 2), new("6-1", 20)]);

    [Theory]
    [InlineData("fyp14-chapter-20-p3", 6, 20, null, null)]
    [InlineData("fyp14-chapter-2-row-7", 1, 2, null, null)]
    [InlineData("fyp14-part-4-p1", 4, null, null, null)]
    [InlineData("fyp14-box-4-1-item-3", 4, 12, "4-1", 3)]
    [InlineData("fyp14-box-6-6-p2", 6, 24, "6-6", null)]
    public void A_locator_says_where_it_stands(string text, int? part, int? chapter, string? box, int? item)
    {
        var locator = Locator.TryParse(text)!;
        Assert.Null(locator.WhyNotIn(Plan));
        Assert.Equal((part, chapter, box, item), (locator.PartIn(Plan), locator.ChapterIn(Plan), locator.Box, locator.Item));
    }

    [Theory]
    [InlineData("fyp14-chapter-12-p1", null)]
    [InlineData("fyp14-chapter-12-p2", 1)]
    [InlineData("fyp14-chapter-12-p5", 1)]
    [InlineData("fyp14-chapter-12-p6", 2)]
    [InlineData("fyp14-chapter-12-p60", 2)]
    [InlineData("fyp14-chapter-20-p3", null)]
    [InlineData("fyp14-chapter-2-row-7", null)]
    [InlineData("fyp14-part-4-p1", null)]
    [InlineData("fyp14-box-6-6-item-3", 2)]
    [InlineData("fyp14-box-6-1-item-1", null)]
    public void A_section_goes_from_its_first_paragraph_to_the_next(string text, int? section) =>
        Assert.Equal(section, Locator.TryParse(text)!.SectionIn(Plan));

    [Theory]
    [InlineData("fyp14-chapter-19-p1")]
    [InlineData("fyp14-part-2-p1")]
    [InlineData("fyp14-box-4-2-item-1")]
    public void A_place_the_plan_does_not_have_is_told(string text) => Assert.NotNull(Locator.TryParse(text)!.WhyNotIn(Plan));

    [Theory]
    [InlineData("")]
    [InlineData("fyp14")]
    [InlineData("fyp14-chapter-20")]
    [InlineData("fyp14-chapter-20-item-1")]
    [InlineData("fyp14-box-4-1")]
    [InlineData("fyp14-box-4-item-1")]
    [InlineData("fyp14-chapter-0-p1")]
    [InlineData("fyp14-chapter-20-p3 ")]
    [InlineData("FYP14-chapter-20-p3")]
    public void What_is_no_locator_is_refused(string text) => Assert.Null(Locator.TryParse(text));

    [Fact]
    public void Any_text_is_read_or_refused() => Gen.String.Sample(text => Locator.TryParse(text) is null or { Text.Length: > 0 });
}
