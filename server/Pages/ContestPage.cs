using System.Globalization;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Contests;
using SpatialPlan.Server.Visitors;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Pages;

/// <summary>What became of what somebody has contested, for whoever has the reference; and where its writer deletes how to reach them.</summary>
public sealed class ContestPage(PlanCatalogue catalogue, ContestStore contests, PageItems items, CheckRules rules, VisitorPage page)
{
    public async Task<IResult> Show(string reference, HttpContext context)
    {
        var words = VisitorPage.Begin(context);
        var contest = await contests.Find(reference, context.RequestAborted);
        var about = await About(contest, words, context.RequestAborted);
        var named = (string)contest["reference"]!;
        return page.Answer(context, words, words.Say("contest.title", named), words["contest.about"], $"/contests/{named}", html =>
        {
            html.Element("p", words[contest["outcome"] is { } outcome ? $"contest.{(string)outcome!}" : "contest.open"], ("class", "lead"));
            html.Element("dl", () =>
            {
                void Entry(string key, string value) => html.Element("dt", words[$"contest.{key}"]).Element("dd", () => html.Element("bdi", value));
                Entry("of", about);
                Entry("reason", (string)contest["reason"]!);
                Entry("received", Day(contest["received_at"]!, words));
                if (contest["answer"] is { } answer)
                {
                    Entry("answer", (string)answer!);
                    Entry("answered", Day(contest["answered_at"]!, words));
                }
            });
        });
    }

    public async Task<IResult> Contact(string secret, HttpContext context)
    {
        var words = VisitorPage.Begin(context);
        var found = await contests.Contact(Hash(secret), context.RequestAborted) ?? throw Unknown();
        return ContactPage(context, words, words["contest.contact"], html => html
            .Element("p", words.Say("contest.contact_kept", found.Reference, VisitorPage.Day(found.ReceivedAt, words), VisitorPage.Day(found.KeptUntil, words)), ("class", "lead"))
            .Element("p", words["contest.what_is_deleted"])
            .Element("form", () => html.Element("button", words["contest.delete_contact"], ("class", "button"), ("type", "submit")), ("method", "post")));
    }

    public async Task<IResult> DeleteContact(string secret, HttpContext context)
    {
        var words = VisitorPage.Begin(context);
        var reference = await contests.ForgetContact(Hash(secret), context.RequestAborted) ?? throw Unknown();
        return ContactPage(context, words, words["contest.contact_deleted"], html => html.Element("p", words.Say("contest.contact_is_deleted", reference), ("class", "lead")));
    }

    private IResult ContactPage(HttpContext context, PageWords words, string title, Action<Html> body) =>
        page.Answer(context, words, title, words["contest.contact"], $"/contests/contact/{context.Request.RouteValues["secret"]}", body);

    /// <summary>The name of the feature as it stands now, its code where it stands no more; the place in the plan; or the rule of a finding and what it found.</summary>
    private async Task<string> About(JsonObject contest, PageWords words, CancellationToken cancel)
    {
        if ((string?)contest["paragraph"] is { } paragraph)
        {
            var place = LocatorWords.Of(paragraph, words);
            return (int?)contest["sentence"] is { } sentence ? words.Say("contest.sentence", place, (sentence + 1).ToString(CultureInfo.InvariantCulture)) : place;
        }

        if ((string?)contest["code"] is not { } code)
        {
            // its id is that of the rule and, mostly, the code of what was found
            var finding = ((string)contest["finding"]!).Split(':', 2);
            var rule = rules.NameOf(finding[0], words);
            return finding.Length == 1 ? rule : words.Say("contest.finding", rule, await Name(rules.SubjectsOf(finding[0]), finding[1], words, cancel));
        }

        return await Name(catalogue.FindCollection((string)contest["collection"]!), code, words, cancel);
    }

    private async Task<string> Name(CollectionDefinition? collection, string code, PageWords words, CancellationToken cancel)
    {
        var feature = collection is null ? null : await items.Find(collection, code, null, cancel);
        return feature is null ? code : FeaturePage.NameOf(feature["properties"]!, words);
    }

    private static string Day(JsonNode moment, PageWords words) => VisitorPage.Day(moment.GetValue<DateTimeOffset>().UtcDateTime, words);

    private static byte[] Hash(string secret) => VisitorSecret.HashOf(secret) ?? throw Unknown();

    private static RequestException Unknown() => RequestException.Unknown("contact-unknown");
}
