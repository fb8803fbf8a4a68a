using System.Collections.Frozen;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Parks;

/// <summary>Parks, projects or industry chains side by side for programs: {revision, kind, subjects, rows, others}.</summary>
public static class CompareEndpoint
{
    private static readonly FrozenSet<string> Parameters = FrozenSet.Create("codes");

    public static async Task<IResult> Compare(CompareStore store, ParkStore parks, PlanCatalogue catalogue, HttpContext context)
    {
        var query = QueryReader.Of(context.Request.Query, Parameters);
        var (revision, cancel) = (RevisionFilter.Of(context), context.RequestAborted);
        var compared = await store.Read(Comparison.Codes(query.Find("codes")), revision, cancel);
        if (RevisionFilter.IsHeld(context))
        {
            return RevisionFilter.Unchanged;
        }

        var all = await parks.All(revision, cancel);
        return JsonText.Answer(new JsonObject
        {
            ["revision"] = revision.Number,
            ["kind"] = compared.KindCode,
            ["subjects"] = new JsonArray([.. compared.Subjects.Select(subject => (JsonNode)Said(compared.Kind, subject, all, catalogue))]),
            ["rows"] = new JsonArray([.. compared.Rows.Select(row => (JsonNode)Row(row))]),
            ["others"] = new JsonArray([.. compared.Others.Select(other => (JsonNode)Named(other))]),
        });
    }

    /// <summary>The names with summaries, and where its page is; null where a language has none.</summary>
    private static JsonObject Said(ComparedKind kind, ComparedSubject subject, IReadOnlyList<Park> parks, PlanCatalogue catalogue)
    {
        var profile = catalogue.FindProfile(Compared.ProfileOf(kind), subject.Code);
        var said = Named(subject);
        (said["summary_zh"], said["summary_en"], said["summary_ja"], said["summary_ko"]) = (profile?.SummaryZh, profile?.SummaryEn, profile?.SummaryJa, profile?.SummaryKo);
        said["readiness_grade"] = kind == ComparedKind.Park ? parks.First(park => park.Code == subject.Code).Readiness?.Grade : null;
        said["page"] = kind switch
        {
            ComparedKind.Park => $"/parks/{subject.Code}",
            ComparedKind.Project => $"/ogc/collections/{catalogue.FindRole(CollectionRole.Project)!.Id}/items/{subject.Code}",
            _ => $"/?view=panorama&chain={subject.Code}",
        };
        return said;
    }

    private static JsonObject Named(ComparedSubject subject) => new()
    {
        ["code"] = subject.Code, ["name_zh"] = subject.NameZh, ["name_en"] = subject.NameEn, ["name_ja"] = subject.NameJa, ["name_ko"] = subject.NameKo,
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
