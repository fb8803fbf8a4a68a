using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SpatialPlan.Server.Accounts;
using SpatialPlan.Server.Web.OpenApi;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>What /api/openapi says of the product's own API is what the server does.</summary>
public sealed partial class ApiDescriptionTests(PlanServer server) : IClassFixture<PlanServer>
{
    [Theory]
    [InlineData("/api/openapi")]
    [InlineData("/ogc/api?f=json")]
    public async Task A_description_is_valid_OpenAPI(string address)
    {
        var document = await server.Get(address);
        Assert.StartsWith("3.0.", (string)document["openapi"]!, StringComparison.Ordinal);
        Assert.Equal("", await OpenApiValidation.Faults(document));
        document["paths"]!.AsObject().First().Value!["get"]!.AsObject().Remove("responses");
        Assert.NotEqual("", await OpenApiValidation.Faults(document));
    }

    [Fact]
    public async Task It_can_be_read_where_it_says_its_addresses_begin()
    {
        var answer = await server.Send("/api/openapi");
        Assert.Equal(MediaTypeHeaderValue.Parse(ApiDescription.MediaType), answer.Content.Headers.ContentType);
        var document = await server.Get("/api/openapi");
        Assert.Equal("/api/", new Uri(new Uri("http://localhost/api/openapi"), (string)document["servers"]![0]!["url"]!).AbsolutePath);
        Assert.Equal(HttpStatusCode.BadRequest, (await server.Send("/api/openapi?nonsense=1")).StatusCode);
    }

    [Fact]
    public async Task Every_address_is_described()
    {
        var routes = server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.RoutePattern.RawText!.TrimStart('/').StartsWith("api/", StringComparison.Ordinal))
            .SelectMany(route => route.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods
                .Where(method => method != "HEAD")
                .Select(method => $"{method} {NameOfPart().Replace($"/{route.RoutePattern.RawText!.Trim('/')}"[4..], "{$1}")}"))
            .Order();
        Assert.Equal(routes, (await server.Get("/api/openapi"))["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(operation => $"{operation.Key.ToUpperInvariant()} {path.Key}")).Order());
    }

    /// <summary>A part of a route without its constraint.</summary>
    [GeneratedRegex(@"\{(\w+):\w+\}")]
    private static partial Regex NameOfPart();

    [Fact]
    public async Task Every_parameter_that_is_known_is_described_and_every_one_that_is_described_is_known()
    {
        var document = await server.Get("/api/openapi");
        var paths = document["paths"]!.AsObject().Where(path => path.Value!["get"] is not null).ToDictionary(path => path.Key, path => Parameters(path.Value!["get"]!, document).ToHashSet());
        using var somebody = await server.SignIn("everybody", [.. Role.All]);
        var wrong = new List<string>();
        foreach (var (path, described) in paths)
        {
            var address = path.Replace("{chain}", "automotive", StringComparison.Ordinal).Replace("{number}", "12", StringComparison.Ordinal).Replace("{id}", "fyp14-box-4-1-item-3", StringComparison.Ordinal).Replace("{collection}", "parks", StringComparison.Ordinal).Replace("{code}", "park-2", StringComparison.Ordinal);
            foreach (var name in paths.Values.SelectMany(names => names).Append("nonsense").Distinct())
            {
                var problem = await somebody.GetAsync($"/api{address}?{name}=%E2%98%83", TestContext.Current.CancellationToken);
                var isKnown = !(await problem.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Contains("\"parameter-unknown\"", StringComparison.Ordinal);
                if (isKnown != described.Contains(name))
                {
                    wrong.Add($"{path} {name}: {(isKnown ? "not described" : "not known")}");
                }
            }
        }

        Assert.Equal([], wrong);
    }

    [Theory]
    [InlineData("/client-config", "")]
    [InlineData("/enquiries", "")]
    [InlineData("/contests", "")]
    [InlineData("/review-queue/contests", "")]
    [InlineData("/catalogue", "")]
    [InlineData("/search", "?q=%E5%B7%A5%E7%A8%8B%E6%9C%BA%E6%A2%B0")]
    [InlineData("/search", "?q=gcjx&limit=50")]
    [InlineData("/search", "?q=hydraulic+nonsense")]
    [InlineData("/search", "?q=excavatr")]
    [InlineData("/coordinates", "?x=116.6&y=35.4")]
    [InlineData("/coordinates", "?x=20&y=50&crs=OGC:CRS84")]
    [InlineData("/filter/matches", "?filter=park+IS+NULL")]
    [InlineData("/filter/check", "?filter=plan_status='planned'&datetime=2025")]
    [InlineData("/filter/check", "?filter=foo+==+bar")]
    [InlineData("/industries/{chain}", "construction-machinery")]
    [InlineData("/industries/{chain}", "biopharma")]
    [InlineData("/plan/targets", "")]
    [InlineData("/plan/gaps", "")]
    [InlineData("/plan/policies", "")]
    [InlineData("/plan/policies", "?park=park-2&investor_kind=japan-korea")]
    [InlineData("/plan/outline", "")]
    [InlineData("/plan/chapters/{number}", "12")]
    [InlineData("/plan/paragraphs/{id}", "fyp14-box-4-1-item-3?code=project-4-1-3")]
    [InlineData("/plan/paragraphs/{id}", "fyp14-chapter-12-p2")]
    [InlineData("/account", "")]
    [InlineData("/features/{collection}/{code}/history", "parks/park-2/history")]
    [InlineData("/drafts", "")]
    [InlineData("/draft-owners", "")]
    [InlineData("/change-sets", "?limit=2")]
    [InlineData("/openapi", "")]
    public async Task An_answer_is_what_its_schema_says_and_nothing_else(string path, string rest)
    {
        var document = await server.Get("/api/openapi");
        using var somebody = await server.SignIn("everybody", [.. Role.All]);
        var answer = JsonNode.Parse(await somebody.GetStringAsync($"/api{(path.Contains('{', StringComparison.Ordinal) ? path[..path.IndexOf('{', StringComparison.Ordinal)] : path)}{rest}", TestContext.Current.CancellationToken))!;
        var schema = document["paths"]![path]!["get"]!["responses"]!["200"]!["content"]!.AsObject().First().Value!["schema"]!;
        var faults = await OpenApiValidation.Faults(document, schema, answer);
        Assert.True(faults.Length == 0, faults);
    }

    private static IEnumerable<string> Parameters(JsonNode operation, JsonNode document) =>
        operation["parameters"]!.AsArray().Select(parameter => OpenApiValidation.Resolve(parameter!, document)).Where(parameter => (string)parameter["in"]! == "query").Select(parameter => (string)parameter["name"]!);
}
