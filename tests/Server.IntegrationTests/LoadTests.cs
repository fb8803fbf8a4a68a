using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>What a load changes, and what it leaves alone.</summary>
public sealed class LoadTests(PlanDatabases databases)
{
    private const string History = "select code, version, review_state, recorded_by, closed_by from feature.projects order by code, version";

    [Fact]
    public async Task Loading_twice_changes_nothing()
    {
        await using var database = await databases.Migrated();
        using var package = new TestPackage();
        package.AddProject("project-4-1-1");
        var first = await database.Load(package.Write());
        var events = await database.Ask<long>("select count(*) from plan.event");
        var second = await database.Load(package.Folder);

        // Without the memory of the package it looks at every feature, and still changes none.
        await database.Execute("delete from plan.installed where what = 'gis-data'");
        var third = await database.Load(package.Folder);

        Assert.Equal(1, first.Revision);
        Assert.True(second.NothingNew);
        Assert.False(third.NothingNew);
        Assert.Equal(1, third.Layers.Single().Unchanged);
        Assert.Equal([1L, 1L], [second.Revision, third.Revision]);
        Assert.Equal(events, await database.Ask<long>("select count(*) from plan.event"));
        Assert.Equal(["project-4-1-1|1|approved|gis-data|"], await database.Rows(History));
    }

    [Fact]
    public async Task A_change_in_the_package_makes_a_new_version_and_keeps_the_old_one()
    {
        await using var database = await databases.Migrated();
        using var package = new TestPackage();
        var project = package.AddProject("project-4-1-1");
        package.AddProject("project-4-1-2");
        await database.Load(package.Write());
        project["properties"]!["investment_cny"] = 800_000_000;
        var report = await database.Load(package.Write());

        Assert.Equal((2, 1, 1), (report.Revision, report.Layers.Single().Changed, report.Layers.Single().Unchanged));
        Assert.Equal(
            ["project-4-1-1|1|superseded|gis-data|gis-data", "project-4-1-1|2|approved|gis-data|", "project-4-1-2|1|approved|gis-data|"],
            await database.Rows(History));
        Assert.Equal(["2|800000000"], await database.Rows("select version, investment_cny from published.projects where code = 'project-4-1-1'"));
        Assert.Equal(["added|1", "changed|2"], await database.Rows("select action, version from plan.event where code = 'project-4-1-1' order by id"));
    }

    [Fact]
    public async Task What_people_changed_stays_and_is_reported()
    {
        await using var database = await databases.Migrated();
        using var package = new TestPackage();
        var project = package.AddProject("project-4-1-1");
        await database.Load(package.Write());
        await Approve(database, "project-4-1-1", investment: 1);

        project["properties"]!["investment_cny"] = 800_000_000;
        var report = await database.Load(package.Write());

        Assert.Equal(["project-4-1-1"], report.Layers.Single().Kept);
        Assert.Equal(1, report.Revision);
        Assert.Equal(["2|1"], await database.Rows("select version, investment_cny from published.projects"));
    }

    [Fact]
    public async Task What_people_changed_is_no_news_while_the_package_stays_the_same()
    {
        await using var database = await databases.Migrated();
        using var package = new TestPackage();
        package.AddProject("project-4-1-1");
        await database.Load(package.Write());
        await Approve(database, "project-4-1-1", investment: 1);
        package.AddProject("project-4-1-2");
        var report = await database.Load(package.Write());

        Assert.Equal((1, 1, 0), (report.Layers.Single().Added, report.Layers.Single().Unchanged, report.Layers.Single().Kept.Count));
    }

    [Fact]
    public async Task A_feature_that_left_the_package_is_withdrawn_and_may_return()
    {
        await using var database = await databases.Migrated();
        using var package = new TestPackage();
        package.AddProject("project-4-1-1");
        package.AddProject("project-4-1-2");
        await database.Load(package.Write());
        package.Remove("projects", "project-4-1-2");
        var left = await database.Load(package.Write());
        var published = await database.Rows("select code from published.projects");
        package.AddProject("project-4-1-2");
        var returned = await database.Load(package.Write());

        Assert.Equal(1, left.Layers.Single().Withdrawn);
        Assert.Equal(["project-4-1-1"], published);
        Assert.Equal(1, returned.Layers.Single().Added);
        Assert.Equal(["1|withdrawn", "2|approved"], await database.Rows("select version, review_state from feature.projects where code = 'project-4-1-2' order by version"));
    }

