using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Visitors;

/// <summary>Text that people write into a form: kept as they wrote it, but for blanks at its ends, and without signs that nobody sees.</summary>
/// <param name="Refuse">The refusal of a field, from {field, least, most}.</param>
public sealed record WrittenText(Func<object, RequestException> Refuse)
{
    /// <param name="field">Its name in the form, for the refusal.</param>
    /// <param name="text">What was written.</param>
    /// <param name="least">In characters, as the database counts them.</param>
    /// <param name="most">The same.</param>
    /// <param name="isLine">Whether it may have no second line.</param>
    public string Required(string field, string text, int least, int most, bool isLine)
    {
        var trimmed = text.Trim();
        var length = trimmed.EnumerateRunes().Count();
        return length >= least && length <= most && !UnseenSigns.In(trimmed, isLine) ? trimmed : throw Invalid(field, least, most);
    }

    /// <summary>The same, or null for nothing.</summary>
    public string? Optional(string field, string? text, int most, bool isLine, int least = 1) =>
        string.IsNullOrWhiteSpace(text) ? null : Required(field, text, least, most, isLine);

    public RequestException Invalid(string field, int? least = null, int? most = null) => Refuse(new { field, least, most });
}
