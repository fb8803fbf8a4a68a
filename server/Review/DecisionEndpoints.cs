using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Review;

/// <summary>What was known when somebody decided, for those who draw and review; the sheet to print is a page (Pages/DecisionPage).</summary>
public sealed class DecisionEndpoints(DecisionStore decisions)
{
    public async Task<ContentHttpResult> List(string id, Actor actor, HttpContext context)
    {
        QueryReader.Of(context.Request.Query, FrozenSet<string>.Empty);
        return JsonText.Answer(new JsonObject { ["decisions"] = await decisions.Of(actor, id, context.RequestAborted) });
    }

    public async Task<ContentHttpResult> One(string decision, Actor actor, HttpContext context)
    {
        QueryReader.Of(context.Request.Query, FrozenSet<string>.Empty);
        return JsonText.Answer(await decisions.Find(actor, decision, context.RequestAborted));
    }
}
