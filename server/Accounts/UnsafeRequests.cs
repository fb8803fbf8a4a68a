using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Accounts;

/// <summary>
/// What changes something comes from a page of ours or from no page at all, and is JSON unless the endpoint says otherwise: what
/// another site can make a browser send without asking (forms, plain text) is refused.
/// </summary>
public static class UnsafeRequests
{
    public static void UseUnsafeRequestRules(this WebApplication app, IOptions<PlanOptions> options) => app.Use((context, next) =>
    {
        if (!AllowedMethods.Reads(context.Request) && IsOurs(context.GetEndpoint()?.Metadata))
        {
            RefuseOtherSites(context.Request, options.Value);
            RefuseOtherBodies(context);
        }

        return next(context);
    });

    /// <summary>An endpoint and not the framework's answer to a wrong method.</summary>
    private static bool IsOurs(EndpointMetadataCollection? metadata) =>
        metadata is not null && (metadata.GetMetadata<Access>() is not null || metadata.GetMetadata<IAllowAnonymous>() is not null);

    /// <summary>
    /// Sec-Fetch-Site, which no script can set; where a browser has none (no TLS, old), Origin. Who has neither is no browser, and
    /// may not come with a cookie, which is a browser's.
    /// </summary>
    private static void RefuseOtherSites(HttpRequest request, PlanOptions options)
    {
        var site = request.Headers["Sec-Fetch-Site"];
        var origin = request.Headers.Origin;
        var isOurs = site.Count > 0 ? site == "same-origin"
            : origin.Count > 0 ? origin == new Uri(PublicAddress.Root(request, options)).GetLeftPart(UriPartial.Authority)
            : request.Headers.Cookie.Count == 0;
        if (!isOurs)
        {
            throw new RequestException(StatusCodes.Status403Forbidden, "other-origin");
        }
    }

    private static void RefuseOtherBodies(HttpContext context)
    {
        var request = context.Request;
        var hasBody = context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody ?? request.ContentLength > 0;
        var isDeclared = context.GetEndpoint()!.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes.Any(type => type != "application/json" && request.ContentType?.Split(';')[0].Trim().Equals(type, StringComparison.OrdinalIgnoreCase) == true) == true;
        if (hasBody && !request.HasJsonContentType() && !isDeclared)
        {
            throw new RequestException(StatusCodes.Status415UnsupportedMediaType, "media-type-not-supported");
        }

        if (context.GetEndpoint()!.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize is { } most && request.ContentLength > most)
        {
            throw new RequestException(StatusCodes.Status413PayloadTooLarge, "too-large", new { most });
        }
    }
}
