using SpatialPlan.Server.Parks;
using SpatialPlan.Server.Visitors;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Enquiries;

/// <summary>An enquiry as the form sends it. Lengths are in characters; the database holds them too.</summary>
/// <param name="Name">Who asks.</param>
/// <param name="Contact">How they wish to be answered: an address or a number, in their own form.</param>
/// <param name="Consent">That it may be kept for the purpose that the form states.</param>
/// <param name="FilledInMs">How long the form was open, in milliseconds.</param>
/// <param name="Organisation">For whom they ask.</param>
/// <param name="Message">In their own words.</param>
/// <param name="Language">In which they read the form.</param>
/// <param name="Parks">Codes of the shortlist.</param>
/// <param name="Questions">Codes of the facts that they would like to know.</param>
/// <param name="Shortlist">The view as the query of its link, to be opened by who answers.</param>
/// <param name="Website">A field that people do not see and programs fill in.</param>
public sealed record Enquiry(
    string Name, string Contact, bool Consent, long FilledInMs, string? Organisation = null, string? Message = null, string Language = "zh",
    IReadOnlyList<string>? Parks = null, IReadOnlyList<string>? Questions = null, string? Shortlist = null, string? Website = null)
{
    private const int MostParks = 4;
    private const int MostQuestions = 40;
    private static readonly WrittenText Text = new(args => RequestException.Unprocessable("enquiry-field-invalid", args));

    /// <exception cref="RequestException">malformed: it is not what the form sends.</exception>
    public static Enquiry Read(ReadOnlySpan<byte> json) => VisitorForm.Read<Enquiry>(json);

    /// <summary>Trimmed, with what is empty left out, and found to be what somebody wrote by hand and agreed to.</summary>
    /// <param name="known">The parks of the plan.</param>
    /// <param name="rules">Which facts there are to ask for; null where the package matches nothing.</param>
    /// <exception cref="RequestException">422 with what is wrong.</exception>
    public Enquiry Checked(IEnumerable<Park> known, MatchRules? rules)
    {
        if (!Consent)
        {
            throw RequestException.Unprocessable("enquiry-consent-missing");
        }

        VisitorForm.DemandHand(Website, FilledInMs, notByHand: "enquiry-not-by-hand", tooFast: "enquiry-too-fast");
        return this with
        {
            Name = Text.Required("name", Name, 1, 100, isLine: true),
            Contact = Text.Required("contact", Contact, 3, 200, isLine: true),
            Organisation = Text.Optional("organisation", Organisation, 200, isLine: true),
            Message = Text.Optional("message", Message, 4000, isLine: false),
            Language = VisitorForm.Languages.Contains(Language) ? Language : throw Text.Invalid("language"),
            Parks = Codes("parks", Parks, MostParks, known.Select(park => park.Code)),
            Questions = Codes("questions", Questions, MostQuestions, rules?.Facts.Select(fact => fact.Code) ?? []),
            Shortlist = Text.Optional("shortlist", Shortlist, 4000, isLine: true) is { } query && !query.StartsWith('?') ? throw Text.Invalid("shortlist") : Shortlist,
        };
    }

    private static string[] Codes(string field, IReadOnlyList<string>? given, int most, IEnumerable<string> known)
    {
        string[] codes = [.. (given ?? []).Distinct()];
        return codes.Length <= most && !codes.Except(known).Any() ? codes : throw Text.Invalid(field);
    }
}