    [Fact]
    public async Task What_people_withdrew_does_not_come_back_by_a_load()
    {
        await using var database = await databases.Migrated();
        using var package = new TestPackage();
        var project = package.AddProject("project-4-1-1");
        await database.Load(package.Write());
        await database.Execute("update feature.projects set review_state = 'withdrawn', recorded_to = clock_timestamp(), closed_by = 'reviewer'");
        project["properties"]!["investment_cny"] = 1;
        var report = await database.Load(package.Write());

        Assert.Equal(["project-4-1-1"], report.Layers.Single().Kept);
        Assert.Empty(await database.Rows("select code from published.projects"));
    }

    [Fact]
    public async Task A_draft_is_not_in_the_way_of_a_load()
    {
        await using var database = await databases.Migrated();
        using var package = new TestPackage();
        var project = package.AddProject("project-4-1-1");
        await database.Load(package.Write());
        await database.Execute("""
            insert into feature.projects (code, version, review_state, recorded_from, recorded_by, name_zh, origin, plan_status, placement)
            values ('project-4-1-1', 2, 'draft', now(), 'drafter', '草稿', 'staff', 'planned', 'unplaced')
            """);
        project["properties"]!["investment_cny"] = 1;
        await database.Load(package.Write());

        Assert.Equal(["1|superseded", "2|draft", "3|approved"], await database.Rows("select version, review_state from feature.projects order by version"));
    }

    [Fact]
    public async Task A_layer_whose_file_is_missing_is_left_as_it_is()
    {
        await using var database = await databases.Migrated();
        using var package = new TestPackage();
        package.AddProject("project-4-1-1");
        await database.Load(package.Write());
        File.Delete(Path.Combine(package.Folder, "layers", "projects.geojson"));
        var report = await database.Load(package.Folder);

        Assert.Empty(report.Layers);
        Assert.Equal(["project-4-1-1"], await database.Rows("select code from published.projects"));
    }

    [Fact]
    public async Task A_broken_file_names_every_fault_and_loads_nothing()
    {
        await using var database = await databases.Migrated();
        using var package = new TestPackage();
        package.AddProject("project-4-1-1");
        package.AddProject("project-4-1-2", properties => properties["industry_chain"] = "tea");
        package.AddProject("project-4-1-3", properties => properties["placement"] = "unplaced");
        var broken = await Assert.ThrowsAsync<PackageException>(() => database.Load(package.Write()));

        Assert.Equal(
            [
                "layers/projects.geojson, feature project-4-1-2: industry_chain tea is no term of industry_chain",
                "layers/projects.geojson, feature project-4-1-3: placement is unplaced and the geometry is not null",
            ],
            broken.Problems.Select(problem => problem.ToString()));
        Assert.Equal(["0"], await database.Rows("select value from plan.revision"));
        Assert.Equal(["f"], await database.Rows("select case when exists (select from plan.installed where what = 'gis-data') then 't' else 'f' end"));
    }

    [Fact]
    public async Task Two_processes_that_load_at_once_load_once()
    {
        await using var database = await databases.Migrated();
        using var package = new TestPackage();
        package.AddProject("project-4-1-1");
        var folder = package.Write();
        var reports = await Task.WhenAll(Task.Run(() => database.Load(folder)), Task.Run(() => database.Load(folder)));

        Assert.Equal([1L, 1L], reports.Select(report => report.Revision));
        Assert.Equal(1L, await database.Ask<long>("select count(*) from feature.projects"));
    }

    [Fact]
    public async Task The_plan_of_the_repository_is_loaded_whole()
    {
        await using var database = await databases.Loaded();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.GisData, "layers"), "*.geojson"))
        {
            var table = Path.GetFileNameWithoutExtension(file).Replace('-', '_');
            using var layer = System.Text.Json.JsonDocument.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
            Assert.Equal((table, (long)layer.RootElement.GetProperty("features").GetArrayLength()), (table, await database.Ask<long>($"select count(*) from published.{table}")));
        }
    }

    /// <summary>A version that a person made, as the review will make it: the old one is closed and the new one approved.</summary>
    private static Task Approve(TestDatabase database, string code, double investment) => database.Execute($"""
        update feature.projects set review_state = 'superseded', recorded_to = clock_timestamp(), closed_by = 'reviewer' where code = '{code}';
        insert into feature.projects (code, version, review_state, recorded_from, approved_at, approved_by, recorded_by, name_zh, origin, plan_status, placement, investment_cny)
        values ('{code}', 2, 'approved', clock_timestamp(), clock_timestamp(), 'operator', 'drafter', '改过', 'staff', 'planned', 'unplaced', {investment})
        """);
}
