using System.Collections.Frozen;
using SpatialPlan.Server.Enquiries;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Pages;

/// <summary>Where the writer of an enquiry deletes it. To open the page changes nothing: messengers open links to show what is behind them.</summary>
public sealed class EnquiryPage(EnquiryStore enquiries, CollectionPages above, PageShell shell)
{
    private static readonly FrozenSet<string> Parameters = FrozenSet.Create("f", "lang");

    public async Task<IResult> Show(string secret, HttpContext context)
    {
        var words = Begin(context);
        var found = await enquiries.Find(Hash(secret), context.RequestAborted) ?? throw Unknown();
        return Answer(context, words, words["enquiry.title"], html => html
            .Element("p", words.Say("enquiry.kept", found.Reference, Day(found.ReceivedAt, words), Day(found.KeptUntil, words)), ("class", "lead"))
            .Element("p", words["enquiry.what_is_deleted"])
            .Element("form", () => html.Element("button", words["enquiry.delete"], ("class", "button"), ("type", "submit")), ("method", "post")));
    }

    public async Task<IResult> Delete(string secret, HttpContext context)
    {
        var words = Begin(context);
        var reference = await enquiries.Withdraw(Hash(secret), context.RequestAborted) ?? throw Unknown();
        return Answer(context, words, words["enquiry.deleted_title"], html => html.Element("p", words.Say("enquiry.deleted", reference), ("class", "lead")));
    }

    private static PageWords Begin(HttpContext context)
    {
        QueryReader.OfPage(context.Request.Query, Parameters);
        EnquiryEndpoints.KeepPrivate(context);
        context.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        return new PageWords(Negotiation.InvestorLanguage(context.Request));
    }

    private IResult Answer(HttpContext context, PageWords words, string title, Action<Html> body) => shell.Answer(
        context, words, new PageHead(title, words["enquiry.title"], [above.Root(words)], "", []) { InvestorPath = $"/enquiries/{context.Request.RouteValues["secret"]}" }, html => body(html.Element("h1", title)));

    private static string Day(DateTime at, PageWords words) => words.Day(at.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    private static byte[] Hash(string secret) => EnquirySecret.HashOf(secret) ?? throw Unknown();

    private static RequestException Unknown() => RequestException.Unknown("enquiry-unknown");
}
