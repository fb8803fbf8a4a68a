using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using SpatialPlan.Server.IntegrationTests.Changes;

namespace SpatialPlan.Server.IntegrationTests.Review;

/// <summary>Sites to be reviewed, alone or beside other features: one finding of the check, and whatever it asks a reason for, is contested, or explained.</summary>
public static class SubmittedSites
{
    public static async Task<Written> SubmitSite(this HttpClient author, string name, double west, string stance = "contested", string beside = "")
    {
        string Degrees(double degrees) => degrees.ToString(CultureInfo.InvariantCulture);
        var (w, e) = (Degrees(west), Degrees(west + 0.01));
        var said = $$$"""
            "properties":{"name_zh":"{{{name}}}","industry_chain":"construction-machinery","plan_status":"planned","accuracy_m":5,"investment_cny":6e8,
              "basis_document":"济高新发〔2026〕3号","snapped_to_schematic":"yes"},
             "geometry":{"type":"Polygon","coordinates":[[[{{{w}}},35.41],[{{{e}}},35.41],[{{{e}}},35.42],[{{{w}}},35.42],[{{{w}}},35.41]]]}
            """;
        var draft = (await author.Post("/api/drafts", $$"""{"collection":"project-sites",{{said}}}""")).Must(HttpStatusCode.Created);
        string Body() => $$"""{"title":"{{name}}","basis":"济高新发〔2026〕3号","drafts":["{{(string)draft.Json!["id"]!}}"],"features":[{{beside}}],"submit":true}""";
        JsonObject Said(string finding) => new() { ["finding"] = finding, ["stance"] = stance, ["reason"] = "不符" };
        async Task Save(JsonArray reasons) =>
            draft = (await author.Write(HttpMethod.Put, $"/api/drafts/{(string)draft.Json!["id"]!}", $$"""{{{said}},"check_reasons":{{reasons.ToJsonString()}}}""", draft.Tag)).Must(HttpStatusCode.OK);

        var found = (await author.Post("/api/projects/check", $$"""{"type":"Feature",{{said}}}""")).Must(HttpStatusCode.OK).Json!["findings"]!.AsArray();
        var reasons = new JsonArray(Said((string)found.First(one => (string)one!["outcome"]! == "fits")!["id"]!));
        await Save(reasons);
        var set = await author.Post("/api/change-sets", Body());

        // First errors are named, and then warnings.
        while (set.Code is "check-refuses" or "check-needs-reasons")
        {
            foreach (var finding in set.Json!["args"]!["findings"]!.AsArray())
            {
                reasons.Add((JsonNode)Said((string)finding!["finding"]!));
            }

            await Save(reasons);
            set = await author.Post("/api/change-sets", Body());
        }

        return set.Must(HttpStatusCode.Created);
    }

    /// <summary>Whatever is contested is accepted first.</summary>
    public static async Task ApproveSite(this HttpClient reviewer, Written set)
    {
        var address = $"/api/change-sets/{(long)set.Json!["id"]!}";
        foreach (var task in (await reviewer.Read($"{address}/contested-findings")).Json!["findings"]!.AsArray())
        {
            (await reviewer.Post($"{address}/contested-findings/answer", Answer(task!, "accepted", "Yes."))).Must(HttpStatusCode.OK);
        }

        (await reviewer.Post($"{address}/approve", tag: set.Tag)).Must(HttpStatusCode.OK);
    }

    /// <summary>The body that answers a contested finding, or another finding of the same site.</summary>
    public static string Answer(JsonNode task, string outcome, string answer, string? finding = null) => new JsonObject
    {
        ["collection"] = (string)task["collection"]!, ["code"] = (string)task["code"]!, ["finding"] = finding ?? (string)task["finding"]!, ["outcome"] = outcome, ["answer"] = answer,
    }.ToJsonString();
}
