using System.Text.Json.Nodes;
using Npgsql;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>A page of a collection: what is on it and how the next one is reached.</summary>
public sealed class ItemsTests(UnchangedPlan server) : IClassFixture<UnchangedPlan>
{
    private const string Projects = "/ogc/collections/projects/items";

    [Fact]
    public async Task Pages_hold_every_feature_once_in_a_fixed_order()
    {
        var all = await server.Codes($"{Projects}?limit=10000");
        var seen = new List<string>();
        for (var next = $"{Projects}?limit=7"; next is not null;)
        {
            var page = await server.Get(next);
            seen.AddRange(page["features"]!.AsArray().Select(feature => (string)feature!["id"]!));
            Assert.Equal(page["features"]!.AsArray().Count, (int)page["numberReturned"]!);
            next = LinkOf(page, "next");
        }

        Assert.True(all.Count > 40);
        Assert.Equal(all, seen);
        Assert.Equal(all.Order(StringComparer.Ordinal), all);
    }

    [Fact]
    public async Task The_next_link_keeps_the_filters()
    {
        var page = await server.Get($"{Projects}?industry_chain=construction-machinery&limit=3");
        var rest = await server.Codes(LinkOf(page, "next")!.Replace("limit=3", "limit=100", StringComparison.Ordinal));
        Assert.Equal(5, rest.Count);
    }

    [Fact]
    public async Task Writers_neither_hide_nor_double_what_was_there_throughout()
    {
        await using var database = await server.Clone();
        await using var application = PlanServer.Application(database.Address);
        var client = application.CreateClient();
        var before = await database.Rows("select code from published.projects order by code");
        var seen = new List<string>();
        var number = 0;
        for (string? next = $"{Projects}?limit=5"; next is not null;)
        {
            var page = JsonNode.Parse(await client.GetStringAsync(next, TestContext.Current.CancellationToken))!;
            seen.AddRange(page["features"]!.AsArray().Select(feature => (string)feature!["id"]!));
            next = LinkOf(page, "next");

            // One comes before what was read and one goes after it.
            await database.Execute($"""
                insert into feature.projects (code, version, review_state, recorded_from, approved_at, approved_by, recorded_by, name_zh, origin, plan_status, placement)
                values ('a-{++number}', 1, 'approved', now(), now(), 'operator', 'x', '新', 'staff', 'planned', 'unplaced'), ('z-{number}', 1, 'approved', now(), now(), 'operator', 'x', '新', 'staff', 'planned', 'unplaced')
                """);
            Assert.True(number < 1000, "the pages do not end");
            if (number > 20)
            {
                break;
            }
        }

        Assert.Equal(before, seen.Where(code => code.StartsWith("project-", StringComparison.Ordinal)));
        Assert.Equal(seen.Count, seen.Distinct().Count());
    }

    [Theory]
    [InlineData("")]
    [InlineData("&plan_status=planned")]
    [InlineData("&datetime=2025&industry_chain=automotive,biopharma")]
    [InlineData("&bbox=116.6,35.4,116.7,35.5")]
    [InlineData("&bbox=0,0,0,0&placement=unplaced")]
    [InlineData("&filter=industry_chain IN ('automotive','biopharma')")]
    public async Task The_total_is_given_where_memory_knows_it(string selection)
    {
        // Facets are counted from the same index; after them it is there.
        var facets = await server.Get($"/ogc/collections/projects/facets?f=json{selection}");
        var part = await server.Get($"{Projects}?limit=1{selection}");
        Assert.Equal((1, (int)facets["numberMatched"]!), ((int)part["numberReturned"]!, (int?)part["numberMatched"]));
        Assert.Equal((await server.Codes($"{Projects}?limit=10000{selection}")).Count, (int)part["numberMatched"]!);
    }

    [Fact]
    public async Task The_total_is_given_when_all_is_on_the_page_and_never_guessed()
    {
        var whole = await server.Get($"{Projects}?limit=10000&filter=investment_cny>0");
        var part = await server.Get($"{Projects}?limit=5&filter=investment_cny>0");
        Assert.Equal((int)whole["numberReturned"]!, (int)whole["numberMatched"]!);
        Assert.Null(part["numberMatched"]);
    }

    [Fact]
    public async Task A_collection_says_how_many_features_it_has()
    {
        foreach (var collection in (await server.Get("/ogc/collections"))["collections"]!.AsArray())
        {
            var address = $"/ogc/collections/{collection!["id"]}";
            var all = await server.Codes($"{address}/items?limit=10000");
            Assert.Equal((address, all.Count), (address, (int)collection["itemCount"]!));
            Assert.Equal((address, all.Count), (address, (int)(await server.Get($"{address}/items?limit=1"))["numberMatched"]!));
        }
    }

    [Fact]
    public async Task The_total_is_counted_when_it_is_asked_for()
    {
        var all = await server.Codes($"{Projects}?limit=10000&plan_status=planned");
        var part = await server.Get($"{Projects}?limit=5&filter=plan_status LIKE 'planned'&count=true");
        Assert.Equal((all.Count, 5), ((int)part["numberMatched"]!, (int)part["numberReturned"]!));
        Assert.Equal(all.Count, (int)(await server.Get(LinkOf(part, "next")!))["numberMatched"]!);
        Assert.Null((await server.Get($"{Projects}?limit=5&count=false&filter=investment_cny>0"))["numberMatched"]);
        Assert.Equal("value-invalid", (string)(await server.GetProblem($"{Projects}?count=yes", System.Net.HttpStatusCode.BadRequest))["code"]!);
    }

