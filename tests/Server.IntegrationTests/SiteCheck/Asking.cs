using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using NetTopologySuite.Geometries;

namespace SpatialPlan.Server.IntegrationTests.SiteCheck;

/// <summary>How tests ask for a check.</summary>
internal static class Asking
{
    public const string Address = "/api/projects/check";

    /// <summary>The answer, which must be 200.</summary>
    public static async Task<JsonNode> Check(this PlanServer server, string body, string query = "")
    {
        using var response = await server.Ask(body, query);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{body[..Math.Min(body.Length, 200)]} answered {response.StatusCode}: {text}");
        return JsonNode.Parse(text)!;
    }

    public static Task<HttpResponseMessage> Ask(this PlanServer server, string body, string query = "", string type = "application/geo+json") =>
        server.Client.PostAsync($"{Address}{query}", new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse(type)), TestContext.Current.CancellationToken);

    public static string Feature(string geometry, string properties = "{}") => $$"""{"type":"Feature","geometry":{{geometry}},"properties":{{properties}}}""";

    public static string Square(double west, double south, double degrees) => Polygon(
        new(west, south), new(west + degrees, south), new(west + degrees, south + degrees), new(west, south + degrees), new(west, south));

    public static string Polygon(params Coordinate[] ring) =>
        $$"""{"type":"Polygon","coordinates":[[{{string.Join(",", ring.Select(place => string.Create(CultureInfo.InvariantCulture, $"[{place.X},{place.Y}]")))}}]]}""";

    public static IEnumerable<JsonNode> Findings(JsonNode answer) => answer["findings"]!.AsArray().Select(finding => finding!);

    /// <summary>Those that were folded, too.</summary>
    public static IEnumerable<JsonNode> All(JsonNode answer) => Findings(answer)
        .SelectMany(finding => finding["findings"] is JsonArray folded ? folded.Select(one => one!) : [finding]);

    public static JsonNode One(JsonNode answer, string id) =>
        All(answer).Single(finding => (string?)finding["id"] == id);

    public static JsonNode Validity(JsonNode answer) => One(answer, "geometry-valid");
}
