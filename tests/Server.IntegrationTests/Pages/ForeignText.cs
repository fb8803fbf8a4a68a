using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SpatialPlan.Server.IntegrationTests.Pages;

/// <summary>Finds what a page says in another language than it says it does.</summary>
internal static partial class ForeignText
{
    /// <summary>A page as a tree; what HTML leaves open is closed first.</summary>
    public static XDocument Parse(string html) => XDocument.Parse(Open().Replace(html.Replace("<!doctype html>", "", StringComparison.Ordinal), "<$1$2/>"));

    /// <summary>Texts whose letters or words are not those of the nearest <c>lang</c>.</summary>
    public static IEnumerable<string> Of(XDocument page) => page.Descendants("body").Single().DescendantNodes().OfType<XText>()
        .Where(text => text.Parent!.Name != "style" && !string.IsNullOrWhiteSpace(text.Value))
        .Where(text => !IsWritten(text.Value, LanguageOf(text)))
        .Select(text => $"{LanguageOf(text)}: {text.Value}");

    /// <summary>Elements in another language than the page which neither readers are told of, nor are names and words of the plan as they stand, nor lead elsewhere.</summary>
    public static IEnumerable<XElement> Unmarked(XDocument page) => page.Descendants("body").Single().Descendants()
        .Where(element => (string?)element.Attribute("lang") is { } language && language != (string?)page.Root!.Attribute("lang"))
        .Where(element => element.Name != "q" && (string?)element.Attribute("class") is not ("other" or "original") && !element.Ancestors("nav").Any());

    public static bool IsWritten(string text, string language)
    {
        var plain = text.Replace("²", "2", StringComparison.Ordinal);
        return language switch
        {
            "ja" => !Hangul().IsMatch(plain) && !English().IsMatch(plain) && !OnlyChinese(plain),
            "ko" => !Han().IsMatch(plain) && !Kana().IsMatch(plain) && !English().IsMatch(plain),
            "en" => !Han().IsMatch(plain) && !Hangul().IsMatch(plain),
            _ => !Hangul().IsMatch(plain) && !Kana().IsMatch(plain),
        };
    }

    private static string LanguageOf(XText text) => text.Ancestors().Select(element => (string?)element.Attribute("lang")).OfType<string>().First();

    /// <summary>Simplified letters are not among those of Japanese.</summary>
    private static bool OnlyChinese(string text)
    {
        const int JapaneseLetters = 932;
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var letters = Encoding.GetEncoding(JapaneseLetters, EncoderFallback.ReplacementFallback, DecoderFallback.ReplacementFallback);
        var known = text.Replace('兗', '州');
        return Han().Matches(known).Any(letter => letters.GetString(letters.GetBytes(letter.Value)) != letter.Value);
    }

    [GeneratedRegex("<(meta|link|input)([^>]*)>")]
    private static partial Regex Open();

    [GeneratedRegex("[\\u3400-\\u9fff]")]
    private static partial Regex Han();

    [GeneratedRegex("[\\uac00-\\ud7af]")]
    private static partial Regex Hangul();

    [GeneratedRegex("[\\u3041-\\u30fa]")]
    private static partial Regex Kana();

    /// <summary>Two words of English after each other; a unit or the name of a format is one.</summary>
    [GeneratedRegex("[A-Za-z]{3,} [a-z]{2,}")]
    private static partial Regex English();
}