    [Fact]
    public async Task A_feature_has_all_the_properties_of_the_contract()
    {
        var feature = await server.Get($"{Projects}/project-4-1-1");
        var properties = feature["properties"]!;
        Assert.Equal(("Feature", "project-4-1-1", "project-4-1-1"), ((string)feature["type"]!, (string)feature["id"]!, (string)properties["code"]!));
        foreach (var name in new[] { "version", "name_zh", "name_en", "aliases", "origin", "plan_status", "plan_status_basis", "placement", "accuracy_m", "horizon_from", "horizon_to", "citations", "not_stated", "industry_chain", "industry_cluster", "investment_cny", "floor_area_m2", "land_area_m2", "period_from", "period_to", "park", "outputs" })
        {
            Assert.True(properties.AsObject().ContainsKey(name), name);
        }

        Assert.Equal("high-end-equipment", (string)properties["industry_cluster"]!);
        Assert.Equal(100_000_000_000, (double)properties["investment_cny"]!);
        Assert.Equal(12, (int)properties["citations"]![0]!["chapter"]!);
        Assert.Equal(["self", "alternate", "related", "collection", "canonical"], feature["links"]!.AsArray().Select(link => (string)link!["rel"]!));
    }

    [Fact]
    public async Task What_the_plan_does_not_give_is_null_and_named_in_not_stated()
    {
        foreach (var feature in (await server.Get($"{Projects}?limit=10000&origin=plan"))["features"]!.AsArray())
        {
            var properties = feature!["properties"]!;
            foreach (var figure in new[] { "investment_cny", "floor_area_m2", "land_area_m2", "period_from", "period_to" })
            {
                var isNamed = properties["not_stated"]!.AsArray().Any(name => (string)name! == figure);
                Assert.Equal(((string)feature["id"]!, figure, properties[figure] is null), ((string)feature["id"]!, figure, isNamed));
            }
        }
    }

    [Fact]
    public async Task Unplaced_features_are_listed_without_geometry()
    {
        var features = (await server.Get($"{Projects}?limit=10000&placement=unplaced"))["features"]!.AsArray();
        Assert.NotEmpty(features);
        Assert.All(features, feature => Assert.Null(feature!["geometry"]));
    }

    [Fact]
    public async Task Coordinates_are_longitude_first_and_the_answer_says_so()
    {
        var response = await server.Send("/ogc/collections/parks/items?limit=1");
        var page = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        var position = page["features"]![0]!["geometry"]!["coordinates"]![0]![0]![0]!;
        Assert.InRange((double)position[0]!, 116, 117);
        Assert.InRange((double)position[1]!, 35, 36);
        Assert.Null(page["features"]![0]!["geometry"]!["crs"]);
        Assert.Equal("<http://www.opengis.net/def/crs/OGC/1.3/CRS84>", response.Headers.GetValues("Content-Crs").Single());
    }

    [Fact]
    public async Task A_taken_over_code_leads_to_the_project_that_has_it()
    {
        var response = await server.Send($"{Projects}/project-9-1-2?f=json");
        Assert.Equal(308, (int)response.StatusCode);
        Assert.EndsWith($"{Projects}/project-4-4-3?f=json", response.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Planned for its box, or gathered with the one plan that does for all.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_small_box_over_many_rows_uses_the_index(bool isGathered)
    {
        await using var database = await server.Clone();
        await database.Execute("""
            insert into feature.projects (code, version, review_state, recorded_from, approved_at, approved_by, recorded_by, name_zh, origin, plan_status, placement, accuracy_m, geom)
            select 'many-' || n, 1, 'approved', now(), now(), 'operator', 'x', '点', 'staff', 'planned', 'surveyed', 1, ST_SetSRID(ST_MakePoint(116 + (n % 200) * 0.005, 35 + (n / 200) * 0.005), 4490)
            from generate_series(1, 20000) n;
            analyze feature.projects
            """);
        Assert.Null(Geo.Bbox.TryParse("116.5,35.2,116.51,35.21", out var bbox));
        var collection = Catalogue.CatalogueReader.Load(Repository.GisData).FindCollection("projects")!;
        var (query, range) = (new Ogc.ItemQuery(new(collection, bbox, null, null, []), 100, null), new Ogc.KeysetRange([]) { HasNext = true });
        await using var connection = await database.Database.Public.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var set = new NpgsqlCommand($"set plan_cache_mode = {(isGathered ? "force_generic_plan" : "force_custom_plan")}", connection);
        await set.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await using var command = (isGathered ? Ogc.PageSql.Gathered(query, range, rows: 101) : Ogc.PageSql.Rows(query, range, rows: 101)).Command(connection);
        command.CommandText = $"explain {command.CommandText}";
        var plan = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            plan.Add(reader.GetString(0));
        }

        Assert.Contains(plan, line => line.Contains("projects__placed", StringComparison.Ordinal));
        Assert.Contains(plan, line => line.Contains("projects__unplaced", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, line => line.Contains("Seq Scan on projects", StringComparison.Ordinal));
    }

    private static string? LinkOf(JsonNode page, string rel) =>
        (string?)page["links"]!.AsArray().FirstOrDefault(link => (string)link!["rel"]! == rel)?["href"];
}
