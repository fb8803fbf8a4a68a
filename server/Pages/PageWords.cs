using System.Globalization;
using System.Text.Json;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Pages;

/// <summary>
/// The words of a page in one language: those of its file, and those of the catalogue. Chinese and English have them all,
/// the languages of investors those of investors' pages.
/// </summary>
public sealed class PageWords
{
    private static readonly Dictionary<string, Dictionary<string, string>> Files = Languages.All.ToDictionary(language => language, Read);

    private readonly Dictionary<string, string> words;

    public PageWords(string language) => (Language, words) = (language, Files[language]);

    public string Language { get; }

    public bool IsChinese => Language == Negotiation.Chinese;

    /// <summary>The words of each language by their names.</summary>
    public static IReadOnlyDictionary<string, Dictionary<string, string>> All => Files;

    /// <summary>In the language of the page, or else in English.</summary>
    public string this[string key] => words.GetValueOrDefault(key) ?? Files[Negotiation.English][key];

    /// <summary>The word, or null where there is none for this code.</summary>
    public string? Find(string key) => words.GetValueOrDefault(key);

    public string Of(Words both) => Said(both).Text;

    public string Of(Term term) => Said(term).Text;

    public Said Said(Words all) => Said(all.Zh, all.En, all.Ja, all.Ko);

    public Said Said(Term term) => Said(term.Zh, term.En, term.Ja, term.Ko);

    /// <summary>A text of the page itself.</summary>
    public Said Said(string own) => new(own, Language);

    /// <summary>What a text says in the language of the page; where it lacks that, in English, and else in Chinese, which all have.</summary>
    public Said Said(string zh, string? en, string? ja, string? ko)
    {
        var own = Language switch { Languages.Japanese => ja, Languages.Korean => ko, Languages.English => en, _ => zh };
        return own is not null ? new Said(own, Language) : en is not null ? new Said(en, Languages.English) : new Said(zh, Languages.Chinese);
    }

    /// <summary>A sentence with its values, {0} and so on.</summary>
    public string Say(string key, params object[] values) => string.Format(CultureInfo.InvariantCulture, this[key], values);

    /// <summary>A day (2021-09-29) as it is written in the language.</summary>
    public string Day(string day) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", out var date) ? date.ToString(this["day"], CultureInfo.InvariantCulture) : day;

    private static Dictionary<string, string> Read(string language)
    {
        using var file = typeof(PageWords).Assembly.GetManifestResourceStream($"SpatialPlan.Server.Pages.i18n.{language}.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(file)!;
    }
}
