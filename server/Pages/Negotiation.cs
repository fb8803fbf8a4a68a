using Microsoft.Net.Http.Headers;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Pages;

/// <summary>Whether somebody wants to read a page, and in which language.</summary>
public static class Negotiation
{
    public const string Chinese = Web.Language.Chinese;
    public const string English = Web.Language.English;

    private static readonly string[] Html = ["text/html", "application/xhtml+xml"];
    private static readonly string[] Json = ["application/json", "application/geo+json"];

    /// <summary>The parameter f decides; without it a page is for whoever would rather have HTML than JSON, as browsers do.</summary>
    public static bool WantsPage(HttpRequest request)
    {
        if (request.Query.TryGetValue("f", out var format))
        {
            return format == "html";
        }

        return PrefersPage(request);
    }

    /// <summary>What the header Accept alone says.</summary>
    public static bool PrefersPage(HttpRequest request)
    {
        if (request.Headers.Accept.Count == 0)
        {
            return false;
        }

        return Prefers(request, Html, Json);
    }

    /// <summary>Whether one of these types is accepted, and more than each of the others.</summary>
    public static bool Prefers(HttpRequest request, string[] types, string[] others)
    {
        var accepted = request.GetTypedHeaders().Accept;
        return accepted.Count > 0 && Quality(accepted, types) > Quality(accepted, others);
    }

    /// <summary>The language of a page is chosen as that of everything else.</summary>
    public static string Language(HttpRequest request) => Web.Language.Of(request);

    /// <summary>The language of a page for investors, in four: its address says it (/ja/parks/park-2), or it is chosen like any other.</summary>
    public static string InvestorLanguage(HttpRequest request) => LanguageOfPath(request) ?? Web.Language.Of(request, Languages.All);

    /// <summary>The language of an answer that must not fail: the address, the parameter where it is understood, else the header.</summary>
    public static string AnyLanguage(HttpRequest request) =>
        LanguageOfPath(request)
        ?? (request.Query[Web.Language.Parameter] is [{ } given] && Web.Language.Named(given, Languages.All) is { } named ? named : Web.Language.Accepted(request, Languages.All));

    /// <summary>The first part of the address, where it is a language. A parameter beside it counts for nothing: WeChat hangs its own on every link.</summary>
    public static string? LanguageOfPath(HttpRequest request) =>
        request.Path.Value?.Split('/') is [_, var first, _, ..] && Languages.All.Contains(first) ? first : null;

    // The most exact entry counts: */* says little about JSON when text/html stands beside it. By its name: XML is no page, though XHTML is XML.
    private static double Quality(IList<MediaTypeHeaderValue> accepted, string[] types) => types.Max(type => accepted
        .Where(range => range.MatchesAllSubTypes ? new MediaTypeHeaderValue(type).IsSubsetOf(range) : range.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase))
        .OrderBy(range => range.MatchesAllTypes ? 2 : range.MatchesAllSubTypes ? 1 : 0)
        .Select(range => range.Quality ?? 1)
        .FirstOrDefault());
}
