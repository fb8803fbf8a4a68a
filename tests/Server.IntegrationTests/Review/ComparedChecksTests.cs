using System.Net;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.IntegrationTests.Changes;

namespace SpatialPlan.Server.IntegrationTests.Review;

/// <summary>A reviewer sees what the check found when a site was submitted and what it finds now.</summary>
public sealed class ComparedChecksTests(PlanServer server) : IClassFixture<PlanServer>
{
    private static string Draft(string name) => $$$"""
        {"collection":"project-sites","properties":{"name_zh":"{{{name}}}","industry_chain":"construction-machinery","plan_status":"planned","accuracy_m":5,"investment_cny":6e8,
          "basis_document":"济高新发〔2026〕3号","snapped_to_schematic":"yes"},
         "geometry":{"type":"Polygon","coordinates":[[[116.61,35.41],[116.62,35.41],[116.62,35.42],[116.61,35.42],[116.61,35.41]]]}}
        """;

    [Fact]
    public async Task A_finding_that_appears_after_the_submission_is_told_and_what_was_frozen_stays()
    {
        using var anna = await server.SignIn("anna", Role.Staff);
        using var cleo = await server.SignIn("cleo", Role.Staff);
        using var ben = await server.SignIn("ben", Role.Reviewer);
        var (mine, other) = (await Submit(anna, "甲地块"), await Submit(cleo, "乙地块"));
        var address = $"/api/change-sets/{(long)mine.Json!["id"]!}";
        var before = Assert.Single((await ben.Read($"{address}/checks")).Must(HttpStatusCode.OK).Json!["checks"]!.AsArray())!;
        var then = before["submitted"]!.ToJsonString();
        Assert.DoesNotContain(before["differences"]!.AsArray(), one => ((string)one!["finding"]!).StartsWith("other-site", StringComparison.Ordinal));

        (await ben.Post($"/api/change-sets/{(long)other.Json!["id"]!}/approve", tag: other.Tag)).Must(HttpStatusCode.OK);
        var after = (await ben.Read($"{address}/checks")).Must(HttpStatusCode.OK).Json!["checks"]![0]!;
        var appeared = after["differences"]!.AsArray().Single(one => (string?)one!["now"]?["rule"] == "other-site")!;
        Assert.Equal(("appeared", null, "attention"), ((string)appeared["change"]!, appeared["submitted"], (string)appeared["now"]!["outcome"]!));
        Assert.Equal(then, after["submitted"]!.ToJsonString());

        (await ben.Post($"{address}/return", """{"comment":"Look again."}""", mine.Tag)).Must(HttpStatusCode.OK);
        var returned = (await anna.Read($"{address}/checks")).Must(HttpStatusCode.OK).Json!["checks"]![0]!;
        Assert.Equal((null, 0), (returned["now"], returned["differences"]!.AsArray().Count));
        Assert.Equal("change-set-unknown", (await cleo.Read($"{address}/checks")).Must(HttpStatusCode.NotFound).Code);
    }

    /// <summary>With a reason for whatever the check asks one for.</summary>
    private static async Task<Written> Submit(HttpClient author, string name)
    {
        var draft = (await author.Post("/api/drafts", Draft(name))).Must(HttpStatusCode.Created);
        string Body() => $$"""{"title":"{{name}}","basis":"济高新发〔2026〕3号","drafts":["{{(string)draft.Json!["id"]!}}"],"submit":true}""";
        var set = await author.Post("/api/change-sets", Body());
        if (set.Code == "check-needs-reasons")
        {
            var reasons = new JsonArray([.. set.Json!["args"]!["findings"]!.AsArray().Select(one => (JsonNode)new JsonObject { ["finding"] = (string)one!["finding"]!, ["stance"] = "contested", ["reason"] = "不符" })]);
            var said = JsonNode.Parse(Draft(name))!.AsObject();
            said.Remove("collection");
            said["check_reasons"] = reasons;
            draft = (await author.Write(HttpMethod.Put, $"/api/drafts/{(string)draft.Json!["id"]!}", said.ToJsonString(), draft.Tag)).Must(HttpStatusCode.OK);
            set = await author.Post("/api/change-sets", Body());
        }

        return set.Must(HttpStatusCode.Created);
    }
}
