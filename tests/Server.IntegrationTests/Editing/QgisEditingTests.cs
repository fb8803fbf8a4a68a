using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using SpatialPlan.Server.Accounts;

namespace SpatialPlan.Server.IntegrationTests.Editing;

/// <summary>
/// The requests of the OAPIF provider of QGIS (3.32 and later: src/providers/wfs/oapif), in its order, with its headers and the
/// shape of its bodies: a layer is opened, a feature drawn, moved, described and deleted. It sends no If-Match, writes Content-Crs
/// without angle brackets and the axes in the order of the authority, and knows of a new feature what Location says.
/// </summary>
public sealed class QgisEditingTests(PlanServer server) : IClassFixture<PlanServer>
{
    private const string Store = "http://www.opengis.net/def/crs/EPSG/0/4490";
    private const string AcceptItems = "application/geo+json, application/json";
    private const string Layer = "/ogc/collections/projects";

    [Fact]
    public async Task A_layer_is_opened_and_found_to_be_editable_before_anybody_signs_in()
    {
        using var nobody = server.NewClient();
        var conformance = (await nobody.Read("/ogc/conformance", ("Accept", "application/json"))).Json!["conformsTo"]!.AsArray().Select(entry => (string)entry!).ToHashSet();
        Assert.Superset(
            new[] { "create-replace-delete", "update", "features", "optimistic-locking-etags" }.Select(name => $"http://www.opengis.net/spec/ogcapi-features-4/1.0/conf/{name}").ToHashSet(), conformance);
        Assert.Contains("http://www.opengis.net/spec/ogcapi-features-5/1.0/conf/schemas", conformance);

        var fields = (await nobody.Read($"{Layer}/schema", ("Accept", "application/schema+json"))).Must(HttpStatusCode.OK).Json!["properties"]!.AsObject();
        Assert.Equal(
            ["code", "industry_cluster", "not_stated", "version"],
            fields.Where(field => (bool?)field.Value!["readOnly"] == true).Select(field => field.Key).Order(StringComparer.Ordinal));

        var first = (string)(await nobody.Read($"{Layer}/items?limit=10", ("Accept", AcceptItems))).Json!["features"]![0]!["id"]!;
        Assert.Equal(["GET", "HEAD", "OPTIONS", "POST"], (await nobody.Edit(HttpMethod.Options, $"{Layer}/items")).Must(HttpStatusCode.NoContent).ContentHeaders.Allow.Order());
        foreach (var id in new[] { first, "unknown_id" })
        {
            Assert.Equal(["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "PUT"], (await nobody.Edit(HttpMethod.Options, $"{Layer}/items/{id}")).Must(HttpStatusCode.NoContent).ContentHeaders.Allow.Order());
        }
    }

    [Fact]
    public async Task What_is_drawn_moved_described_and_deleted_is_a_draft_that_its_author_reads_back()
    {
        using var qgis = await server.Program("qgis");
        var fields = (await qgis.Read($"{Layer}/schema")).Json!["properties"]!.AsObject().Select(field => field.Key).Where(name => name != "geometry").ToList();

        // A new feature has every field of the layer, null where nobody typed anything.
        var typed = new Dictionary<string, JsonNode> { ["name_zh"] = "试验项目", ["plan_status"] = "planned", ["investment_cny"] = 3.5e8 };
        var properties = new JsonObject(fields.Select(name => KeyValuePair.Create(name, typed.GetValueOrDefault(name)?.DeepClone())));
        var drawn = new JsonObject { ["type"] = "Feature", ["geometry"] = JsonNode.Parse("""{"type":"Point","coordinates":[35.42,116.65]}"""), ["properties"] = properties };
        var made = (await qgis.Edit(HttpMethod.Post, $"{Layer}/items", drawn.ToJsonString(), Editor.GeoJson, ("Content-Crs", Store))).Must(HttpStatusCode.Created);
        var address = $"{Layer}/items/{made.Made}";
        Assert.StartsWith("http", made.Headers.Location!.ToString(), StringComparison.Ordinal);

        var read = (await qgis.Read(address, ("Accept", AcceptItems))).Must(HttpStatusCode.OK).Json!;
        Assert.Equal((made.Made, "试验项目", 3.5e8), ((string)read["id"]!, (string)read["properties"]!["name_zh"]!, (double)read["properties"]!["investment_cny"]!));
        Assert.Equal([116.65, 35.42], read["geometry"]!["coordinates"]!.AsArray().Select(number => (double)number!));
        Assert.Null(read["properties"]!["version"]);

        (await qgis.Edit(HttpMethod.Patch, address, """{"geometry":{"coordinates":[35.43,116.66],"type":"Point"}}""", Editor.Patch, ("Content-Crs", Store))).Must(HttpStatusCode.NoContent);
        (await qgis.Edit(HttpMethod.Patch, address, """{"properties":{"name_zh":"改名项目","investment_cny":null}}""")).Must(HttpStatusCode.NoContent);
        read = (await qgis.Read($"{Layer}/items?limit=1000&bbox=116.6599,35.4299,116.6601,35.4301&crs={Store}", ("Accept", AcceptItems))).Json!;
        var moved = read["features"]!.AsArray().Single(feature => (string)feature!["id"]! == made.Made)!;
        Assert.Equal([35.43, 116.66], moved["geometry"]!["coordinates"]!.AsArray().Select(number => (double)number!));
        Assert.Equal(("改名项目", null), ((string)moved["properties"]!["name_zh"]!, (double?)moved["properties"]!["investment_cny"]));

        (await qgis.Edit(HttpMethod.Delete, address)).Must(HttpStatusCode.NoContent);
        (await qgis.Read(address)).Must(HttpStatusCode.NotFound, "feature-unknown");
        await server.GetProblem(address, HttpStatusCode.NotFound);
    }

    /// <summary>What a QGIS without PATCH sends: the feature as it was read, with one thing in it changed.</summary>
    [Fact]
    public async Task A_whole_feature_that_comes_back_changes_what_differs_and_nothing_else()
    {
        using var qgis = await server.Program("puts");
        var address = $"{Layer}/items/project-4-1-1";
        var feature = (await qgis.Read($"{address}?crs={Store}", ("Accept", AcceptItems))).Json!.AsObject();
        feature.Remove("links");
        feature["properties"]!["name_en"] = "Another name";
        (await qgis.Edit(HttpMethod.Put, address, feature.ToJsonString(), Editor.GeoJson, ("Content-Crs", Store))).Must(HttpStatusCode.NoContent);

        using var person = await server.SignIn("puts", Role.Staff);
        var listed = (await person.Read("/api/drafts")).Json!["drafts"]!.AsArray().Single()!;
        var draft = (await person.Read($"/api/drafts/{(string)listed["id"]!}")).Json!;
        Assert.Equal("""{"name_en":"Another name"}""", draft["properties"]!.ToJsonString());
        Assert.Equal(1, (int)draft["based_on"]!);
        Assert.True(JsonNode.DeepEquals(draft["geometry"], JsonNode.Parse(await server.Database.Ask<string>("select ST_AsGeoJSON(geom, 15, 0) from feature.projects where code = 'project-4-1-1' and version = 1"))));
    }
}
