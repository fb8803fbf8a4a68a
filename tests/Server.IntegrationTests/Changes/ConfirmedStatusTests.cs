using System.Net;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.IntegrationTests.Review;

namespace SpatialPlan.Server.IntegrationTests.Changes;

/// <summary>A later state of a project is staff's word beside the plan's: reviewed as any change, told with its day and source, and asked for by filters.</summary>
public sealed class ConfirmedStatusTests(PlanServer server) : IClassFixture<PlanServer>
{
    private const string Items = "/ogc/collections/projects/items";

    [Fact]
    public async Task It_stands_beside_the_status_of_the_plan_and_never_in_its_place()
    {
        using var staff = await server.SignIn("confirms", Role.Staff);
        using var reviewer = await server.SignIn("agrees", Role.Reviewer);
        var before = (await server.Get($"{Items}?filter={Uri.EscapeDataString("plan_status = 'planned'")}&limit=1"))["features"]![0]!;
        var (code, version) = ((string)before["id"]!, (int)before["properties"]!["version"]!);
        var set = await staff.Draft($$$"""
            {"title":"t","basis":"document 12","submit":true,"features":[{"collection":"projects","code":"{{{code}}}","based_on":{{{version}}},
              "properties":{"status_confirmed":"existing","status_confirmed_on":"2026-11-30","status_confirmed_source":"document 12 of 2026"}}]}
            """);
        Assert.Null((await server.Get($"{Items}/{code}"))["properties"]!["status_confirmed"]);
        await reviewer.Act(set, "approve");

        var after = (await server.Get($"{Items}/{code}"))["properties"]!;
        Assert.Equal(("planned", "existing", "2026-11-30", "document 12 of 2026"), ((string)after["plan_status"]!, (string)after["status_confirmed"]!, (string)after["status_confirmed_on"]!, (string)after["status_confirmed_source"]!));
        Assert.Equal(before["properties"]!["citations"]!.ToJsonString(), after["citations"]!.ToJsonString());

        // Either is asked for by its own name.
        Assert.Equal([code], await Found("status_confirmed = 'existing'"));
        Assert.Equal([code], await Found("status_confirmed_on >= '2026-11-01' AND plan_status = 'planned'"));
        Assert.DoesNotContain(code, await Found("status_confirmed IS NULL"));
        Assert.DoesNotContain(code, await Found("plan_status = 'existing'"));
        Assert.Equal(1, (int)(await server.Get("/ogc/collections/projects/facets"))["facets"]!["status_confirmed"]!["existing"]!);
        Assert.NotNull((await server.Get("/ogc/collections/projects/schema"))["properties"]!["status_confirmed"]);
        var table = await (await server.Send("/ogc/collections/projects/export?f=csv")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("status_confirmed_source", table, StringComparison.Ordinal);
        Assert.Contains("document 12 of 2026", table, StringComparison.Ordinal);
        var page = await (await server.Send($"{Items}/{code}?f=html&lang=en")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Confirmed status", page, StringComparison.Ordinal);
        Assert.Contains("document 12 of 2026", page, StringComparison.Ordinal);
        Assert.Contains("Confirmed status", await (await server.Send($"/history/projects/{code}?lang=en")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"status_confirmed":"existing"}""", "confirmation-incomplete")]
    [InlineData("""{"status_confirmed":"not-stated","status_confirmed_on":"2026-11-30","status_confirmed_source":"x"}""", "confirmation-says-nothing")]
    [InlineData("""{"status_confirmed":"existing","status_confirmed_on":"2026-11-31","status_confirmed_source":"x"}""", "date-invalid")]
    public async Task Half_a_confirmation_is_refused(string properties, string fault)
    {
        using var staff = await server.SignIn("half", Role.Staff);
        var found = (await server.Database.Rows("select code, version from published.projects order by code desc limit 1"))[0].Split('|');
        var refused = (await staff.Post("/api/change-sets", $$$"""{"title":"t","basis":"b","submit":true,"features":[{"collection":"projects","code":"{{{found[0]}}}","based_on":{{{found[1]}}},"properties":{{{properties}}}}]}""")).Must(HttpStatusCode.UnprocessableEntity);
        Assert.Equal(("features-have-faults", fault), (refused.Code, (string)refused.Json!["args"]!["faults"]![0]!["fault"]!));
    }

    private async Task<string[]> Found(string filter) => [.. await server.Codes($"{Items}?filter={Uri.EscapeDataString(filter)}&limit=1000")];
}
