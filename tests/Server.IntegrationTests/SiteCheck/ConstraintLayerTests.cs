using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace SpatialPlan.Server.IntegrationTests.SiteCheck;

/// <summary>Layers of constraints take part in the check because the catalogue says what they are: nothing is built for them.</summary>
public sealed class ConstraintLayerTests(PlanDatabases databases)
{
    [Fact]
    public async Task A_layer_is_checked_with_the_severity_and_corridor_that_it_says()
    {
        using var package = new TestPackage();
        package.EditCatalogue("layers.json", layers =>
        {
            layers["collections"]!.AsArray().Add(Collection("farmland", "MultiPolygon", 91, """{"severity":"error"}""", "试验农田", "Trial farmland"));
            layers["collections"]!.AsArray().Add(Collection("pipelines", "MultiLineString", 92, """{"severity":"info","corridor_m":20}""", "试验管线", "Trial pipelines"));
        });
        package.Add("farmland", "farmland-1", Area(116.66, 35.42, 0.002), Fine);
        package.Add("farmland", "farmland-2", Area(116.70, 35.42, 0.002), Fine);
        package.Add("pipelines", "pipeline-1", JsonNode.Parse("""{"type":"MultiLineString","coordinates":[[[116.659,35.4205],[116.663,35.4205]]]}"""), Fine);
        await using var database = await databases.Migrated();
        await database.Load(package.Write());
        await using var application = PlanServer.Application(database.Address);
        using var client = application.CreateClient();

        var answer = await Check(client, Asking.Square(116.661, 35.42, 0.002));
        var field = Asking.One(answer, "constraint:farmland:farmland-1");
        Assert.Equal(("constraint", "attention", "error", "Trial farmland"), ((string?)field["rule"], (string?)field["outcome"], (string?)field["severity"], (string?)field["args"]!["title_en"]));
        Assert.InRange((double)field["value"]!, 49, 51);

        // The line runs through all of the site's width, 40 m of its height of some 222 m.
        var line = Asking.One(answer, "constraint:pipelines:pipeline-1");
        Assert.Equal(("attention", "info"), ((string?)line["outcome"], (string?)line["severity"]));
        Assert.InRange((double)line["value"]!, 17, 19);

        var clear = Asking.One(await Check(client, Asking.Square(116.685, 35.44, 0.001)), "constraint:farmland");
        Assert.Equal(("no-hit", "farmland-2"), ((string?)clear["outcome"], (string?)clear["args"]!["nearest"]));
    }

    [Theory]
    [InlineData("constraint", null)]
    [InlineData(null, """{"severity":"error"}""")]
    public async Task A_layer_that_does_not_say_how_it_is_judged_is_refused(string? role, string? constraint)
    {
        using var package = new TestPackage();
        package.EditCatalogue("layers.json", layers =>
        {
            var collection = Collection("farmland", "MultiPolygon", 91, constraint, "试验农田", "Trial farmland");
            collection["role"] = role;
            if (role is null)
            {
                collection.AsObject().Remove("role");
            }

            layers["collections"]!.AsArray().Add(collection);
        });
        await using var database = await databases.Migrated();
        var fault = await Assert.ThrowsAnyAsync<Exception>(() => database.Load(package.Write()));
        Assert.Contains("constraint", fault.ToString(), StringComparison.Ordinal);
    }

    private static JsonObject Collection(string id, string geometry, int order, string? constraint, string zh, string en)
    {
        var collection = JsonNode.Parse($$"""
            {"id":"{{id}}","role":"constraint","group":"projects","order":{{order}},"geometry_type":"{{geometry}}",
             "title":{"zh":"{{zh}}","en":"{{en}}"},"short":{"zh":"{{zh}}","en":"{{en}}"},"properties":[]}
            """)!.AsObject();
        if (constraint is not null)
        {
            collection["constraint"] = JsonNode.Parse(constraint);
        }

        return collection;
    }

    private static void Fine(JsonObject properties) => (properties["accuracy_m"], properties["placement"]) = (1, "surveyed");

    private static JsonObject Area(double west, double south, double degrees) =>
        new JsonObject { ["type"] = "MultiPolygon", ["coordinates"] = new JsonArray(JsonNode.Parse(Asking.Square(west, south, degrees))!["coordinates"]!.DeepClone()) };

    private static async Task<JsonNode> Check(HttpClient client, string body)
    {
        using var response = await client.PostAsync(Asking.Address, new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse("application/geo+json")), TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == HttpStatusCode.OK, text);
        return JsonNode.Parse(text)!;
    }
}
