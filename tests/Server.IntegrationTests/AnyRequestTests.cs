using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>Whatever stands in a part of an address or in a parameter, of whatever route: a value or a refusal, never a fault of ours.</summary>
public sealed partial class AnyRequestTests(UnchangedPlan server) : IClassFixture<UnchangedPlan>
{
    /// <summary>What other programs and input methods write where a number, a date or a word is asked for.</summary>
    private static readonly string[] Odd =
    [
        "１", "１１６．６，３５．４，１１６．７，３５．５", "116.6，35.4，116.7，35.5", "116.6、35.4、116.7、35.5", "−1", "－１", "１.5", "٣", "٣٫٥", "१", "𝟏", "²", "½", "Ⅷ", "1e400", "-1e400", "1e-400",
        "NaN", "∞", "0x10", "1_000", "1,5", "1.", ".5", "+5", " 5", "5 ", "--5", "99999999999999999999", "-99999999999999999999", "２０２５", "0000", "9999", "9999-12-31", "../9999-12-31", "0001/..", "2025−01−01", "2025-01-01T00:00:00＋08:00", "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59.9999999999-14:00", "\u200B1", "\u202E1", "\uFEFF", "\u0085", "%", "'", "\\", "𠮷", "a\u0301", "fyp14-chapter-２-p1", "fyp14-chapter-1２-p1", "fyp14-chapter-1-p٣", "project-４-1-1",
        "name_zh='１'", "number=１", "S_INTERSECTS(geometry,BBOX(１,2,3,4))", "horizon_from>DATE('２０２５-01-01')", "{\"op\":\"=\",\"args\":[{\"property\":\"number\"},１]}",
    ];

    /// <summary>The APIs, and what a link in a message opens, in one language by parameter and in one by address.</summary>
    private static readonly string[] Beginnings = ["/ogc", "/api/", "/parks", "/compare", "/ko/", "/enquiries", "/contests", "/history"];

    private static readonly Dictionary<string, string> Usual = new()
    {
        ["collectionId"] = "parks", ["code"] = "park-5", ["matrixSet"] = "WebMercatorQuad", ["tileMatrixSetId"] = "WebMercatorQuad", ["tileMatrix"] = "10", ["tileRow"] = "403", ["tileCol"] = "843",
        ["number"] = "12", ["id"] = "fyp14-chapter-20-p3", ["chain"] = "automotive", ["styleId"] = "plan-light", ["file"] = "light.json",
        ["collection"] = "parks", ["secret"] = "nobody-has-this-secret", ["reference"] = "AAAA-AAAA-AAAA", ["account"] = "0199b0a0-0000-7000-8000-000000000000", ["token"] = "0199b0a0-0000-7000-8000-000000000000",
        ["comment"] = "1", ["decision"] = "1", ["consultation"] = "1",
        ["attachment"] = "0199b0a0-0000-7000-8000-000000000000",
    };

    /// <summary>One after the other they would last longer than all the other tests beside them.</summary>
    private static ParallelOptions AtOnce => new() { MaxDegreeOfParallelism = 4, CancellationToken = TestContext.Current.CancellationToken };

    [Fact]
    public async Task Any_part_of_any_address_is_answered_or_refused()
    {
        await Parallel.ForEachAsync(Patterns(), AtOnce, async (pattern, _) =>
        {
            foreach (var part in Parts(pattern))
            {
                foreach (var odd in Odd)
                {
                    await Ask(Address(pattern, part, odd));
                }
            }
        });
    }

    [Fact]
    public async Task Any_value_of_any_parameter_is_answered_or_refused()
    {
        var described = (await server.Get("/ogc/api"))["paths"]!.AsObject()
            .SelectMany(path => path.Value!["get"]!["parameters"]!.AsArray())
            .Where(parameter => (string)parameter!["in"]! == "query")
            .Select(parameter => (string)parameter!["name"]!);
        string[] parameters = [.. described.Concat(["x", "y", "z", "q", "value", "unit", "attribute", "collection", "collections", "lang", "encoding", "package", "f", "code", "codes", "rows", "since", "before"]).Distinct()];
        await Parallel.ForEachAsync(Patterns(), AtOnce, async (pattern, _) =>
        {
            var address = Address(pattern, null, "");
            foreach (var parameter in parameters)
            {
                // What a route does not know it refuses unread.
                if (await Ask($"{address}?{parameter}=１") == "parameter-unknown")
                {
                    continue;
                }

                foreach (var odd in Odd)
                {
                    var more = pattern.EndsWith("export", StringComparison.Ordinal) && parameter != "f" ? "&f=csv" : parameter.StartsWith("filter-", StringComparison.Ordinal) ? "&filter=number=1" : "";
                    await Ask($"{address}?{parameter}={Uri.EscapeDataString(odd)}{more}");
                }
            }
        });
    }

