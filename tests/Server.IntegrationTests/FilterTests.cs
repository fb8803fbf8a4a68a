namespace SpatialPlan.Server.IntegrationTests;

/// <summary>What bbox, plan time, record time and property parameters select.</summary>
public sealed class FilterTests(PlanServer server) : IClassFixture<PlanServer>
{
    private const string Projects = "/ogc/collections/projects/items";

    [Fact]
    public async Task A_chain_selects_its_projects() =>
        Assert.Equal(
            await server.Database.Rows("select code from feature.projects where industry_chain = 'construction-machinery' and recorded_to is null order by code"),
            await server.Codes($"{Projects}?industry_chain=construction-machinery"));

    [Fact]
    public async Task Values_between_commas_are_alternatives_and_parameters_all_hold()
    {
        var either = await server.Codes($"{Projects}?industry_chain=biopharma,new-energy&limit=1000");
        Assert.Equal(8, either.Count);
        var both = await server.Codes($"{Projects}?industry_chain=biopharma,new-energy&plan_status=planned&limit=1000");
        Assert.Equal(
            await server.Database.Rows("select code from published.projects where industry_chain in ('biopharma', 'new-energy') and plan_status = 'planned' order by code"),
            both);
    }

    [Theory]
    [InlineData("industry_chains")]
    [InlineData("industry_chain")]
    public async Task Parks_are_selected_by_any_of_their_chains(string parameter) =>
        Assert.Equal(
            await server.Database.Rows("select code from published.parks where industry_chains && array['new-materials', 'new-energy'] order by code"),
            await server.Codes($"/ogc/collections/parks/items?{parameter}=new-materials,new-energy"));

    /// <summary>Park 8 names the cluster and none of its chains.</summary>
    [Theory]
    [InlineData("industry_clusters=medical-health")]
    [InlineData("industry_cluster=medical-health")]
    [InlineData("filter=industry_cluster%20%3D%20'medical-health'")]
    [InlineData("filter=A_CONTAINS(industry_clusters,('medical-health'))")]
    public async Task Parks_are_selected_by_a_cluster_that_they_name_without_a_chain(string query)
    {
        var found = await server.Codes($"/ogc/collections/parks/items?{query}");
        Assert.Equal(await server.Database.Rows("select code from published.parks where 'medical-health' = any(industry_clusters) order by code"), found);
        Assert.Contains("park-8", found);
    }

    [Fact]
    public async Task A_text_with_a_comma_is_found_whole()
    {
        await server.Database.AllowRewriting("hubs");
        await server.Database.Execute("update feature.hubs set name_en = 'Here, and there' where code = (select min(code) from feature.hubs)");
        Assert.Single(await server.Codes("/ogc/collections/hubs/items?name_en=Here,%20and%20there"));
    }

    [Fact]
    public async Task Numbers_are_compared_as_numbers() =>
        Assert.Equal(["park-7"], await server.Codes("/ogc/collections/parks/items?number=7"));

    [Theory]
    [InlineData("name_zh=x'%20OR%201=1--")]
    [InlineData("plan_status=planned'%3B%20DROP%20TABLE%20plan.projects%3B--")]
    [InlineData("industry_chain=nothing-of-the-kind")]
    public async Task A_value_that_nothing_has_selects_nothing(string parameter) =>
        Assert.Empty(await server.Codes($"{Projects}?{parameter}"));

    [Fact]
    public async Task A_box_selects_what_it_touches_by_geometry_not_by_envelope()
    {
        await server.Database.Execute("""
            insert into feature.roads (code, version, review_state, recorded_from, approved_at, approved_by, recorded_by, name_zh, origin, plan_status, placement, accuracy_m, geom)
            values ('diagonal', 1, 'approved', now(), now(), 'operator', 'x', '斜', 'staff', 'planned', 'surveyed', 1, 'SRID=4490;MULTILINESTRING((10 10, 20 20))')
            """);
        Assert.Equal(["diagonal"], await server.Codes("/ogc/collections/roads/items?bbox=14,14,16,16&placement=surveyed"));
        Assert.Empty(await server.Codes("/ogc/collections/roads/items?bbox=17,10,20,13&placement=surveyed"));
    }

