-- A box asks for what lies in it and for what has no place: an index each. The one of places holds no nulls, which PostgreSQL
-- takes to be found in it at once and reads the whole of it for.
create or replace function plan.ensure_places(collection_id text) returns void language plpgsql as $body$
declare
  name text := plan.table_of(collection_id);
begin
  execute format(
    'create index if not exists %I on feature.%I using gist (geom) where recorded_to is null and review_state = ''approved'' and geom is not null',
    plan.index_name(name, 'placed'), name);
  execute format(
    'create index if not exists %I on feature.%I (code) where recorded_to is null and review_state = ''approved'' and geom is null',
    plan.index_name(name, 'unplaced'), name);
  -- The one of an installation from before, which held nulls too.
  execute format('drop index if exists feature.%I', plan.index_name(name, 'geom'));
end
$body$;

select plan.ensure_places(id) from plan.collection;
