using System.Globalization;
using System.Text.Json;

namespace SpatialPlan.Server.IntegrationTests.SiteCheck;

/// <summary>The rules with geometry once more, in plain SQL: written from docs/check.md, knowing nothing of the engine.</summary>
internal static class PlainSql
{
    private const string Grounds = """
        select 'in-zone' as rule, code, accuracy_m as a, ST_Transform(geom, 4548) as g, 0.0 as w from published.zone
        union all select 'subdistrict', code, accuracy_m, ST_Transform(geom, 4548), 0 from published.subdistricts
        union all select 'urban-cluster', code, accuracy_m, ST_Transform(geom, 4548), 0 from published.urban_clusters
        union all select 'core-city', code, accuracy_m, ST_Transform(geom, 4548), 0 from published.core_city
        union all select 'park', code, accuracy_m, ST_Transform(geom, 4548), 0 from published.parks
        union all select 'water-area', code, accuracy_m, ST_Transform(geom, 4548), 0 from published.water_areas
        union all select 'water', code, accuracy_m, ST_Transform(geom, 4548), 30 from published.waters
        union all select 'belt', code, accuracy_m, ST_Transform(geom, 4548), width_m / 2 from published.belts
        union all select 'road', code, accuracy_m, ST_Transform(geom, 4548), 30 from published.roads
        union all select 'railway', code, accuracy_m, ST_Transform(geom, 4548), 20 from published.railways
        union all select 'other-site', code, coalesce(accuracy_m, 50), ST_Transform(geom, 4548), 0 from published.project_sites
        """;

    private const string Destinations = """
        select 'near-trunk-road' as rule, code, accuracy_m as a, ST_Transform(geom, 4548) as g, 10000 as possible from published.roads where road_class = 'trunk'
        union all select 'near-expressway', code, accuracy_m, ST_Transform(geom, 4548), 20000 from published.roads where road_class = 'expressway'
        union all select 'near-station', code, accuracy_m, ST_Transform(geom, 4548), 20000 from published.hubs where hub_kind in ('station', 'high-speed-station')
        union all select 'near-airport', code, accuracy_m, ST_Transform(geom, 4548), 20000 from published.hubs where hub_kind = 'airport'
        union all select 'near-port', code, accuracy_m, ST_Transform(geom, 4548), 20000 from published.hubs where hub_kind = 'port'
        """;

    /// <summary>
    /// The grounds in three forms, once for all sites. What lies within a distance of a line is put together from what does of
    /// each of its sides: a buffer of the whole leaves out bends, and rounds corners by its own number of segments.
    /// </summary>
    public static readonly string Forms = FormsOf(Grounds);

    /// <summary>The same of layers of constraints and of what is in review, which are no part of the plan: surfaces but for pipelines, of 20 m on each side.</summary>
    public static readonly string FormsBesideThePlan = FormsOf("""
        select 'constraint:farmland' as rule, code, accuracy_m as a, ST_Transform(geom, 4548) as g, 0.0 as w from published.farmland
        union all select 'constraint:pipelines', code, accuracy_m, ST_Transform(geom, 4548), 20 from published.pipelines
        union all select 'pending-site', code, accuracy_m, ST_Transform(geom, 4548), 0 from feature.project_sites where review_state = 'in-review'
        """);

    private static string FormsOf(string grounds) => $"""
        create table public.ground_form as
        select rule, code, a, drawn, least, most
        from ({grounds}) ground,
          lateral (select ST_Union(ST_Buffer(side.geom, w + a, 'quad_segs=64')) as far, ST_Union(ST_Buffer(side.geom, greatest(w, 0.001), 'quad_segs=64')) as near,
              ST_Union(ST_Buffer(side.geom, greatest(abs(w - a), 0.001), 'quad_segs=64')) as between
            from ST_DumpSegments(case when ST_Dimension(g) = 2 then ST_Boundary(g) else g end) side) sides,
          lateral (select case when w > 0 then near else g end as drawn,
            case when ST_Dimension(g) = 2 then ST_Difference(g, far) when w > a then between else 'SRID=4548;POLYGON EMPTY'::geometry end as least,
            case when ST_Dimension(g) = 2 then ST_Union(g, far) else far end as most) forms
        where g is not null
        """;

    /// <summary>site · rule · code · outcome · per cent drawn, least, most · how far off a rounded corner may be, in per cent</summary>
    public static string Overlaps(IReadOnlyList<string> sites, int from) => $"""
        with site as materialized ({Sites(sites, from)}),
        share as (
          select n, rule, code, least_percent, drawn_percent, most_percent, 100 * (0.06 + 0.0006 * a) * ST_Perimeter(g) / ST_Area(g) as off,
            part_area > 0 and drawn_percent < 99.9999999 and (drawn_percent < 0.1 or part_area < 5 * part_length / 2) as is_sliver
          from site join public.ground_form on ST_DWithin(drawn, g, a + 0.001),
            lateral (select ST_Intersection(drawn, g) as part) cut,
            lateral (select ST_Area(part) as part_area, ST_Perimeter(part) as part_length,
              100 * ST_Area(part) / ST_Area(g) as drawn_percent,
              case when ST_IsEmpty(least) or not ST_Intersects(least, g) then 0 when ST_Covers(least, g) then 100 else 100 * ST_Area(ST_Intersection(least, g)) / ST_Area(g) end as least_percent,
              case when ST_Covers(most, g) then 100 else 100 * ST_Area(ST_Intersection(most, g)) / ST_Area(g) end as most_percent) measured),
        ranged as (
          select n, rule, code, drawn_percent as drawn, case when is_sliver then 0 else least_percent end as least, most_percent as most, off, is_sliver from share
          where most_percent > 0 or drawn_percent > 0)
        select n, rule, code, case
            when most - least > 50 then 'cannot-check'
            when rule in ('in-zone') then case when drawn >= 99.9 then 'fits' else 'attention' end
            when drawn > 0 and rule in ('subdistrict', 'urban-cluster', 'core-city', 'park') and drawn >= 99.9 then 'fits'
            when drawn > 0 and not is_sliver then 'attention'
            else 'no-hit' end,
          drawn, least, most, off
        from ranged order by n, rule, code collate "C"
        """;

    /// <summary>site · rule · code · outcome · metres, at least, at most · m² of the site on the ellipsoid</summary>
    public static string Distances(IReadOnlyList<string> sites, int from) => $"""
        with site as materialized ({Sites(sites, from)}),
        destination as materialized (select * from ({Destinations}) d where g is not null)
        select n, rule, code, case when round((metres + a - greatest(0, metres - a))::numeric, 3) > possible / 2 then 'cannot-check' else 'fits' end, metres, greatest(0, metres - a), metres + a, area
        from site, lateral (
          select distinct on (rule) rule, code, a, possible, ST_Distance(site.g, d.g) as metres from destination d order by rule, round(ST_Distance(site.g, d.g)::numeric, 3), a, code collate "C") nearest
        order by n, rule
        """;

    private static string Sites(IReadOnlyList<string> sites, int from) => string.Create(CultureInfo.InvariantCulture, $"""
        select place::integer - 1 + {from} as n, ST_Transform(at, 4548) as g, ST_Area(at::geography) as area
        from jsonb_array_elements('{JsonSerializer.Serialize(sites.Select(site => JsonSerializer.Deserialize<JsonElement>(site)))}'::jsonb) with ordinality as given (site, place),
          lateral (select ST_SetSRID(ST_GeomFromGeoJSON(site), 4490) as at) there
        """);
}
