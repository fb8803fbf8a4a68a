-- A deterministic plan of any size around the zone: :projects points, :roads lines of 22 vertices, :waters of 40, :sites.
-- The same number gives the same features, in any session. Names say that they are samples; the next run replaces them.
\set ON_ERROR_STOP on
begin;
select plan.begin_write() as written_at \gset

create function pg_temp.part(i bigint, salt bigint) returns double precision immutable parallel safe language sql
return (hashint8extended(i, salt) & 4503599627370495)::double precision / 4503599627370496;

create function pg_temp.pick(terms text[], i bigint, salt bigint) returns text immutable parallel safe language sql
return terms[1 + floor(pg_temp.part(i, salt) * cardinality(terms))::int];

-- Samples are no history: the guard of the versions is taken down for them, which only the owner can.
alter table feature.projects disable trigger versions_are_kept;
alter table feature.roads disable trigger versions_are_kept;
alter table feature.waters disable trigger versions_are_kept;
alter table feature.project_sites disable trigger versions_are_kept;
delete from feature.projects where recorded_by = 'load-scale';
delete from feature.roads where recorded_by = 'load-scale';
delete from feature.waters where recorded_by = 'load-scale';
delete from feature.project_sites where recorded_by = 'load-scale';
delete from plan.code where code like 'scale-%';
alter table feature.projects enable trigger versions_are_kept;
alter table feature.roads enable trigger versions_are_kept;
alter table feature.waters enable trigger versions_are_kept;
alter table feature.project_sites enable trigger versions_are_kept;

-- A third stands close to one of forty centres, the rest anywhere: dense places and empty ones, as in a city.
create function pg_temp.place(i bigint) returns geometry immutable parallel safe language sql
return case when pg_temp.part(i, 1) < 0.33 then
    ST_SetSRID(ST_MakePoint(
      116.35 + 0.6 * pg_temp.part(floor(pg_temp.part(i, 2) * 40)::bigint, 3) + 0.03 * (pg_temp.part(i, 4) + pg_temp.part(i, 5) - 1),
      35.15 + 0.55 * pg_temp.part(floor(pg_temp.part(i, 2) * 40)::bigint, 6) + 0.03 * (pg_temp.part(i, 7) + pg_temp.part(i, 8) - 1)), 4490)
  else ST_SetSRID(ST_MakePoint(116.35 + 0.6 * pg_temp.part(i, 9), 35.15 + 0.55 * pg_temp.part(i, 10)), 4490) end;

create temporary view sample_projects (code, version, based_on, name_zh, name_en, origin, plan_status, plan_status_basis, placement, accuracy_m, horizon_from, horizon_to, industry_chain, industry_cluster, investment_cny, floor_area_m2, citations, geom) as
select
  format('scale-project-%s', lpad(i::text, 7, '0')) as code, 1 as version, null::integer as based_on,
  format('示例项目 %s', i), format('Sample project %s', i), 'import',
  pg_temp.pick(array['existing', 'under-construction', 'planned', 'planned', 'proposed', 'not-stated'], i, 11), 'derived',
  case when place is null then 'unplaced' else pg_temp.pick(array['surveyed', 'stated', 'inferred'], i, 12) end,
  10 + floor(100 * pg_temp.part(i, 13)),
  (array[null, null, null, 2021, 2022, 2023, 2025])[1 + floor(7 * pg_temp.part(i, 14))::int],
  (array[null, null, null, null, 2030, 2035])[1 + floor(6 * pg_temp.part(i, 15))::int],
  chain.code, chain.parent,
  case when pg_temp.part(i, 16) < 0.8 then 10000 * (1 + floor(50000 * pg_temp.part(i, 17))) end,
  case when pg_temp.part(i, 18) < 0.6 then 100 * (1 + floor(5000 * pg_temp.part(i, 19))) end,
  jsonb_build_array(jsonb_build_object('plan', 'fyp14', 'part', 4, 'chapter', 12, 'section', 1, 'box', '4-1', 'item', 1 + i % 9,
    'paragraph', 'fyp14-box-4-1-item-' || (1 + i % 9), 'attribute', null, 'basis', 'derived', 'rule', 'status-words')),
  place
from (select i, case when pg_temp.part(i, 20) < 0.999 then pg_temp.place(i) end as place, floor(11 * pg_temp.part(i, 21))::int as chain_number
      from generate_series(1, :projects) i) made
left join (select code, parent, sort_order from catalogue.industry_chain where not retired) chain on chain.sort_order = made.chain_number;
select count(*) from plan.insert_versions(
  'projects', 'sample_projects', '{name_zh,name_en,origin,plan_status,plan_status_basis,placement,accuracy_m,horizon_from,horizon_to,industry_chain,industry_cluster,investment_cny,floor_area_m2,citations}', null, 'load-scale', 'operator', :'written_at');

