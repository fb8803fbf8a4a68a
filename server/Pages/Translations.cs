using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Ogc;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Pages;

/// <summary>The languages in which a page is there, and its address in each.</summary>
public sealed class Translations
{
    private static readonly string[] OfPlan = [Negotiation.Chinese, Negotiation.English];

    private readonly HttpRequest request;
    private readonly string root;

    /// <summary>What follows the language in the address; null where a parameter says the language.</summary>
    private readonly string? rest;

    private readonly List<KeyValuePair<string, string?>> parameters;

    public Translations(HttpRequest request, Links links, PageHead head)
    {
        this.request = request;
        root = links.Root(request);
        rest = head.InvestorPath ?? (Negotiation.LanguageOfPath(request) is { } language ? request.Path.Value![(language.Length + 1)..] : null);
        parameters = [.. request.Query.Where(given => given.Key != Language.Parameter && !SharedLinks.Added(given.Key)).Select(given => KeyValuePair.Create(given.Key, (string?)given.Value))];
    }

    /// <summary>Tags and addresses for search engines; of a page for investors also the one that goes by the reader's own language.</summary>
    public IEnumerable<(string Tag, string Address)> Alternates =>
    [
        .. Offered.Select(language => (language, rest is null ? $"{root}{request.Path.ToUriComponent()}?lang={language}" : Address(language))),
        .. rest is null ? Array.Empty<(string, string)>() : [("x-default", root + new PathString(rest).ToUriComponent() + QueryString.Create(parameters))],
    ];

    private IReadOnlyList<string> Offered => rest is null ? OfPlan : Languages.All;

    public string Canonical(PageWords words) => rest is null ? root + request.Path.ToUriComponent() : Address(words.Language);

    /// <summary>Links to the page in the other languages, each in its own words.</summary>
    public void Choose(Html html, PageWords words) => html.Element("nav", () => html.Element("ul", () =>
    {
        foreach (var language in Offered)
        {
            var tag = Said.Tag(language);
            html.Element("li", () =>
            {
                if (language == words.Language)
                {
                    html.Element("span", words[$"language.{language}"], ("lang", tag), ("aria-current", "true"));
                }
                else
                {
                    html.Element("a", words[$"language.{language}"], ("href", Address(language)), ("hreflang", language), ("lang", tag));
                }
            });
        }
    }, ("class", "languages")), ("aria-label", words["languages"]));

    private string Address(string language) => rest is null
        ? root + request.Path.ToUriComponent() + QueryString.Create(parameters.Append(new(Language.Parameter, language)))
        : root + new PathString($"/{language}{rest}").ToUriComponent() + QueryString.Create(parameters);
}
