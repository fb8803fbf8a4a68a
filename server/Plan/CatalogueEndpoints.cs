using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Plan;

/// <summary>The catalogue for those who read it at run time: the client, and programs that want more than OGC API says.</summary>
public static class CatalogueEndpoints
{
    /// <summary>The files of the catalogue as they stand, with the revision that they are of.</summary>
    public static Results<ContentHttpResult, StatusCodeHttpResult> Catalogue(PlanCatalogue catalogue, HttpContext context)
    {
        foreach (var name in context.Request.Query.Keys)
        {
            throw RequestException.Malformed("parameter-unknown", new { parameter = name });
        }

        return RevisionFilter.IsHeld(context)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Text(Answer(catalogue.Document, RevisionFilter.Of(context).Number), "application/json");
    }

    private static string Answer(CatalogueDocument document, long revision) =>
        string.Create(CultureInfo.InvariantCulture, $$"""{"revision":{{revision}},"hash":"{{document.Hash}}",{{document.Json.AsSpan(1)}}""");
}
