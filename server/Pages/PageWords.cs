using System.Text.Json;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.Pages;

/// <summary>The words of a page in one language: those of its file, and those of the catalogue.</summary>
public sealed class PageWords
{
    private static readonly Dictionary<string, Dictionary<string, string>> Files = new[] { Negotiation.Chinese, Negotiation.English }
        .ToDictionary(language => language, Read);

    private readonly Dictionary<string, string> words;

    public PageWords(string language) => (Language, words) = (language, Files[language]);

    public string Language { get; }

    public bool IsChinese => Language == Negotiation.Chinese;

    /// <summary>The names of all words, the same in every language.</summary>
    public static IReadOnlyDictionary<string, Dictionary<string, string>> All => Files;

    public string this[string key] => words[key];

    /// <summary>The word, or null where there is none for this code.</summary>
    public string? Find(string key) => words.GetValueOrDefault(key);

    public string Of(Words both) => IsChinese ? both.Zh : both.En;

    public string Of(Term term) => IsChinese ? term.Zh : term.En;

    /// <summary>A sentence with its values, {0} and so on.</summary>
    public string Say(string key, params object[] values) => string.Format(System.Globalization.CultureInfo.InvariantCulture, words[key], values);

    private static Dictionary<string, string> Read(string language)
    {
        using var file = typeof(PageWords).Assembly.GetManifestResourceStream($"SpatialPlan.Server.Pages.i18n.{language}.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(file)!;
    }
}