    [Fact]
    public async Task A_box_may_cross_the_180th_meridian()
    {
        await server.Database.Execute("""
            insert into feature.hubs (code, version, review_state, recorded_from, approved_at, approved_by, recorded_by, name_zh, origin, plan_status, placement, accuracy_m, geom)
            select 'far-' || place, 1, 'approved', now(), now(), 'operator', 'x', '远', 'staff', 'planned', 'surveyed', 1, ST_SetSRID(ST_MakePoint(longitude, 67), 4490)
            from (values ('west', -178), ('east', 178), ('middle', 0)) as far (place, longitude)
            """);
        Assert.Equal(["far-east", "far-west"], await server.Codes("/ogc/collections/hubs/items?bbox=177,65,-177,70"));
        Assert.Equal(["far-east", "far-middle", "far-west"], await server.Codes("/ogc/collections/hubs/items?bbox=-180,-90,0,180,90,100&code=far-east,far-middle,far-west"));
    }

    [Theory]
    [InlineData("2020", "always from-2015 to-2020")]
    [InlineData("2025", "always from-2015 from-2025")]
    [InlineData("2025-06-30", "always from-2015 from-2025")]
    [InlineData("2030-01-01T00:00:00Z", "always from-2015 from-2025")]
    [InlineData("../2014", "always to-2020")]
    [InlineData("2021/..", "always from-2015 from-2025")]
    [InlineData("2019/2026", "always from-2015 from-2025 to-2020")]
    public async Task Plan_time_selects_by_horizon_and_keeps_what_has_no_year(string datetime, string expected)
    {
        await server.Database.Execute("""
            insert into feature.waters (code, version, review_state, recorded_from, approved_at, approved_by, recorded_by, name_zh, origin, plan_status, placement, horizon_from, horizon_to)
            values ('from-2015', 1, 'approved', now(), now(), 'operator', 'x', '甲', 'staff', 'planned', 'unplaced', 2015, null),
                   ('from-2025', 1, 'approved', now(), now(), 'operator', 'x', '乙', 'staff', 'planned', 'unplaced', 2025, null),
                   ('to-2020', 1, 'approved', now(), now(), 'operator', 'x', '丙', 'staff', 'planned', 'unplaced', null, 2020),
                   ('always', 1, 'approved', now(), now(), 'operator', 'x', '丁', 'staff', 'planned', 'unplaced', null, null)
            on conflict do nothing
            """);
        Assert.Equal(expected.Split(' '), await server.Codes($"/ogc/collections/waters/items?origin=staff&datetime={datetime}"));
    }

    [Fact]
    public async Task As_of_shows_the_plan_as_it_stood_in_the_database()
    {
        await server.Database.Execute("""
            insert into feature.facilities (code, version, review_state, recorded_from, approved_at, approved_by, recorded_to, recorded_by, closed_by, name_zh, origin, plan_status, placement)
            values ('clinic', 1, 'superseded', '2001-01-01Z', '2001-02-01Z', 'z', '2002-01-01Z', 'x', 'y', '旧', 'staff', 'planned', 'unplaced'),
                   ('clinic', 2, 'approved', '2001-06-01Z', '2002-01-01Z', 'z', null, 'x', null, '新', 'staff', 'existing', 'unplaced'),
                   ('tent', 1, 'withdrawn', '2001-01-01Z', null, null, '2001-03-01Z', 'x', 'y', '从未审定', 'staff', 'existing', 'unplaced')
            """);
        const string Facilities = "/ogc/collections/facilities/items";
        async Task<string> Version(string moment) =>
            string.Join(' ', (await server.Get($"{Facilities}?as-of={moment}"))["features"]!.AsArray().Select(feature => $"{feature!["id"]}:{feature["properties"]!["version"]}"));

        Assert.Equal("", await Version("2001-01-15T00:00:00Z"));
        Assert.Equal("clinic:1", await Version("2001-02-15T08:00:00%2B08:00"));
        Assert.Equal("clinic:2", await Version("2002-01-01T00:00:00Z"));
        Assert.Equal(1, (int)(await server.Get($"{Facilities}/clinic?as-of=2001-12-31T23:59:59Z"))["properties"]!["version"]!);
        Assert.Equal(2, (int)(await server.Get($"{Facilities}/clinic"))["properties"]!["version"]!);
    }
}
