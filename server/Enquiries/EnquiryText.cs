using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Enquiries;

/// <summary>Text that people write into the form: kept as they wrote it, but for blanks at its ends, and without characters that nobody writes.</summary>
public static class EnquiryText
{
    /// <param name="field">Its name in the form, for the refusal.</param>
    /// <param name="text">What was written.</param>
    /// <param name="least">In characters, as the database counts them.</param>
    /// <param name="most">The same.</param>
    /// <param name="isLine">Whether it may have no second line.</param>
    public static string Required(string field, string text, int least, int most, bool isLine)
    {
        var trimmed = text.Trim();
        var length = trimmed.EnumerateRunes().Count();
        return length >= least && length <= most && trimmed.All(character => IsWritten(character, isLine)) ? trimmed : throw Invalid(field, least, most);
    }

    /// <summary>The same, or null for nothing.</summary>
    public static string? Optional(string field, string? text, int most, bool isLine) =>
        string.IsNullOrWhiteSpace(text) ? null : Required(field, text, 1, most, isLine);

    public static RequestException Invalid(string field, int? least = null, int? most = null) =>
        RequestException.Unprocessable("enquiry-field-invalid", new { field, least, most });

    private static bool IsWritten(char character, bool isLine) => !char.IsControl(character) || (!isLine && character is '\n' or '\r' or '\t');
}
