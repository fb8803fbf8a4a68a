using System.Collections.Frozen;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Parks;

/// <summary>Parks side by side for programs: {revision, subjects, rows}.</summary>
public static class CompareEndpoint
{
    private static readonly FrozenSet<string> Parameters = FrozenSet.Create("codes");

    public static async Task<IResult> Compare(ParkStore store, PlanCatalogue catalogue, HttpContext context)
    {
        var query = QueryReader.Of(context.Request.Query, Parameters);
        var rules = store.Rules ?? throw RequestException.Unknown("match-missing", new { });
        var revision = RevisionFilter.Of(context);
        var parks = Comparison.Read(query.Find("codes"), await store.All(revision, context.RequestAborted));
        return RevisionFilter.IsHeld(context) ? RevisionFilter.Unchanged : JsonText.Answer(new JsonObject
        {
            ["revision"] = revision.Number,
            ["subjects"] = new JsonArray([.. parks.Select(park => (JsonNode)Named(park, catalogue.FindProfile(Profile.Feature, park.Code)))]),
            ["rows"] = new JsonArray([.. Comparison.Rows(rules, parks).Select(row => (JsonNode)Row(row))]),
        });
    }

    /// <summary>A park with its names and summaries; null where a language has none.</summary>
    private static JsonObject Named(Park park, Profile? profile) => new()
    {
        ["code"] = park.Code,
        ["name_zh"] = park.NameZh, ["name_en"] = park.NameEn, ["name_ja"] = profile?.NameJa, ["name_ko"] = profile?.NameKo,
        ["summary_zh"] = profile?.SummaryZh, ["summary_en"] = profile?.SummaryEn, ["summary_ja"] = profile?.SummaryJa, ["summary_ko"] = profile?.SummaryKo,
        ["readiness_grade"] = park.Readiness?.Grade,
        ["page"] = $"/parks/{park.Code}",
    };

    private static JsonObject Row(ComparedRow row) => new()
    {
        ["kind"] = row.Kind, ["code"] = row.Code, ["horizon"] = row.Horizon, ["differs"] = row.Differs,
        ["cells"] = new JsonArray([.. row.Cells.Select(cell => (JsonNode)new JsonObject
        {
            ["value"] = cell.Value?.DeepClone(),
            ["citations"] = new JsonArray([.. cell.Citations.Select(citation => citation?.DeepClone())]),
        })]),
    };
}
