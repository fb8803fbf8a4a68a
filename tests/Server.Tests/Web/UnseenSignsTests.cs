using SpatialPlan.Server.Web;
using Xunit;

namespace SpatialPlan.Server.Tests.Web;

/// <summary>What nobody can see in a text does not come into one.</summary>
public sealed class UnseenSignsTests
{
    [Theory]
    [InlineData("\0")]
    [InlineData("\u0007")]
    [InlineData("\u000b")]
    [InlineData("\u007f")]
    [InlineData("\u0085")]
    [InlineData("\u202e")]
    [InlineData("\u2066")]
    [InlineData("\ufffe")]
    [InlineData("\uffff")]
    public void They_are_found_in_every_text(string sign)
    {
        Assert.True(UnseenSigns.In($"园{sign}区", isLine: false));
        Assert.True(UnseenSigns.In($"园{sign}区", isLine: true));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\t")]
    [InlineData("\u2028")]
    public void What_begins_another_line_is_in_a_text_of_several_and_in_no_line(string sign)
    {
        Assert.False(UnseenSigns.In($"园{sign}区", isLine: false));
        Assert.True(UnseenSigns.In($"园{sign}区", isLine: true));
    }

    [Theory]
    [InlineData("")]
    [InlineData("济宁高新区 · 𠮷野家")]
    [InlineData("👩‍🚀 e\u0301 \u3000")]
    public void What_people_write_has_none(string text) => Assert.False(UnseenSigns.In(text, isLine: true));
}
