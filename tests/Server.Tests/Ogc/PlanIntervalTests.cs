using System.Globalization;
using CsCheck;
using SpatialPlan.Server.Ogc;
using Xunit;

namespace SpatialPlan.Server.Tests.Ogc;

public sealed class PlanIntervalTests
{
    private static readonly Gen<DateTime> Days = Gen.Date[new DateTime(1000, 1, 1), new DateTime(9999, 12, 31)];

    [Fact]
    public void A_day_is_its_year() => Days.Sample(day =>
        PlanInterval.TryParse(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) == new PlanInterval(day.Year, day.Year));

    [Fact]
    public void Two_days_in_order_are_an_interval_and_in_disorder_are_none() => Gen.Select(Days, Days).Sample((one, other) =>
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{one:yyyy-MM-dd}/{other:yyyy-MM-dd}");
        return PlanInterval.TryParse(text) == (one <= other ? new PlanInterval(one.Year, other.Year) : null);
    });

    [Theory]
    [InlineData("2025", 2025, 2025)]
    [InlineData("../2025", null, 2025)]
    [InlineData("/2025", null, 2025)]
    [InlineData("2025/..", 2025, null)]
    [InlineData("2021-09-29T00:00:00+08:00/2035", 2021, 2035)]
    public void An_open_end_is_open(string text, int? from, int? to) => Assert.Equal(new PlanInterval(from, to), PlanInterval.TryParse(text));

    [Theory]
    [InlineData("2020-12-31T16:00:00Z", "2021-01-01T00:00:00+08:00")]
    [InlineData("2021-01-01T00:00:00Z", "2020-12-31T14:30:00-09:30")]
    [InlineData("2024-12-31T23:59:59.9999999Z", "2025-01-01T07:59:59.999999999999999+08:00")]
    [InlineData("2021-01-01T00:00:00Z/2024-12-31T23:59:59Z", "2021-01-01T08:00:00.000+08:00/2025-01-01T07:59:59+08:00")]
    public void The_same_instant_is_the_same_in_whatever_offset(string one, string other)
    {
        Assert.NotNull(PlanInterval.TryParse(one));
        Assert.Equal(PlanInterval.TryParse(one), PlanInterval.TryParse(other));
        Assert.Equal(PlanInterval.TryParseMoment(one)?.UtcTicks, PlanInterval.TryParseMoment(other)?.UtcTicks);
    }

    [Theory]
    [InlineData("2025-01-01T10:00:00+08:00/2025-01-01T03:00:00Z", 2025, 2025)]
    [InlineData("2025-06-01/2025", 2025, 2025)]
    [InlineData("2025-01-01T10:00:00Z/2025-01-01", 2025, 2025)]
    [InlineData("2025/2025", 2025, 2025)]
    [InlineData("9999/9999-12-31", 9999, 9999)]
    public void Ends_are_compared_as_instants_and_a_day_or_a_year_is_whole(string text, int from, int to) => Assert.Equal(new PlanInterval(from, to), PlanInterval.TryParse(text));

    [Theory]
    [InlineData("2025-01-01T10:00:00Z/2025-01-01T17:00:00+08:00")]
    [InlineData("2025-01-01T10:00:00.2Z/2025-01-01T10:00:00.10Z")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("/")]
    [InlineData("../..")]
    [InlineData("now")]
    [InlineData("25")]
    [InlineData("2025-02-30")]
    [InlineData("2025-01-01T24:30:00Z")]
    [InlineData("2025-01-01T10:00:00")]
    [InlineData("2025-01-01 10:00:00Z")]
    [InlineData("2025/2024")]
    [InlineData("２０２５")]
    [InlineData("0000")]
    public void What_is_no_time_is_refused(string text) => Assert.Null(PlanInterval.TryParse(text));

    [Fact]
    public void Any_text_is_read_or_refused_and_never_an_exception() =>
        Gen.String.Sample(text => PlanInterval.TryParse(text) is null or { From: not null } or { To: not null });
}
