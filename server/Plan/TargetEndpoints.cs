using System.Text;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Plan;

/// <summary>The targets of the plan, all or by scope, theme and horizon, as JSON and as a table.</summary>
public static class TargetEndpoints
{
    public static async Task<IResult> Targets(TargetStore targets, PlanCatalogue catalogue, HttpContext context, CancellationToken cancel)
    {
        var query = TargetQuery.Read(context.Request.Query, catalogue);
        if (RevisionFilter.IsHeld(context))
        {
            return RevisionFilter.Unchanged;
        }

        var json = await targets.All(cancel);
        if (query is { IsAll: true, IsTable: false })
        {
            return TypedResults.Text(json, "application/json");
        }

        var answer = JsonNode.Parse(json)!.AsObject();
        List<JsonObject> fitting = [.. answer["targets"]!.AsArray().Select(target => target!.AsObject()).Where(target => query.Fits(target, catalogue))];
        if (query.IsTable)
        {
            context.Response.Headers.ContentDisposition = "attachment; filename=\"targets.csv\"";
            return TypedResults.Text(TargetTable.Of(fitting, await targets.Names(cancel), catalogue), "text/csv; charset=utf-8", Encoding.UTF8);
        }

        answer["targets"] = new JsonArray([.. fitting.Select(target => target.DeepClone())]);
        return JsonText.Answer(answer);
    }
}
