using System.Globalization;
using System.Text.RegularExpressions;

namespace SpatialPlan.Server.Cql2;

/// <summary>Dates and moments as RFC 3339 writes them.</summary>
internal static partial class Instants
{
    public const string Open = "..";

    private const string DateFormat = "yyyy-MM-dd";
    private const string MomentFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    public static DateLiteral? TryDate(string text) =>
        DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? new DateLiteral(date) : null;

    public static TimestampLiteral? TryMoment(string text) =>
        Moment().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? new TimestampLiteral(moment.UtcDateTime)
            : null;

    /// <summary>An end of an interval.</summary>
    public static Expression? TryEnd(string text) => text == Open ? new OpenEnd() : TryDate(text) ?? (Expression?)TryMoment(text);

    public static string Print(DateOnly date) => date.ToString(DateFormat, CultureInfo.InvariantCulture);

    public static string Print(DateTime moment) => moment.ToString(MomentFormat, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,7})?([Zz]|[+-][0-9]{2}:[0-9]{2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Moment();
}
