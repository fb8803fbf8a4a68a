-- Notes what a statement did to the published points of a collection. Argument: the id of the collection.
create or replace function plan.note_point_change() returns trigger language plpgsql as $body$
declare
  too_many constant integer := 20000;
  kept constant integer := 100000;
  number bigint := 0;
  last_id bigint;
begin
  case tg_op
    when 'INSERT' then
      number := (select count(*) from came);
    when 'DELETE' then
      number := (select count(*) from went);
    when 'UPDATE' then
      number := (select count(*) from came);
    else
      number := too_many + 1;
  end case;
  if number > too_many then
    insert into plan.point_change (collection, sign) values (tg_argv[0], 0) returning id into last_id;
    perform plan.prune_point_change(last_id - kept);
    return null;
  end if;

  if tg_op in ('UPDATE', 'DELETE') then
    execute format('insert into plan.point_change (collection, sign, feature) select $1, -1, %s from went f where f.recorded_to is null and f.review_state = ''approved''', plan.point_facts(tg_relid))
    using tg_argv[0];
  end if;
  if tg_op in ('UPDATE', 'INSERT') then
    execute format('insert into plan.point_change (collection, sign, feature) select $1, 1, %s from came f where f.recorded_to is null and f.review_state = ''approved''', plan.point_facts(tg_relid))
    using tg_argv[0];
  end if;
  perform plan.prune_point_change((select max(id) from plan.point_change) - kept);
  return null;
end
$body$;

-- SQL for what a row `f` is counted by, without the long texts, and where it is: columns by name, for a whole row would be turned
-- with its geometries.
create or replace function plan.point_facts(relation oid) returns text stable language sql
return (
  select format('(select to_jsonb(said) from (select %s, ST_X(f.geom) as lon, ST_Y(f.geom) as lat, ST_X(f.geom_3857) as x, ST_Y(f.geom_3857) as y) said)',
    string_agg(format('f.%I', attname), ', ' order by attnum))
  from pg_attribute
  where attrelid = relation and attnum > 0 and not attisdropped and attname <> all (array[
    'geom', 'geom_3857', 'tile_place', 'tile_attributes', 'citations', 'outputs', 'targets', 'aliases', 'not_stated', 'placement_reason_zh', 'placement_reason_en', 'package_hash'])
);

create or replace function plan.prune_point_change(last_to_go bigint) returns void language plpgsql as $body$
declare
  gone xid8;
begin
  with removed as (delete from plan.point_change where id <= last_to_go returning xid)
  select max(xid::text::numeric)::text::xid8 into gone from removed;
  if gone is not null then
    update plan.point_change_pruned set up_to = gone where up_to < gone;
  end if;
end
$body$;

create or replace function plan.watch_points(collection_id text) returns void language plpgsql as $body$
declare
  name text := plan.table_of(collection_id);
begin
  execute format('create or replace trigger points_came after insert on feature.%I referencing new table as came for each statement execute function plan.note_point_change(%L)', name, collection_id);
  execute format('create or replace trigger points_changed after update on feature.%I referencing old table as went new table as came for each statement execute function plan.note_point_change(%L)', name, collection_id);
  execute format('create or replace trigger points_went after delete on feature.%I referencing old table as went for each statement execute function plan.note_point_change(%L)', name, collection_id);
  execute format('create or replace trigger points_emptied after truncate on feature.%I for each statement execute function plan.note_point_change(%L)', name, collection_id);
end
$body$;

create or replace view published_plan.point_change as
select c.xid, c.collection, c.sign, c.feature, p.up_to as pruned_up_to
from plan.point_change c, plan.point_change_pruned p;

create or replace view published_plan.point_change_pruned as select up_to from plan.point_change_pruned;

grant select on published_plan.point_change, published_plan.point_change_pruned to spatialplan_public;
