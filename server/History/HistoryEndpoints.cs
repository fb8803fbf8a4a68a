using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.History;

/// <summary>How a feature became what it is. Everybody reads the versions that were published; those who draw and review also who did what and what was said.</summary>
public sealed class HistoryEndpoints(PlanCatalogue catalogue, HistoryStore store)
{
    private static readonly string[] GetOrHead = [HttpMethods.Get, HttpMethods.Head];

    public static void Map(WebApplication app) =>
        app.MapMethods("/api/features/{collection}/{code}/history", GetOrHead, app.Services.GetRequiredService<HistoryEndpoints>().Feature).AllowAnonymous().Offers("application/json");

    private async Task<ContentHttpResult> Feature(string collection, string code, HttpContext context)
    {
        QueryReader.Of(context.Request.Query, FrozenSet<string>.Empty);
        var known = catalogue.FindCollection(collection) ?? throw RequestException.Unknown("collection-unknown", new { collection });
        var isInsider = await IsInsider(context);
        var versions = isInsider ? await store.All(known, code, context.RequestAborted) : await store.Published(known, code, context.RequestAborted);
        if (versions.Count == 0)
        {
            throw RequestException.Unknown("feature-unknown", new { code });
        }

        context.Response.Headers.CacheControl = isInsider ? "private, no-store" : "no-cache";
        return JsonText.Answer(new JsonObject { ["collection"] = collection, ["code"] = code, ["versions"] = VersionChanges.Of(versions, known) });
    }

    /// <summary>Asked only where there are credentials: an address that is open costs nobody a look.</summary>
    private static async Task<bool> IsInsider(HttpContext context) =>
        !RequestAudience.Of(context.Request).IsPublic
        && (await context.AuthenticateAsync(AccountSetup.Scheme)).Principal is { } principal
        && Actor.Of(principal) is var actor && (actor.Is(Role.Staff) || actor.Is(Role.Reviewer));
}
