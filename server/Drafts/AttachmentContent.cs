using SpatialPlan.Server.Web;
using SpatialPlan.Server.Writing;

namespace SpatialPlan.Server.Drafts;

/// <summary>What a file that somebody attaches may be: a PDF, a PNG or a JPEG by what it begins with, whatever it is called or said to be.</summary>
public static class AttachmentContent
{
    public const int MostBytes = 10 * 1024 * 1024;
    public const string Pdf = "application/pdf";
    public const string Png = "image/png";
    public const string Jpeg = "image/jpeg";

    private const int LongestName = 200;

    private static readonly (string MediaType, byte[] Beginning, string[] Endings)[] Types =
    [
        (Pdf, "%PDF-"u8.ToArray(), [".pdf"]),
        (Png, [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A], [".png"]),
        (Jpeg, [0xFF, 0xD8, 0xFF], [".jpg", ".jpeg"]),
    ];

    public static string[] Supported { get; } = [.. Types.Select(type => type.MediaType)];

    /// <summary>The type of a file by its content.</summary>
    /// <param name="content">The whole file.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="stated">What it is said to be.</param>
    /// <exception cref="RequestException">422 attachment-empty, attachment-type-unknown, or attachment-type-differs where name or statement say something else.</exception>
    public static string TypeOf(byte[] content, string name, string? stated)
    {
        if (content.Length == 0)
        {
            throw RequestBody.Invalid("attachment-empty");
        }

        var (found, _, endings) = Types.FirstOrDefault(type => content.AsSpan().StartsWith(type.Beginning));
        if (found is null)
        {
            throw RequestBody.Invalid("attachment-type-unknown", new { supported = Supported });
        }

        if (!found.Equals(stated, StringComparison.OrdinalIgnoreCase) || !endings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
        {
            throw RequestBody.Invalid("attachment-type-differs", new { found, stated });
        }

        return found;
    }

    /// <summary>A name of a file and of no place: no folder, no line end, nothing that turns the direction of the text.</summary>
    /// <exception cref="RequestException">422 attachment-name-invalid.</exception>
    public static string NameOf(string? given) =>
        given?.Trim() is { Length: > 0 and <= LongestName } name && name is not ("." or "..") && !name.Any(IsRefused)
            ? name
            : throw RequestBody.Invalid("attachment-name-invalid", new { maximum = LongestName });

    private static bool IsRefused(char sign) =>
        sign is '/' or '\\' or ':' || char.IsControl(sign) || char.GetUnicodeCategory(sign) is System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.Surrogate
        or System.Globalization.UnicodeCategory.LineSeparator or System.Globalization.UnicodeCategory.ParagraphSeparator;
}
