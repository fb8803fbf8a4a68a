using System.Net;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>Requests nobody sends in good faith: each has its status and code, and none shows what is inside.</summary>
public sealed class HostileRequestTests(PlanServer server) : IClassFixture<PlanServer>
{
    private const string Items = "/ogc/collections/projects/items";

    [Theory]
    [InlineData("bbox=0,NaN,1,1", "bbox-not-a-number")]
    [InlineData("bbox=0,0,Infinity,1", "bbox-not-a-number")]
    [InlineData("bbox=0,0,1e400,1", "bbox-not-a-number")]
    [InlineData("bbox=1,2,3", "bbox-number-count")]
    [InlineData("bbox=1,2,3,4,5", "bbox-number-count")]
    [InlineData("bbox=1,2,3,4,5,6,7", "bbox-number-count")]
    [InlineData("bbox=1;2;3;4", "bbox-number-count")]
    [InlineData("bbox=", "parameter-empty")]
    [InlineData("bbox=35.4,116.6,35.5,116.8", "bbox-axes-swapped")]
    [InlineData("bbox=116,36,117,35", "bbox-south-above-north")]
    [InlineData("bbox=-200,0,0,1", "bbox-out-of-range")]
    [InlineData("crs=http://www.opengis.net/def/crs/EPSG/0/999999", "crs-not-supported")]
    [InlineData("bbox-crs=x'%20OR%201=1--&bbox=1,1,2,2", "crs-not-supported")]
    [InlineData("limit=0", "limit-invalid")]
    [InlineData("limit=-1", "limit-invalid")]
    [InlineData("limit=1.5", "limit-invalid")]
    [InlineData("limit=%D9%A1", "limit-invalid")]
    [InlineData("limit=1&limit=2", "parameter-repeated")]
    [InlineData("token=abc", "token-invalid")]
    [InlineData("token=JzsgZHJvcCB0YWJsZQ", "token-invalid")]
    [InlineData("offset=2000000000", "parameter-unknown")]
    [InlineData("datetime=yesterday", "datetime-invalid")]
    [InlineData("datetime=2018-13-45", "datetime-invalid")]
    [InlineData("datetime=2020-01-01T25:00:00Z", "datetime-invalid")]
    [InlineData("datetime=2025/2020", "datetime-invalid")]
    [InlineData("datetime=../..", "datetime-invalid")]
    [InlineData("datetime=2020/2021/2022", "datetime-invalid")]
    [InlineData("as-of=2020-13-01", "as-of-invalid")]
    [InlineData("as-of=2020", "as-of-invalid")]
    [InlineData("Limit=5", "parameter-unknown")]
    [InlineData("nonsense=1", "parameter-unknown")]
    [InlineData("citations=1", "parameter-unknown")]
    [InlineData("horizon_from=abc", "value-invalid")]
    [InlineData("horizon_from=99999999999", "value-invalid")]
    [InlineData("accuracy_m=NaN", "value-invalid")]
    [InlineData("name_zh=%00", "nul-character")]
    [InlineData("f=gml", "format-not-supported")]
    public async Task A_malformed_parameter_is_400_with_a_code(string query, string code)
    {
        var problem = await server.GetProblem($"{Items}?{query}", HttpStatusCode.BadRequest);
        Assert.Equal(code, (string)problem["code"]!);
        Assert.NotNull(problem["traceId"]);
        AssertTellsNothing(problem.ToJsonString());
    }

    [Fact]
    public async Task A_limit_beyond_the_maximum_is_the_maximum() =>
        Assert.NotEmpty(await server.Codes($"{Items}?limit=99999999999999999999"));

    [Fact]
    public async Task A_bbox_of_ten_thousand_characters_is_refused() =>
        Assert.Equal("bbox-number-count", (string)(await server.GetProblem($"{Items}?bbox={new string('1', 10_000)}", HttpStatusCode.BadRequest))["code"]!);

    [Theory]
    [InlineData("..%2f..%2fetc")]
    [InlineData("1'--")]
    [InlineData("-1")]
    [InlineData("12345678901234567890")]
    [InlineData("%E5%B7%A5%E7%A8%8B")]
    public async Task An_id_that_nobody_has_is_404(string id)
    {
        var problem = await server.GetProblem($"{Items}/{id}", HttpStatusCode.NotFound);
        Assert.Equal("feature-unknown", (string)problem["code"]!);
        AssertTellsNothing(problem.ToJsonString());
    }

    [Fact]
    public async Task An_id_of_three_thousand_characters_is_404_and_not_repeated_whole()
    {
        var problem = await server.GetProblem($"{Items}/{new string('a', 3000)}", HttpStatusCode.NotFound);
        Assert.True(problem.ToJsonString().Length < 500);
    }

    [Fact]
    public async Task A_draft_is_as_unknown_as_what_does_not_exist()
    {
        await server.Database.Execute("""
            insert into feature.projects (code, version, review_state, recorded_from, recorded_by, name_zh, origin, plan_status, placement)
            values ('project-secret', 1, 'draft', now(), 'drafter', '草稿', 'staff', 'planned', 'unplaced') on conflict do nothing
            """);
        var draft = await server.GetProblem($"{Items}/project-secret", HttpStatusCode.NotFound);
        var absent = await server.GetProblem($"{Items}/project-absent", HttpStatusCode.NotFound);
        draft["traceId"] = absent["traceId"] = null;
        Assert.Equal(absent.ToJsonString().Replace("absent", "secret", StringComparison.Ordinal), draft.ToJsonString());
    }

    [Theory]
    [InlineData("/ogc/collections/projects;drop/items", "collection-unknown")]
    [InlineData("/ogc/collections/pg_class/items", "collection-unknown")]
    [InlineData("/ogc/collections/Projects", "collection-unknown")]
    [InlineData("/ogc/nothing", "not-found")]
    [InlineData("/api/nothing", "not-found")]
    public async Task An_unknown_address_is_404(string address, string code) =>
        Assert.Equal(code, (string)(await server.GetProblem(address, HttpStatusCode.NotFound))["code"]!);

    [Fact]
    public async Task Another_method_is_405()
    {
        var response = await server.Client.PutAsync(Items, new StringContent("{}"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_foreign_host_is_refused()
    {
        var response = await server.Send("/ogc", ("Host", "evil.example"));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Links_keep_the_configured_address_whatever_the_request_says()
    {
        await using var application = PlanServer.Application(server.Database.Address, ("Plan:PublicUrl", "https://plan.example/map"));
        var request = new HttpRequestMessage(HttpMethod.Get, $"{Items}?limit=1");
        request.Headers.Add("X-Forwarded-Host", "evil.example");
        var answer = await application.CreateClient().SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("\"href\":\"https://plan.example/map/ogc/collections/projects/items?limit=1&token=", text, StringComparison.Ordinal);
        Assert.DoesNotContain("evil", text, StringComparison.Ordinal);
        Assert.DoesNotContain("localhost", text, StringComparison.Ordinal);
    }

    private static void AssertTellsNothing(string body)
    {
        foreach (var word in new[] { "select", "published.", "published_plan.", "Npgsql", "   at ", ".cs", "Host=" })
        {
            Assert.DoesNotContain(word, body, StringComparison.Ordinal);
        }
    }
}