-- A street keeps its direction and bends a little; one in fifty is a long one.
create temporary view sample_roads (code, version, based_on, name_zh, name_en, origin, plan_status, plan_status_basis, placement, accuracy_m, road_class, citations, geom) as
select
  format('scale-road-%s', lpad(i::text, 6, '0')) as code, 1 as version, null::integer as based_on,
  format('示例路 %s', i), format('Sample road %s', i), 'import',
  pg_temp.pick(array['existing', 'existing', 'under-construction', 'planned'], i, 31), 'derived', 'surveyed', 10,
  (select t.code from catalogue.road_class t where not t.retired order by t.sort_order desc limit 1), '[]'::jsonb, line
from (select i, (select ST_Multi(ST_MakeLine(ST_SetSRID(ST_MakePoint(
          ST_X(at) + length * step / 21 * cos(direction) + 0.0003 * (pg_temp.part(i * 64 + step, 32) - 0.5),
          ST_Y(at) + length * step / 21 * sin(direction) + 0.0003 * (pg_temp.part(i * 64 + step, 33) - 0.5)), 4490) order by step))
        from generate_series(0, 21) step) as line
      from (select i, pg_temp.place(i + 50000000) as at,
              (case when pg_temp.part(i, 34) < 0.02 then 0.08 else 0.008 end) * (0.3 + pg_temp.part(i, 35)) as length,
              (floor(pg_temp.part(i, 36) * 4) * pi() / 2 + 0.2 * (pg_temp.part(i, 37) - 0.5)) as direction
            from generate_series(1, :roads) i) start) made;
select count(*) from plan.insert_versions(
  'roads', 'sample_roads', '{name_zh,name_en,origin,plan_status,plan_status_basis,placement,accuracy_m,road_class,citations}', null, 'load-scale', 'operator', :'written_at');

create temporary view sample_waters (code, version, based_on, name_zh, name_en, origin, plan_status, plan_status_basis, placement, accuracy_m, water_kind, citations, geom) as
select
  format('scale-water-%s', lpad(i::text, 6, '0')) as code, 1 as version, null::integer as based_on,
  format('示例河 %s', i), format('Sample water %s', i), 'import', 'existing', 'derived', 'surveyed', 10,
  (select t.code from catalogue.water_kind t where not t.retired order by t.sort_order limit 1), '[]'::jsonb, line
from (select i, (select ST_Multi(ST_MakeLine(ST_SetSRID(ST_MakePoint(
          ST_X(at) + 0.03 * step / 39 * cos(direction) + 0.003 * sin(step / 3.0),
          ST_Y(at) + 0.03 * step / 39 * sin(direction) + 0.003 * cos(step / 4.0)), 4490) order by step))
        from generate_series(0, 39) step) as line
      from (select i, pg_temp.place(i + 90000000) as at, 2 * pi() * pg_temp.part(i, 41) as direction from generate_series(1, :waters) i) start) made;
select count(*) from plan.insert_versions(
  'waters', 'sample_waters', '{name_zh,name_en,origin,plan_status,plan_status_basis,placement,accuracy_m,water_kind,citations}', null, 'load-scale', 'operator', :'written_at');

-- Sites of one to ten hectares, surveyed.
create temporary view sample_sites (code, version, based_on, name_zh, name_en, origin, plan_status, plan_status_basis, placement, accuracy_m, citations, geom) as
select
  format('scale-site-%s', lpad(i::text, 6, '0')) as code, 1 as version, null::integer as based_on,
  format('示例用地 %s', i), format('Sample site %s', i), 'import', 'planned', 'derived', 'surveyed', 1 + floor(20 * pg_temp.part(i, 51)), '[]'::jsonb,
  (select ST_Multi(ST_MakeEnvelope(ST_X(at), ST_Y(at), ST_X(at) + 0.0011 + 0.0024 * pg_temp.part(i, 52), ST_Y(at) + 0.0009 + 0.002 * pg_temp.part(i, 53), 4490)) from pg_temp.place(i + 130000000) at)
from generate_series(1, :sites) i;
select count(*) from plan.insert_versions(
  'project-sites', 'sample_sites', '{name_zh,name_en,origin,plan_status,plan_status_basis,placement,accuracy_m,citations}', null, 'load-scale', 'operator', :'written_at');

select plan.note_events('projects', format('(select %L as action, null as code, null::integer as version, %L::jsonb as detail)',
  'changed', jsonb_build_object('projects', :projects, 'roads', :roads, 'waters', :waters, 'sites', :sites)), null);
select plan.finish_write('load-scale', :'written_at', true);
commit;
vacuum analyze feature.projects;
vacuum analyze feature.roads;
vacuum analyze feature.waters;
vacuum analyze feature.project_sites;