    [Theory]
    [InlineData("/ogc/collections/parks/items?bbox=１１６．６，３５．４，１１６．７，３５．５", "116.6,35.4,116.7,35.5")]
    [InlineData("/ogc/collections/parks/items?bbox=116.6，35.4，116.7，35.5", "116.6,35.4,116.7,35.5")]
    [InlineData("/ogc/collections/parks/items?bbox=−1,−1,１,1", "-1,-1,1,1")]
    [InlineData("/ogc/collections/parks/items?limit=٣", "3")]
    [InlineData("/ogc/collections/parks/items?number=７", "7")]
    [InlineData("/ogc/collections/parks/items?datetime=２０２５", "2025")]
    [InlineData("/ogc/collections/parks/items?as-of=2025-01-01T00：00：00Z", "2025-01-01T00:00:00Z")]
    [InlineData("/ogc/collections/parks/identify?x=１１６．６&y=35.4&z=10", "116.6")]
    [InlineData("/api/coordinates?x=１１６．６&y=35.4", "116.6")]
    [InlineData("/api/search?q=a&limit=５", "5")]
    [InlineData("/ogc/collections/parks/items?filter=number > １０", "10")]
    [InlineData("/ogc/collections/parks/items?filter=number IN （1,2)", "(")]
    public async Task Odd_digits_are_refused_and_the_plain_number_is_offered(string address, string suggestion) =>
        Assert.Equal(suggestion, (string?)(await server.GetProblem(address, HttpStatusCode.BadRequest))["args"]!["suggestion"]);

    [Theory]
    [InlineData("/ogc/collections/parks/items?bbox=1,2,3")]
    [InlineData("/ogc/collections/parks/items?number=七")]
    [InlineData("/ogc/collections/parks/items?limit=abc")]
    [InlineData("/ogc/collections/parks/items?filter=number > 七 ※")]
    public async Task What_is_no_number_in_any_writing_is_refused_without_an_offer(string address) =>
        Assert.Null((await server.GetProblem(address, HttpStatusCode.BadRequest))["args"]!["suggestion"]);

    /// <summary>All but what never ends.</summary>
    private IEnumerable<string> Patterns() => server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<Offers>()?.Types.Contains("text/event-stream") != true)
        .Select(endpoint => endpoint.RoutePattern.RawText!.TrimEnd('/'))
        .Where(pattern => Beginnings.Any(beginning => pattern.StartsWith(beginning, StringComparison.Ordinal)))
        .Where(pattern => !pattern.Contains("{*", StringComparison.Ordinal))
        .Distinct();

    private static IEnumerable<string> Parts(string pattern) => Part().Matches(pattern).Select(match => match.Groups["name"].Value);

    private static string Address(string pattern, string? odd, string value) => Part().Replace(pattern, match =>
    {
        var name = match.Groups["name"].Value;
        Assert.True(Usual.ContainsKey(name), $"say what {name} of {pattern} usually is");
        return Uri.EscapeDataString(name == odd ? value : Usual[name]);
    });

    /// <summary>The code of the refusal, if it is one.</summary>
    private async Task<string?> Ask(string address)
    {
        using var response = await server.Send(address);
        Assert.True((int)response.StatusCode is >= 200 and < 500, $"{address} answered {(int)response.StatusCode}");
        return (int)response.StatusCode < 400 ? null : (string?)System.Text.Json.Nodes.JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))?["code"];
    }

    [GeneratedRegex(@"\{(?<name>[A-Za-z]+)[^}]*\}")]
    private static partial Regex Part();
}
