-- SQL for the properties of a row `f` of a collection, but for its code, in the order of the catalogue.
create or replace function plan.listed_columns(collection_id text) returns text stable language sql
return (
  select string_agg(format('f.%I', property ->> 'name'), ', ' order by place)
  from plan.collection c, jsonb_array_elements(c.properties) with ordinality as listed (property, place)
  where c.id = collection_id and property ->> 'name' <> 'code');

-- What the public sees of a collection, in three views with the same columns: what stands in `published`, what was approved and
-- stands no more in `closed`, both in `history`. Two parts, so that each has its indexes.
create or replace function plan.publish_collection(collection_id text) returns void language plpgsql as $body$
declare
  name text := plan.table_of(collection_id);
  columns text := plan.listed_columns(collection_id);
  versions text;
begin
  -- What tiles read; lines and areas have a generalised copy for low zooms.
  select columns || case when c.geometry_type <> 'Point' then ', f.first_zoom, f.geom_low' else '' end
    || case when plan.tile_attributes_of(name) is null then '' when c.geometry_type = 'Point' then ', f.tile_place, f.tile_attributes' else ', f.tile_attributes' end
  into columns
  from plan.collection c where c.id = collection_id;

  perform plan.unpublish_collection(collection_id);
  -- Of who recorded it everybody may know the role (plan.recorded_as, written out, for readers may call no function of the schema).
  versions := format(
    'select f.code, f.version, %s, f.geom, f.geom_3857, f.approved_at, f.recorded_to, case when f.recorded_by = any(%L) then ''package'' else ''staff'' end as recorded_as from feature.%I f',
    columns, plan.processes(), name);
  execute format('create view published.%I as %s where f.recorded_to is null and f.review_state = ''approved''', name, versions);
  execute format('create view closed.%I as %s where f.recorded_to is not null and f.approved_at is not null', name, versions);
  execute format('create view history.%1$I as select * from published.%1$I union all select * from closed.%1$I', name);
  execute format('grant select on published.%1$I, closed.%1$I, history.%1$I to spatialplan_public', name);
end
$body$;

-- What has been approved and is closed is found by code and by place, as what is open, and by tiles by the column they draw; what
-- has come and gone since a moment by its time.
create or replace function plan.index_history(collection_id text) returns void language plpgsql as $body$
declare
  name text := plan.table_of(collection_id);
  drawn text;
begin
  execute format('create index if not exists %I on feature.%I (code) where recorded_to is not null and approved_at is not null', plan.index_name(name, 'closed'), name);
  execute format('create index if not exists %I on feature.%I using gist (geom) where recorded_to is not null and approved_at is not null', plan.index_name(name, 'closed_geom'), name);
  execute format('create index if not exists %I on feature.%I (recorded_to) where recorded_to is not null and approved_at is not null', plan.index_name(name, 'closed_at'), name);
  execute format('create index if not exists %I on feature.%I (approved_at) where recorded_to is null and review_state = ''approved''', plan.index_name(name, 'approved_at'), name);
  for drawn in
    select attname from pg_attribute
    where attrelid = format('feature.%I', name)::regclass and not attisdropped
      and attname = any(case when (select c.geometry_type from plan.collection c where c.id = collection_id) = 'Point' then '{tile_place}'::text[] else '{geom_3857,geom_low}' end)
  loop
    execute format('create index if not exists %I on feature.%I using gist (%I) where recorded_to is not null and approved_at is not null and %3$I is not null',
      plan.index_name(name, 'closed_' || drawn), name, drawn);
  end loop;
end
$body$;

create or replace view published_plan.revision as
select r.value, r.changed_at, (select i.id from plan.installation i) as installation, r.catalogue from plan.revision r;

create or replace view published_plan.target as select position, subject_kind, subject_code, target from plan.target;

-- Loaded or not; the hash says nothing of the content.
create or replace view published_plan.package as select hash, at from plan.installed where what = 'gis-data';

-- Whether a server finds the schema it wants (SchemaVersion).
create or replace view published_plan.schema_version as
select (select array_agg(m.scriptname::text) from public.schema_migration m) as migrations,
  (select i.hash from plan.installed i where i.what = 'functions') as functions;

grant select on published_plan.revision, published_plan.target, published_plan.package, published_plan.schema_version to spatialplan_public;

-- A server reads many views with no migration beside it (Migrator.BesideNone): its login of staff may hold the lock of those.
grant delete on public.schema_migration_lock to spatialplan_staff;

select plan.index_history(id), plan.publish_collection(id) from plan.collection;
