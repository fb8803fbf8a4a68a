using System.Collections.Frozen;
using System.Globalization;
using SpatialPlan.Server.Visitors;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Pages;

/// <summary>What pages have in common that belong to one person without an account, who alone has their link.</summary>
public sealed class VisitorPage(CollectionPages above, PageShell shell)
{
    private static readonly FrozenSet<string> Parameters = FrozenSet.Create("f", "lang");

    /// <summary>In no cache and no search engine, in the language of the link.</summary>
    public static PageWords Begin(HttpContext context)
    {
        QueryReader.OfPage(context.Request.Query, Parameters);
        VisitorForm.KeepPrivate(context);
        context.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        return new PageWords(Negotiation.InvestorLanguage(context.Request));
    }

    /// <param name="context">The request.</param>
    /// <param name="words">Those of the reader.</param>
    /// <param name="title">The heading.</param>
    /// <param name="about">What the page is, for its description.</param>
    /// <param name="path">Where it stands, without its language.</param>
    /// <param name="body">What stands below the heading.</param>
    public IResult Answer(HttpContext context, PageWords words, string title, string about, string path, Action<Html> body) => shell.Answer(
        context, words, new PageHead(title, about, [above.Root(words)], "", []) { InvestorPath = path }, html => body(html.Element("h1", title)));

    public static string Day(DateTime at, PageWords words) => words.Day(at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
