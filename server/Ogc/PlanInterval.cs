using System.Globalization;
using System.Text.RegularExpressions;

namespace SpatialPlan.Server.Ogc;

/// <summary>Plan time in whole years; null is an open end.</summary>
public sealed partial record PlanInterval(int? From, int? To)
{
    /// <summary>Reads a year, a date, a date-time or an interval "from/to", ".." being an open end. Null when it is none.</summary>
    public static PlanInterval? TryParse(string text)
    {
        var ends = text.Split('/');
        if (ends.Length == 1)
        {
            return Year(text) is { } year ? new PlanInterval(year, year) : null;
        }

        if (ends.Length != 2)
        {
            return null;
        }

        var (isFromOpen, isToOpen) = (ends[0] is "" or "..", ends[1] is "" or "..");
        var (from, to) = (Moment(ends[0]), Moment(ends[1]));
        var isWrong = (isFromOpen && isToOpen) || (!isFromOpen && from is null) || (!isToOpen && to is null) || from > to;
        return isWrong ? null : new PlanInterval(from?.Year, to?.Year);
    }

    /// <summary>RFC 3339, whole: a date, a time and its offset.</summary>
    public static DateTimeOffset? TryParseMoment(string text) =>
        DateAndTime().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : null;

    private static int? Year(string text) => Moment(text)?.Year;

    private static DateTimeOffset? Moment(string text)
    {
        if (YearOnly().IsMatch(text))
        {
            text += "-01-01";
        }

        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)
            : TryParseMoment(text);
    }

    [GeneratedRegex(@"\A[0-9]{4}\z", RegexOptions.CultureInvariant)]
    private static partial Regex YearOnly();

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,9})?([Zz]|[+-][0-9]{2}:[0-9]{2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex DateAndTime();
}
