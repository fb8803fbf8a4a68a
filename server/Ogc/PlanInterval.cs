using System.Globalization;
using SpatialPlan.Server.Cql2;

namespace SpatialPlan.Server.Ogc;

/// <summary>Plan time in whole years, as UTC counts them; null is an open end.</summary>
public sealed record PlanInterval(int? From, int? To)
{
    private const string YearFormat = "yyyy";
    private const string DateFormat = "yyyy-MM-dd";

    /// <summary>Reads a year, a date, a date-time or an interval "from/to", ".." being an open end. Null when it is none.</summary>
    public static PlanInterval? TryParse(string text)
    {
        var ends = text.Split('/');
        if (ends.Length == 1)
        {
            return Period(text) is { } period ? new PlanInterval(period.First.Year, period.Last.Year) : null;
        }

        if (ends.Length != 2)
        {
            return null;
        }

        var (isFromOpen, isToOpen) = (ends[0] is "" or "..", ends[1] is "" or "..");
        var (from, to) = (Period(ends[0]), Period(ends[1]));
        var isWrong = (isFromOpen && isToOpen) || (!isFromOpen && from is null) || (!isToOpen && to is null) || from?.First > to?.Last;
        return isWrong ? null : new PlanInterval(from?.First.Year, to?.Last.Year);
    }

    /// <summary>RFC 3339: an instant, the same in whatever offset, or a date, which is the end of that day in UTC.</summary>
    public static DateTimeOffset? TryParseMoment(string text) =>
        (Instants.TryInstant(text) ?? Start(text, DateFormat)?.AddTicks(TimeSpan.TicksPerDay - TimeSpan.TicksPerMicrosecond)) is { } instant ? new DateTimeOffset(instant) : null;

    /// <summary>The first and the last instant that a text speaks of: a year and a day are whole.</summary>
    private static (DateTime First, DateTime Last)? Period(string text)
    {
        if (Start(text, YearFormat) is { } year)
        {
            return (year, new DateTime(year.Year, 12, 31).AddTicks(TimeSpan.TicksPerDay - 1));
        }

        if (Start(text, DateFormat) is { } day)
        {
            return (day, day.AddTicks(TimeSpan.TicksPerDay - 1));
        }

        return Instants.TryInstant(text) is { } instant ? (instant, instant) : null;
    }

    private static DateTime? Start(string text, string format) =>
        DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var start) ? start : null;
}
