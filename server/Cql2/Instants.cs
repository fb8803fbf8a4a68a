using System.Globalization;
using System.Text.RegularExpressions;

namespace SpatialPlan.Server.Cql2;

/// <summary>Dates and moments as RFC 3339 writes them.</summary>
internal static partial class Instants
{
    public const string Open = "..";

    private const int FractionDigits = 7;
    private const string DateFormat = "yyyy-MM-dd";
    private const string MomentFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    public static DateLiteral? TryDate(string text) =>
        DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? new DateLiteral(date) : null;

    public static TimestampLiteral? TryMoment(string text) => TryInstant(text) is { } instant ? new TimestampLiteral(instant) : null;

    /// <summary>
    /// An instant in UTC from a date, a time and its offset. Of a fraction of a second so much counts as the type holds;
    /// the rest is cut off, for rounding could lead into another year.
    /// </summary>
    public static DateTime? TryInstant(string text)
    {
        if (Moment().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var fraction = match.Groups["fraction"].Value;
        var kept = $"{match.Groups["time"].Value}{fraction[..Math.Min(fraction.Length, 1 + FractionDigits)]}{match.Groups["offset"].Value}";
        return DateTimeOffset.TryParse(kept.ToUpperInvariant(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment.UtcDateTime : null;
    }

    /// <summary>An end of an interval.</summary>
    public static Expression? TryEnd(string text) => text == Open ? new OpenEnd() : TryDate(text) ?? (Expression?)TryMoment(text);

    public static string Print(DateOnly date) => date.ToString(DateFormat, CultureInfo.InvariantCulture);

    public static string Print(DateTime moment) => moment.ToString(MomentFormat, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A(?<time>[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2})(?<fraction>\.[0-9]+)?(?<offset>[Zz]|[+-][0-9]{2}:[0-9]{2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Moment();
}
