-- A district in which everything is taken: :sites sites of one to two hectares that leave a way between them, and :parcels
-- parcels that leave none, both surveyed. The same number gives the same features. Names say that they are samples.
\set ON_ERROR_STOP on
begin;
select plan.begin_write() as written_at \gset

create temporary view sample_sites (code, version, based_on, name_zh, name_en, origin, plan_status, plan_status_basis, placement, accuracy_m, citations, geom) as
select format('scale-site-%s', lpad(i::text, 6, '0')), 1, null::integer, format('示例用地 %s', i), format('Sample site %s', i), 'import', 'planned', 'derived', 'surveyed',
  1 + i % 20, '[]'::jsonb,
  ST_Multi(ST_MakeEnvelope(west, south, west + 0.65 * 0.6 / side, south + 0.65 * 0.55 / side, 4490))
from (select ceil(sqrt(:sites))::integer as side) grid, generate_series(0, :sites - 1) i,
  lateral (select 116.35 + 0.6 * (i % side) / side as west, 35.15 + 0.55 * (i / side) / side as south) corner;
select count(*) from plan.insert_versions(
  'project-sites', 'sample_sites', '{name_zh,name_en,origin,plan_status,plan_status_basis,placement,accuracy_m,citations}', null, 'load-scale', 'operator', :'written_at');

create temporary view sample_parcels (code, version, based_on, name_zh, name_en, origin, plan_status, plan_status_basis, placement, accuracy_m, citations, geom) as
select format('scale-parcel-%s', lpad(i::text, 6, '0')), 1, null::integer, format('示例地块 %s', i), format('Sample parcel %s', i), 'import', 'existing', 'derived', 'surveyed',
  1, '[]'::jsonb,
  ST_Multi(ST_MakeEnvelope(west, south, west + 0.6 / side, south + 0.55 / side, 4490))
from (select ceil(sqrt(:parcels))::integer as side) grid, generate_series(0, :parcels - 1) i,
  lateral (select 116.35 + 0.6 * (i % side) / side as west, 35.15 + 0.55 * (i / side) / side as south) corner;
select count(*) from plan.insert_versions(
  'parcels', 'sample_parcels', '{name_zh,name_en,origin,plan_status,plan_status_basis,placement,accuracy_m,citations}', null, 'load-scale', 'operator', :'written_at');

select plan.note_events('project-sites', format('(select %L as action, null as code, null::integer as version, %L::jsonb as detail)',
  'changed', jsonb_build_object('sites', :sites, 'parcels', :parcels)), null);
select plan.finish_write('load-scale', :'written_at', true);
commit;
vacuum analyze feature.project_sites;
vacuum analyze feature.parcels;
