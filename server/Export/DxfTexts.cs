using System.Globalization;
using System.Text;

namespace SpatialPlan.Server.Export;

/// <summary>
/// GDAL writes names as MTEXT with escaped letters, which older programs for drawings and many importers do not read:
/// each becomes a TEXT at the same place, in the code page that Chinese programs expect. A drawing is pairs of lines, a
/// code and its value; an entity begins with code 0.
/// </summary>
public static class DxfTexts
{
    private const string Entity = "0";
    private const string Content = "1";
    private const string Subclass = "100";
    private const string CodePage = "ANSI_936";
    private const string WrittenCodePage = "ANSI_1252";
    private const int UnicodeDigits = 4;

    private static readonly Encoding Written = Encoding.Latin1;

    private static Encoding Gbk { get; } = CodePagesEncodingProvider.Instance.GetEncoding("gbk", new UnicodeEscape(), DecoderFallback.ReplacementFallback)!;

    public static async Task Rewrite(string path, CancellationToken cancel)
    {
        var written = path + ".part";
        using (var reader = new StreamReader(path, Written))
        await using (var writer = new StreamWriter(written, append: false, Gbk) { NewLine = "\n" })
        {
            var isText = false;
            while (await reader.ReadLineAsync(cancel) is { } code && await reader.ReadLineAsync(cancel) is { } value)
            {
                var name = code.Trim();
                if (name == Entity)
                {
                    await End(writer, isText);
                    isText = value == "MTEXT";
                    value = isText ? "TEXT" : value;
                }

                value = !isText ? value == WrittenCodePage ? CodePage : value : name == Subclass && value == "AcDbMText" ? "AcDbText" : name == Content ? Plain(value) : value;
                await writer.WriteLineAsync(code);
                await writer.WriteLineAsync(value);
            }

            await End(writer, isText);
        }

        File.Move(written, path, overwrite: true);
    }

    /// <summary>What GDAL escapes in an MTEXT, as it was.</summary>
    internal static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var place = 0; place < text.Length; place++)
        {
            var (letter, next) = (text[place], place + 1 < text.Length ? text[place + 1] : '\0');
            if (letter == '\\' && next == 'U' && Unicode(text.AsSpan(place)) is { } code)
            {
                plain.Append((char)code);
                place += "U+".Length + UnicodeDigits;
            }
            else if (letter == '\\' && next is '~' or '\\' or '{' or '}')
            {
                plain.Append(next == '~' ? ' ' : next);
                place++;
            }
            else
            {
                plain.Append(letter);
            }
        }

        return plain.ToString();
    }

    private static int? Unicode(ReadOnlySpan<char> text) =>
        text.StartsWith(@"\U+") && text.Length >= 3 + UnicodeDigits && int.TryParse(text.Slice(3, UnicodeDigits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) ? code : null;

    // A TEXT has its subclass twice, the second time for how it is aligned.
    private static Task End(StreamWriter writer, bool isText) => isText ? writer.WriteAsync("100\nAcDbText\n") : Task.CompletedTask;
}
