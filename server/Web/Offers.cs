using Microsoft.Net.Http.Headers;

namespace SpatialPlan.Server.Web;

/// <summary>Metadata of an endpoint: the media types it can answer with. Who accepts none of them is told so (406); the parameter f, where it is given, decides by itself.</summary>
public sealed class Offers(params string[] types)
{
    private readonly MediaTypeHeaderValue[] offered = [.. types.Select(type => MediaTypeHeaderValue.Parse(type))];

    public IReadOnlyList<string> Types => types;

    /// <summary>Whether one of the types can be given to who accepts these; application/json takes geo+json too (a suffix is a subset).</summary>
    public bool Suit(HttpRequest request)
    {
        var accept = request.Headers.Accept;
        if (accept.Count == 0 || accept == "*/*" || request.Query.ContainsKey("f"))
        {
            return true;
        }

        var accepted = request.GetTypedHeaders().Accept;
        return accepted.Count == 0 || Array.Exists(offered, type => Takes(accepted, type));
    }

    // RFC 9110 12.5.1: the most exact range counts, and a quality of nought is a no. Parameters (a charset) are not asked about.
    private static bool Takes(IList<MediaTypeHeaderValue> accepted, MediaTypeHeaderValue type) => accepted
        .Where(range => type.IsSubsetOf(new MediaTypeHeaderValue(range.MediaType)))
        .OrderBy(range => range.MatchesAllTypes ? 2 : range.MatchesAllSubTypes ? 1 : 0)
        .Select(range => range.Quality ?? 1)
        .FirstOrDefault() > 0;
}

/// <summary>Says and asks what an endpoint offers.</summary>
public static class OfferExtensions
{
    public static TBuilder Offers<TBuilder>(this TBuilder builder, params string[] types)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new Offers(types));

    /// <summary>After routing, before anything is looked up.</summary>
    public static void UseOffers(this WebApplication app) => app.Use((context, next) =>
        context.GetEndpoint()?.Metadata.GetMetadata<Offers>() is { } offers && !offers.Suit(context.Request)
            ? throw new RequestException(StatusCodes.Status406NotAcceptable, "not-acceptable", new { offered = offers.Types })
            : next(context));
}
