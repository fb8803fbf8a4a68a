using System.Text.Json.Nodes;
using Npgsql;
using SpatialPlan.Server.Catalogue;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>A collection may have any id: its table, its views and its indexes take the place of nothing else.</summary>
public sealed class CollectionNameTests(PlanDatabases databases)
{
    private const string Common = """[{"name":"name_zh","type":"string","queryable":true},{"name":"placement","type":"code","vocabulary":"placement"}]""";

    /// <summary>Names of what the product has beside collections, of what belongs to another collection, and odd ones.</summary>
    private static readonly string[] Taken =
    [
        "projects-history", "projects-published", "projects-pkey", "projects-by-name-zh", "projects-closed-geom", "event", "revision", "target", "package", "collection",
        "installed", "contradiction", "industry", "policy", "document", "paragraph", "point-change", "code", "plan", "published", "history", "feature", "14th-plan", "0",
    ];

    [Fact]
    public async Task Every_word_that_SQL_knows_and_every_name_that_is_taken_elsewhere_is_a_collection_of_its_own()
    {
        await using var database = await databases.Loaded();
        var names = (await database.Rows("select replace(word, '_', '-') from pg_get_keywords() where word ~ '^[a-z0-9]+(_[a-z0-9]+)*$'"))
            .Union(Taken).Except(await database.Rows("select id from plan.collection")).ToList();
        var before = await Everything(database);
        foreach (var name in names)
        {
            await database.Execute($"select plan.ensure_collection('{name}', 'Point', '{Common}')");
            await database.Execute($"""
                insert into feature."{name.Replace('-', '_')}" (code, version, review_state, recorded_from, approved_at, approved_by, recorded_by, name_zh, origin, plan_status, placement)
                values ('only-in-{name}', 1, 'approved', now(), now(), 'operator', 'test', '名', 'staff', 'planned', 'unplaced')
                """);
        }

        Assert.InRange(names.Count, 400, int.MaxValue);
        foreach (var collection in names.Select(name => new CollectionDefinition(name, "test", 1, "Point", new Words(name, name), null, [])))
        {
            Assert.Equal([$"only-in-{collection.Id}"], await database.Rows($"select code from {collection.Published}"));
            Assert.Equal([$"only-in-{collection.Id}"], await database.Rows($"select code from {collection.History}"));
            Assert.Equal(
                ["t"],
                await database.Rows($"select case when count(*) >= 6 then 't' end from pg_index where indrelid = 'feature.\"{collection.TableName}\"'::regclass"));
        }

        Assert.Equal(before, await Everything(database));
    }

    [Theory]
    [InlineData("projects-history")]
    [InlineData("select")]
    [InlineData("14th-plan")]
    public async Task Such_a_collection_is_served_as_any_other(string id)
    {
        await using var database = await databases.Migrated();
        using var package = new TestPackage();
        package.EditCatalogue("layers.json", root => root["collections"]!.AsArray().Add(new JsonObject
        {
            ["id"] = id,
            ["group"] = (string)root["groups"]![0]!["code"]!,
            ["order"] = 99,
            ["geometry_type"] = "Point",
            ["title"] = new JsonObject { ["zh"] = "名", ["en"] = "Name" },
            ["short"] = new JsonObject { ["zh"] = "名", ["en"] = "Name" },
            ["properties"] = new JsonArray(),
        }));
        package.Add(id, "the-only-one", TestPackage.Point(116.65, 35.45));
        package.AddProject("project-4-1-1");
        await database.Load(package.Write());
        await using var application = PlanServer.Application(database.Address, ("Plan:GisData", package.Folder));
        using var client = application.CreateClient();
        foreach (var address in new[]
        {
            "items?name_zh=试验&sortby=-name_zh", "items/the-only-one", "items?as-of=2999-01-01T00:00:00Z", "facets?placement=stated", "items?filter=name_zh='试验'",
            "export?f=geojson", "identify?x=116.65&y=35.45&z=16", "",
        })
        {
            var answer = await client.GetAsync($"/ogc/collections/{id}/{address}".TrimEnd('/'), TestContext.Current.CancellationToken);
            Assert.True(answer.IsSuccessStatusCode, $"{address}: {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
        }

        foreach (var address in new[] { $"/ogc/tiles/WebMercatorQuad/10/404/843?collections={id}", "/api/plan/gaps", "/api/search?q=试验", "/api/plan/chapters/12", "/api/plan/paragraphs/fyp14-box-4-1-item-1?code=the-only-one&attribute=name_zh", $"/api/filter/matches?filter=name_zh%3D'试验'&collections={id}" })
        {
            var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
            Assert.True(answer.IsSuccessStatusCode, $"{address}: {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
        }

        Assert.Equal(["project-4-1-1"], await database.Rows("select code from history.projects"));
    }

    [Theory]
    [InlineData("recorded_by")]
    [InlineData("tile_attributes")]
    public async Task A_property_does_not_publish_what_a_version_says_of_itself(string property)
    {
        await using var database = await databases.Loaded();
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => database.Execute(
            $$"""select plan.ensure_collection('odd', 'Point', '{{Common[..^1]}},{"name":"{{property}}","type":"string"}]')"""));
        Assert.Equal(PostgresErrorCodes.ReservedName, refusal.SqlState);
    }

    [Fact]
    public async Task The_list_of_such_columns_is_that_of_the_table()
    {
        await using var database = await databases.Loaded();
        Assert.Equal(
            ["code"],
            await database.Rows("""
                select distinct a.attname from plan.collection c
                join pg_attribute a on a.attrelid = ('feature.' || plan.table_of(c.id))::regclass and a.attnum > 0 and not a.attisdropped
                where a.attname <> all (plan.columns_of_a_version())
                  and not exists (select from jsonb_array_elements(c.properties) p where p ->> 'name' = a.attname and a.attname <> 'code')
                """));
    }

    [Fact]
    public async Task Names_that_are_too_long_are_not_cut_to_the_same()
    {
        await using var database = await databases.Migrated();
        var names = await database.Rows("select plan.index_name(repeat('a', 40), 'by_' || repeat('b', 30) || i) from generate_series(1, 3) i");
        Assert.Equal(3, names.Distinct().Count());
        Assert.All(names, name => Assert.InRange(name.Length, 1, 63));
    }

    /// <summary>What stood before: tables, views and indexes with their definitions, and what is published.</summary>
    private static Task<IReadOnlyList<string>> Everything(TestDatabase database) => database.Rows("""
        select c.oid, c.relname, case c.relkind when 'v' then pg_get_viewdef(c.oid) when 'i' then pg_get_indexdef(c.oid) end
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('feature', 'published', 'closed', 'history', 'plan', 'published_plan', 'catalogue') and c.relkind in ('r', 'v', 'i')
          and not exists (select from plan.collection k where k.properties = '[{"name":"name_zh","type":"string","queryable":true},{"name":"placement","type":"code","vocabulary":"placement"}]'
            and (c.oid in (to_regclass(format('feature.%I', plan.table_of(k.id))), to_regclass(format('published.%I', plan.table_of(k.id))), to_regclass(format('closed.%I', plan.table_of(k.id))), to_regclass(format('history.%I', plan.table_of(k.id))))
              or c.relname like plan.table_of(k.id) || '\_\_%'))
        order by c.oid
        """);
}
