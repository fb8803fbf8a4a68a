using SpatialPlan.Server.Enquiries;
using SpatialPlan.Server.Visitors;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Pages;

/// <summary>Where the writer of an enquiry deletes it. To open the page changes nothing: messengers open links to show what is behind them.</summary>
public sealed class EnquiryPage(EnquiryStore enquiries, VisitorPage page)
{
    public async Task<IResult> Show(string secret, HttpContext context)
    {
        var words = VisitorPage.Begin(context);
        var found = await enquiries.Find(Hash(secret), context.RequestAborted) ?? throw Unknown();
        return Answer(context, words, words["enquiry.title"], html => html
            .Element("p", words.Say("enquiry.kept", found.Reference, VisitorPage.Day(found.ReceivedAt, words), VisitorPage.Day(found.KeptUntil, words)), ("class", "lead"))
            .Element("p", words["enquiry.what_is_deleted"])
            .Element("form", () => html.Element("button", words["enquiry.delete"], ("class", "button"), ("type", "submit")), ("method", "post")));
    }

    public async Task<IResult> Delete(string secret, HttpContext context)
    {
        var words = VisitorPage.Begin(context);
        var reference = await enquiries.Withdraw(Hash(secret), context.RequestAborted) ?? throw Unknown();
        return Answer(context, words, words["enquiry.deleted_title"], html => html.Element("p", words.Say("enquiry.deleted", reference), ("class", "lead")));
    }

    private IResult Answer(HttpContext context, PageWords words, string title, Action<Html> body) =>
        page.Answer(context, words, title, words["enquiry.title"], $"/enquiries/{context.Request.RouteValues["secret"]}", body);

    private static byte[] Hash(string secret) => VisitorSecret.HashOf(secret) ?? throw Unknown();

    private static RequestException Unknown() => RequestException.Unknown("enquiry-unknown");
}
