using System.Net;
using System.Text.Json.Nodes;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>What the document says and what the server does are held against each other: parameters both ways, statuses, media types and headers.</summary>
public sealed class OpenApiTests(UnchangedPlan server) : IClassFixture<UnchangedPlan>
{
    /// <summary>A collection of each kind stands for all; what the catalogue makes of the others is made by the same lines.</summary>
    private static readonly string[] Chosen = ["parks", "projects", "roads"];

    /// <summary>Of the protocol and of every site; not of this API.</summary>
    private static readonly string[] OfEverySite =
        ["Content-Security-Policy", "X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy", "Permissions-Policy", "Date", "Content-Length", "Content-Type", "Transfer-Encoding", "Allow", "Pragma", "Expires"];

    private static readonly Dictionary<string, string> InPath = new()
    {
        ["{featureId}"] = "no-such-thing", ["{tileMatrix}"] = "10", ["{tileRow}"] = "404", ["{tileCol}"] = "843",
        ["{styleId}"] = "parks", ["{file}"] = "light.json",
    };

    [Fact]
    public async Task Every_parameter_that_is_known_is_documented_and_every_one_that_is_documented_is_known()
    {
        var paths = await Paths();
        var all = paths.Values.SelectMany(Parameters).Select(parameter => (string)parameter["name"]!).Concat(["collections", "offset", "q", "nonsense"]).Distinct().ToList();
        var wrong = new List<string>();
        foreach (var (path, operation) in paths)
        {
            var documented = Parameters(operation).Where(parameter => (string)parameter["in"]! == "query").Select(parameter => (string)parameter["name"]!).ToHashSet();
            foreach (var name in all.Where(name => name is not "f" && !path.Contains($"{{{name}}}", StringComparison.Ordinal)))
            {
                var isKnown = await Code($"{Concrete(path)}?{name}=%E2%98%83") != "parameter-unknown";
                if (isKnown != documented.Contains(name))
                {
                    wrong.Add($"{path} {name}: {(isKnown ? "not documented" : "not known")}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("/", "")]
    [InlineData("/", "?f=html")]
    [InlineData("/conformance", "")]
    [InlineData("/collections", "?lang=en")]
    [InlineData("/collections", "?lang=fr")]
    [InlineData("/collections/parks/items", "?limit=2&crs=EPSG:4548")]
    [InlineData("/collections/parks/items", "?f=html")]
    [InlineData("/collections/parks/items", "?f=csv&limit=2")]
    [InlineData("/collections/parks/items", "?f=jsonfg&limit=2")]
    [InlineData("/collections/parks/items", "?limit=0")]
    [InlineData("/collections/parks/items", "?filter=a+==+b")]
    [InlineData("/collections/parks/items/{featureId}", "park-5")]
    [InlineData("/collections/projects/items/{featureId}", "project-9-1-2")]
    [InlineData("/collections/projects/items/{featureId}", "no-such-thing")]
    [InlineData("/collections/parks/facets", "")]
    [InlineData("/collections/parks/schema", "")]
    [InlineData("/collections/parks/export", "?f=geojson")]
    [InlineData("/collections/parks/export", "?f=metadata")]
    [InlineData("/collections/parks/export", "")]
    [InlineData("/collections/parks/identify", "?x=116.6&y=35.4&z=12")]
    [InlineData("/tiles/WebMercatorQuad/{tileMatrix}/{tileRow}/{tileCol}", "10/404/843")]
    [InlineData("/tiles/WebMercatorQuad/{tileMatrix}/{tileRow}/{tileCol}", "10/0/0")]
    [InlineData("/tiles/WebMercatorQuad/{tileMatrix}/{tileRow}/{tileCol}", "1/9/9")]
    [InlineData("/tiles/WebMercatorQuad/tilejson", "")]
    [InlineData("/tileMatrixSets/CGCS2000Quad", "")]
    [InlineData("/styles", "?lang=en")]
    [InlineData("/styles/{styleId}", "parks?f=sld11")]
    [InlineData("/styles/{styleId}", "plan-dark")]
    [InlineData("/styles/{styleId}/metadata", "parks/metadata")]
    [InlineData("/styles/sprites/{file}", "dark@2x.png")]
    public async Task What_is_answered_is_documented(string path, string rest)
    {
        var document = await server.Get("/ogc/api?f=json");
        var address = path.Contains('{', StringComparison.Ordinal) ? path[..path.IndexOf('{', StringComparison.Ordinal)] + rest : path + rest;
        foreach (var headers in new (string, string)[][] { [], [("If-None-Match", "*")], [("Accept", "image/gif")] })
        {
            var answer = await server.Send($"/ogc{address.TrimEnd('/')}", headers);
            var status = ((int)answer.StatusCode).ToString(null, null);
            var documented = document["paths"]![path]!["get"]!["responses"]![status];
            Assert.True(documented is not null, $"{address}: {status} is not documented");
            if ((string?)documented["$ref"] is { } reference)
            {
                documented = document["components"]!["responses"]![reference.Split('/')[^1]]!;
            }

            var known = documented["headers"]!.AsObject().Select(header => header.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
            var given = answer.Headers.Concat(answer.Content.Headers).Select(header => header.Key).Except(OfEverySite);
            Assert.Equal([], given.Where(name => !known.Contains(name)));
            if (answer.Content.Headers.ContentType is { } type)
            {
                Assert.Contains(type.MediaType, documented["content"]!.AsObject().Select(entry => entry.Key.Split(';')[0]));
            }
        }
    }

    [Fact]
    public async Task A_tile_matrix_is_a_name()
    {
        var tile = (await Paths()).Single(path => path.Key.StartsWith("/tiles/WebMercatorQuad/{", StringComparison.Ordinal)).Value;
        var matrix = Parameters(tile).Single(parameter => (string)parameter["name"]! == "tileMatrix")["schema"]!;
        Assert.Equal("string", (string)matrix["type"]!);
        Assert.Contains("10", matrix["enum"]!.AsArray().Select(name => (string)name!));
    }

    private static IEnumerable<JsonNode> Parameters(JsonNode operation) => operation["parameters"]!.AsArray().Select(parameter => parameter!);

    private static string Concrete(string path) => InPath.Aggregate(path == "/" ? "/ogc" : $"/ogc{path}", (made, part) => made.Replace(part.Key, part.Value, StringComparison.Ordinal));

    private async Task<Dictionary<string, JsonNode>> Paths() => (await server.Get("/ogc/api?f=json"))["paths"]!.AsObject()
        .Where(path => !path.Key.Contains("/CGCS2000Quad", StringComparison.Ordinal))
        .Where(path => !path.Key.StartsWith("/collections/", StringComparison.Ordinal) || Chosen.Contains(path.Key.Split('/')[2]))
        .ToDictionary(path => path.Key, path => path.Value!["get"]!);

    private async Task<string?> Code(string address)
    {
        var answer = await server.Send(address, ("Accept", "*/*"));
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return answer.StatusCode is HttpStatusCode.BadRequest && JsonNode.Parse(text) is { } problem && (string?)problem["args"]?["parameter"] is not null ? (string)problem["code"]! : null;
    }
}
