using System.Globalization;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Ogc;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Pages;

/// <summary>What a page says of itself and what it leads to.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Description">One sentence, for previews of links.</param>
/// <param name="Path">The pages above, from the first down: path under /ogc and title.</param>
/// <param name="AppQuery">The query with which the map shows the same.</param>
/// <param name="Data">The same for programs: address and the name of the word for it.</param>
public sealed record PageHead(string Title, string Description, IReadOnlyList<(string Path, string Title)> Path, string AppQuery, IReadOnlyList<(string Address, string Type, string Word)> Data)
{
    /// <summary>The language of title and description, where it is not that of the page.</summary>
    public string? TitleLanguage { get; init; }

    /// <summary>The address after the language (/parks/park-2) of a page for investors, which is there in four languages; null of any other.</summary>
    public string? InvestorPath { get; init; }

    /// <summary>A picture for previews: address, width and height; null where there is none.</summary>
    public (string Address, int Width, int Height)? Picture { get; init; }
}

/// <summary>The frame that all pages share.</summary>
public sealed class PageShell(PlanCatalogue catalogue, Links links)
{
    private static readonly string Sheet = ReadSheet();

    public IResult Answer(HttpContext context, PageWords words, PageHead head, Action<Html> body)
    {
        context.Response.Headers.ContentLanguage = words.Language;
        var html = new Html().Doctype();
        html.Element("html", () => html.Element("head", () => Head(html, context, words, head)).Element("body", () => Body(html, context, words, head, body)), ("lang", Said.Tag(words.Language)));
        return TypedResults.Content(html.ToString(), "text/html; charset=utf-8");
    }

    private void Head(Html html, HttpContext context, PageWords words, PageHead head)
    {
        var site = words.Say("site", words.Of(catalogue.Product.Place), words.Of(catalogue.Product.Title));
        var translations = new Translations(context.Request, links, head);
        var (address, titleLanguage) = (translations.Canonical(words), head.TitleLanguage is { } language ? Said.Tag(language) : null);
        html.Void("meta", ("charset", "utf-8"))
            .Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"))
            .Void("meta", ("name", "color-scheme"), ("content", "light dark"))
            .Void("link", ("rel", "icon"), ("type", "image/svg+xml"), ("href", $"{links.Root(context.Request)}/icon.svg"))
            .Element("title", $"{head.Title} · {site}", ("lang", titleLanguage))
            .Void("meta", ("name", "description"), ("content", head.Description), ("lang", titleLanguage))
            .Void("meta", ("name", "twitter:card"), ("content", head.Picture is null ? "summary" : "summary_large_image"))
            .Void("meta", ("property", "og:type"), ("content", "article"))
            .Void("meta", ("property", "og:title"), ("content", head.Title))
            .Void("meta", ("property", "og:description"), ("content", head.Description))
            .Void("meta", ("property", "og:site_name"), ("content", site))
            .Void("meta", ("property", "og:url"), ("content", address))
            .Void("meta", ("property", "og:locale"), ("content", words["locale"]))
            .Void("link", ("rel", "canonical"), ("href", address));
        if (head.Picture is { } picture)
        {
            html.Void("meta", ("property", "og:image"), ("content", picture.Address))
                .Void("meta", ("property", "og:image:type"), ("content", "image/png"))
                .Void("meta", ("property", "og:image:width"), ("content", picture.Width.ToString(CultureInfo.InvariantCulture)))
                .Void("meta", ("property", "og:image:height"), ("content", picture.Height.ToString(CultureInfo.InvariantCulture)))
                .Void("meta", ("property", "og:image:alt"), ("content", words.Say("map", head.Title)));
        }

        foreach (var (tag, translation) in translations.Alternates)
        {
            html.Void("link", ("rel", "alternate"), ("hreflang", tag), ("href", translation));
        }

        foreach (var (data, type, _) in head.Data)
        {
            html.Void("link", ("rel", "alternate"), ("type", type), ("href", data));
        }

        html.Void("link", ("rel", "alternate"), ("type", AtomFeed.MediaType), ("title", words.Say("changes.title", site)), ("href", $"{links.Root(context.Request)}{ChangesFeed.Address}?f=atom&lang={(words.IsChinese ? Negotiation.Chinese : Negotiation.English)}"));
        html.Style(Sheet);
    }

    private void Body(Html html, HttpContext context, PageWords words, PageHead head, Action<Html> body)
    {
        var request = context.Request;
        html.Link("#content", words["skip"], "skip")
            .Element("header", () =>
            {
                html.Element("nav", () => html.Element("ol", () =>
                {
                    foreach (var (path, title) in head.Path)
                    {
                        html.Element("li", () => html.Link(In(links.To(request, path), request, words), title));
                    }

                    html.Element("li", () => html.Element("bdi", () => html.Say(new Said(head.Title, head.TitleLanguage ?? words.Language), words), ("aria-current", "page")));
                }), ("aria-label", words["path"]));
                new Translations(request, links, head).Choose(html, words);
            })
            .Element("main", () =>
            {
                body(html);
                if (html.HasOther)
                {
                    html.Element("p", words["other.legend"], ("class", "legend"));
                }
            }, ("id", "content"))
            .Element("footer", () => html.Element("p", () =>
            {
                html.Link($"{links.Root(request)}/{head.AppQuery}", head.AppQuery.Length > 0 ? words["app.here"] : words["app"]);
                foreach (var (data, type, word) in head.Data)
                {
                    html.Text(" · ").Element("a", words[word], ("href", data), ("type", type));
                }
            }).Element("p", words.Say("status_as_of", words.Day(catalogue.Product.StatusAsOf))));
    }

    /// <summary>The same from a page in any language to one that is there in Chinese and English.</summary>
    public static string In(string address, HttpRequest request, PageWords words) =>
        words.Language is Languages.Japanese or Languages.Korean || Negotiation.LanguageOfPath(request) is not null
            ? $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={(words.IsChinese ? Negotiation.Chinese : Negotiation.English)}"
            : In(address, request);

    /// <summary>An address that keeps the language which the reader has chosen.</summary>
    public static string In(string address, HttpRequest request) =>
        request.Query["lang"] is [{ } language] ? $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={Uri.EscapeDataString(language)}" : address;

    private static string ReadSheet()
    {
        using var file = new StreamReader(typeof(PageShell).Assembly.GetManifestResourceStream("SpatialPlan.Server.Pages.page.css")!);
        return file.ReadToEnd();
    }
}
