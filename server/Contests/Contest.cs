using System.Text.Json.Nodes;
using SpatialPlan.Server.SiteCheck;
using SpatialPlan.Server.Visitors;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Contests;

/// <summary>
/// That something is wrong, as the form says it without an account: a feature, a paragraph of the plan or one of its sentences, or a
/// finding of the check of a place. Lengths are in characters; the database holds them too.
/// </summary>
/// <param name="Reason">What is wrong, in their own words.</param>
/// <param name="FilledInMs">How long the form was open, in milliseconds.</param>
/// <param name="Collection">Of the feature.</param>
/// <param name="Code">The feature.</param>
/// <param name="Paragraph">The id of a paragraph.</param>
/// <param name="Sentence">Which of its sentences, counted from 0.</param>
/// <param name="Finding">The id of a finding (docs/check.md); its place says where it was found.</param>
/// <param name="Place">Longitude and latitude, in degrees of CRS84.</param>
/// <param name="Contact">How they may be asked or told; nobody needs to say it.</param>
/// <param name="Consent">That the contact may be kept for the purpose that the form states.</param>
/// <param name="Language">In which they read the form.</param>
/// <param name="Website">A field that people do not see and programs fill in.</param>
public sealed record Contest(
    string Reason, long FilledInMs, string? Collection = null, string? Code = null, string? Paragraph = null, int? Sentence = null, string? Finding = null,
    IReadOnlyList<double>? Place = null, string? Contact = null, bool Consent = false, string Language = "zh", string? Website = null)
{
    private const int LongestCode = 100;
    private static readonly WrittenText Text = new(args => RequestException.Unprocessable("contest-field-invalid", args));

    /// <exception cref="RequestException">malformed: it is not what the form sends.</exception>
    public static Contest Read(ReadOnlySpan<byte> json) => VisitorForm.Read<Contest>(json);

    /// <summary>Trimmed, of one thing, and found to be what somebody wrote by hand. Whether the thing is there is looked at where it is kept.</summary>
    /// <exception cref="RequestException">422 with what is wrong.</exception>
    public Contest Checked()
    {
        VisitorForm.DemandHand(Website, FilledInMs, notByHand: "contest-not-by-hand", tooFast: "contest-too-fast");

        if (new[] { Code, Paragraph, Finding }.Count(thing => thing is not null) != 1 || (Code is null) != (Collection is null))
        {
            throw RequestException.Unprocessable("contest-about-nothing");
        }

        var contact = Text.Optional("contact", Contact, 200, isLine: true, least: 3);
        if (contact is not null && !Consent)
        {
            throw RequestException.Unprocessable("contest-consent-missing");
        }

        return this with
        {
            Reason = Text.Required("reason", Reason, 5, 2000, isLine: false),
            Contact = contact,
            Collection = Text.Optional("collection", Collection, LongestCode, isLine: true),
            Code = Text.Optional("code", Code, LongestCode, isLine: true),
            Paragraph = Text.Optional("paragraph", Paragraph, LongestCode, isLine: true),
            Sentence = Sentence is null or >= 0 && (Sentence is null || Paragraph is not null) ? Sentence : throw Text.Invalid("sentence"),
            Finding = Finding is null || FindingReason.IsFinding(Finding) ? Finding : throw Text.Invalid("finding"),
            Place = IsPlace(Place) || (Place is null && Finding is null) ? Place : throw Text.Invalid("place"),
            Language = VisitorForm.Languages.Contains(Language) ? Language : throw Text.Invalid("language"),
        };
    }

    /// <summary>As the database keeps it.</summary>
    public JsonObject Json => new()
    {
        ["language"] = Language, ["collection"] = Collection, ["code"] = Code, ["paragraph"] = Paragraph, ["sentence"] = Sentence, ["finding"] = Finding,
        ["place"] = Place is null ? null : new JsonArray(Place[0], Place[1]), ["reason"] = Reason, ["contact"] = Contact,
    };

    private static bool IsPlace(IReadOnlyList<double>? place) => place is [>= -180 and <= 180, >= -90 and <= 90];
}
