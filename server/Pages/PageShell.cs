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
public sealed record PageHead(string Title, string Description, IReadOnlyList<(string Path, string Title)> Path, string AppQuery, IReadOnlyList<(string Address, string Type, string Word)> Data);

/// <summary>The frame that all pages share.</summary>
public sealed class PageShell(PlanCatalogue catalogue, Links links)
{
    private static readonly string Sheet = ReadSheet();

    public IResult Answer(HttpContext context, PageWords words, PageHead head, Action<Html> body)
    {
        context.Response.Headers.ContentLanguage = words.Language;
        var html = new Html().Doctype();
        html.Element("html", () => html.Element("head", () => Head(html, context, words, head)).Element("body", () => Body(html, context, words, head, body)), ("lang", words.IsChinese ? "zh-CN" : "en"));
        return TypedResults.Content(html.ToString(), "text/html; charset=utf-8");
    }

    private void Head(Html html, HttpContext context, PageWords words, PageHead head)
    {
        var site = $"{words.Of(catalogue.Product.Place)}{(words.IsChinese ? "" : ": ")}{words.Of(catalogue.Product.Title)}";
        var address = links.Root(context.Request) + context.Request.Path.ToUriComponent();
        html.Void("meta", ("charset", "utf-8"))
            .Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"))
            .Void("meta", ("name", "color-scheme"), ("content", "light dark"))
            .Void("link", ("rel", "icon"), ("type", "image/svg+xml"), ("href", $"{links.Root(context.Request)}/icon.svg"))
            .Element("title", $"{head.Title} · {site}")
            .Void("meta", ("name", "description"), ("content", head.Description))
            .Void("meta", ("name", "twitter:card"), ("content", "summary"))
            .Void("meta", ("property", "og:type"), ("content", "article"))
            .Void("meta", ("property", "og:title"), ("content", head.Title))
            .Void("meta", ("property", "og:description"), ("content", head.Description))
            .Void("meta", ("property", "og:site_name"), ("content", site))
            .Void("meta", ("property", "og:url"), ("content", address))
            .Void("meta", ("property", "og:locale"), ("content", words.IsChinese ? "zh_CN" : "en_GB"))
            .Void("link", ("rel", "canonical"), ("href", address));
        foreach (var language in new[] { Negotiation.Chinese, Negotiation.English })
        {
            html.Void("link", ("rel", "alternate"), ("hreflang", language), ("href", $"{address}?lang={language}"));
        }

        foreach (var (data, type, _) in head.Data)
        {
            html.Void("link", ("rel", "alternate"), ("type", type), ("href", data));
        }

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
                        html.Element("li", () => html.Link(In(links.To(request, path), request), title));
                    }

                    html.Element("li", () => html.Element("bdi", head.Title, ("aria-current", "page")));
                }), ("aria-label", words["path"]));
                var other = words.IsChinese ? Negotiation.English : Negotiation.Chinese;
                var query = QueryString.Create(request.Query.Where(given => given.Key != "lang" && !SharedLinks.Added(given.Key)).Append(new("lang", other)));
                html.Element("a", words["other_language"], ("href", links.Root(request) + request.Path.ToUriComponent() + query.ToUriComponent()), ("hreflang", other), ("lang", other));
            })
            .Element("main", () => body(html), ("id", "content"))
            .Element("footer", () => html.Element("p", () =>
            {
                html.Link($"{links.Root(request)}/{head.AppQuery}", head.AppQuery.Length > 0 ? words["app.here"] : words["app"]);
                foreach (var (data, type, word) in head.Data)
                {
                    html.Text(" · ").Element("a", words[word], ("href", data), ("type", type));
                }
            }).Element("p", words.Say("status_as_of", catalogue.Product.StatusAsOf)));
    }

    /// <summary>An address that keeps the language which the reader has chosen.</summary>
    public static string In(string address, HttpRequest request) =>
        request.Query["lang"] is [{ } language] ? $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={Uri.EscapeDataString(language)}" : address;

    private static string ReadSheet()
    {
        using var file = new StreamReader(typeof(PageShell).Assembly.GetManifestResourceStream("SpatialPlan.Server.Pages.page.css")!);
        return file.ReadToEnd();
    }
}
