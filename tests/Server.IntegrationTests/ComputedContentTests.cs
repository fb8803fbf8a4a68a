using System.Text.Json.Nodes;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>What follows from the catalogue is computed at load and stored with the feature.</summary>
public sealed class ComputedContentTests(PlanDatabases databases)
{
    [Fact]
    public async Task Cluster_silence_and_citations_are_completed()
    {
        await using var database = await databases.Migrated();
        using var package = new TestPackage();
        package.AddProject("project-4-1-1", properties => properties["outputs"] = new JsonArray(JsonNode.Parse(
            """{"what_zh":"推土机","what_en":"bulldozers","quantity":10000,"unit_zh":"台","unit_en":"units","per":"year","paragraph":"fyp14-box-4-1-item-3"}""")));
        await database.Load(package.Write());

        Assert.Equal(
            ["high-end-equipment|floor_area_m2,land_area_m2,period_from,period_to"],
            await database.Rows("select industry_cluster, array_to_string(not_stated, ',') from published.projects"));
        Assert.Equal(
            ["""{"box": "4-1", "item": 1, "part": 4, "plan": "fyp14", "rule": null, "basis": "stated", "chapter": 12, "section": 1, "attribute": null, "paragraph": "fyp14-box-4-1-item-1"}"""],
            await database.Rows("select citations -> 0 from published.projects"));
        Assert.Equal(["4-1|3|12"], await database.Rows("select outputs #>> '{0,citation,box}', outputs #>> '{0,citation,item}', outputs #>> '{0,citation,chapter}' from published.projects"));
    }

    [Fact]
    public async Task Only_the_plan_can_be_silent()
    {
        await using var database = await databases.Migrated();
        using var package = new TestPackage();
        package.AddProject("project-1", properties =>
        {
            properties["origin"] = "context";
            properties["investment_cny"] = null;
        });
        await database.Load(package.Write());
        Assert.Equal(["0"], await database.Rows("select cardinality(not_stated) from published.projects"));
    }

    [Fact]
    public async Task A_new_collection_and_a_new_property_need_no_code()
    {
        await using var database = await databases.Migrated();
        using var package = new TestPackage();
        package.AddProject("project-4-1-1");
        await database.Load(package.Write());

        package.EditCatalogue("layers.json", root =>
        {
            root["collections"]!.AsArray().Add(JsonNode.Parse("""
                {"id":"tea-houses","group":"services","order":99,"geometry_type":"Point","title":{"zh":"茶馆","en":"Tea houses"},"short":{"zh":"茶馆","en":"Tea"},
                 "properties":[{"name":"chairs","type":"integer","figure":true,"title":{"zh":"座位","en":"Chairs"},"queryable":true}]}
                """));
            var projects = root["collections"]!.AsArray().Single(collection => (string)collection!["id"]! == "projects")!;
            projects["properties"]!.AsArray().Add(JsonNode.Parse("""{"name":"jobs","type":"integer","figure":true,"title":{"zh":"岗位","en":"Jobs"}}"""));
        });
        package.Add("tea-houses", "tea-house-1", TestPackage.Point(116.65, 35.42), properties => properties["chairs"] = 12);
        var report = await database.Load(package.Write());

        Assert.Equal(2, report.Revision);
        Assert.Equal(["tea-house-1|12"], await database.Rows("select code, chairs from published.tea_houses"));
        Assert.Equal(["2|t"], await database.Rows("select version, case when jobs is null and 'jobs' = any(not_stated) then 't' end from published.projects"));
    }

    [Fact]
    public async Task What_tiles_carry_is_an_entry_of_the_catalogue()
    {
        await using var database = await databases.Migrated();
        using var package = new TestPackage();
        package.AddProject("project-4-1-1", properties => properties["horizon_to"] = 2030);
        await database.Load(package.Write());
        var before = await database.Rows("select tile_attributes from published.projects");

        package.EditCatalogue("layers.json", root =>
        {
            foreach (var property in root["common_properties"]!.AsArray())
            {
                property!.AsObject().Remove("in_tile");
            }

            root["common_properties"]!.AsArray().Single(property => (string)property!["name"]! == "horizon_to")!["in_tile"] = true;
            foreach (var property in root["collections"]!.AsArray().SelectMany(collection => collection!["properties"]!.AsArray()))
            {
                property!.AsObject().Remove("in_tile");
            }
        });
        await database.Load(package.Write());
        Assert.StartsWith("project-4-1-1\u001f", Assert.Single(before), StringComparison.Ordinal);
        Assert.Equal(["2030"], await database.Rows("select tile_attributes from published.projects"));
        Assert.Equal(["2030"], await database.Rows("select tile_attributes from history.projects"));
    }

    [Fact]
    public async Task A_collection_that_only_changes_its_title_is_a_visible_change()
    {
        await using var database = await databases.Migrated();
        using var package = new TestPackage();
        package.AddProject("project-4-1-1");
        await database.Load(package.Write());
        package.EditCatalogue("layers.json", root => root["collections"]![0]!["title"]!["en"] = "Another title");
        var report = await database.Load(package.Write());
        Assert.Equal((2, 1), (report.Revision, report.Layers.Single().Unchanged));
    }

    [Fact]
    public async Task A_new_plan_status_is_an_entry_of_its_vocabulary()
    {
        await using var database = await databases.Migrated();
        using var package = new TestPackage();
        package.EditCatalogue("vocabularies/plan-status.json", root => root["terms"]!.AsArray().Add(JsonNode.Parse("""{"code":"paused","zh":"暂停","en":"Paused"}""")));
        package.AddProject("project-4-1-1", properties => properties["plan_status"] = "paused");
        await database.Load(package.Write());
        Assert.Equal(["paused|暂停"], await database.Rows("select p.plan_status, s.name_zh from published.projects p join catalogue.plan_status s on s.code = p.plan_status"));
    }

    [Fact]
    public async Task Targets_are_loaded_with_their_citation_and_history_keeps_the_old_ones()
    {
        await using var database = await databases.Migrated();
        using var package = new TestPackage();
        var target = """{"targets":[{"subject":{"kind":"zone","code":"z"},"indicator":"revenue","horizon":2025,"comparator":"ge","value":VALUE,"unit":"CNY","paragraph":"fyp14-chapter-6-row-1"}]}""";
        var file = Path.Combine(package.Write(), "targets.json");
        await File.WriteAllTextAsync(file, target.Replace("VALUE", "1", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await database.Load(package.Folder);
        await File.WriteAllTextAsync(file, target.Replace("VALUE", "2", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var report = await database.Load(package.Folder);

        Assert.Equal(2, report.Revision);
        Assert.Equal(["zone|z|2|6"], await database.Rows("select subject_kind, subject_code, target ->> 'value', target #>> '{citation,chapter}' from published_plan.target"));
        Assert.Equal(["1"], await database.Rows("select detail #>> '{0,target,value}' from plan.event where collection = 'target' order by id desc limit 1"));
    }
}
