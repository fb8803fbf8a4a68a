using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using SpatialPlan.Server.IntegrationTests.Changes;

namespace SpatialPlan.Server.IntegrationTests.Review;

/// <summary>Sites to be reviewed, alone or beside other features: one finding of the check, and whatever it asks a reason for, is contested, or explained.</summary>
public static class SubmittedSites
{
    /// <summary>A site that lacks nothing, of a set or of a draft.</summary>
    public static string Site(string name, string english, string geometry) => $$$"""
        {"collection":"project-sites","properties":{"name_zh":"{{{name}}}","name_en":"{{{english}}}","origin":"staff","plan_status":"planned","placement":"surveyed","placement_reason_zh":"测量","placement_reason_en":"Surveyed","accuracy_m":1,"source":"digitised"},
         "geometry":{{{geometry}}}}
        """;

    /// <summary>So many sites, one north of the other.</summary>
    public static IEnumerable<string> Sites(int number) => Enumerable.Range(0, number).Select(place =>
    {
        var (south, north) = (Degrees(35.4 + (place * 0.0001)), Degrees(35.4 + ((place + 0.5) * 0.0001)));
        return Site($"地块{place}", $"Site {place}", $$"""{"type":"Polygon","coordinates":[[[116.6,{{south}}],[116.6001,{{south}}],[116.6001,{{north}}],[116.6,{{south}}]]]}""");
    });

    public static async Task<SetUnderTest> SubmitSite(this HttpClient author, string name, double west, string stance = "contested", string beside = "")
    {
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

        return set.Must(HttpStatusCode.Created).AsSet((string)draft.Json!["code"]!, 1);
    }

    /// <summary>Whatever is contested is accepted first.</summary>
    public static async Task ApproveSite(this HttpClient reviewer, SetUnderTest set)
    {
        foreach (var task in (await reviewer.Read($"{set.Address}/contested-findings")).Json!["findings"]!.AsArray())
        {
            (await reviewer.Post($"{set.Address}/contested-findings/answer", Answer(task!, "accepted", "Yes."))).Must(HttpStatusCode.OK);
        }

        await reviewer.Act(set, "approve");
    }

    /// <summary>The body that answers a contested finding, or another finding of the same site.</summary>
    public static string Answer(JsonNode task, string outcome, string answer, string? finding = null) => new JsonObject
    {
        ["collection"] = (string)task["collection"]!, ["code"] = (string)task["code"]!, ["finding"] = finding ?? (string)task["finding"]!, ["outcome"] = outcome, ["answer"] = answer,
    }.ToJsonString();

    private static string Degrees(double degrees) => degrees.ToString(CultureInfo.InvariantCulture);
}
