-- What of change sets and of features under change a server may read for somebody.

-- The content and place of a version of a feature as a file of the package has them, with what is computed.
create or replace function plan.feature_as_json(collection_id text, feature_code text, feature_version integer) returns jsonb stable language plpgsql as $body$
declare
  found jsonb;
begin
  execute format($sql$
    select jsonb_build_object('properties', to_jsonb(f) - $3, 'geometry', ST_AsGeoJSON(f.geom, 15, 0)::jsonb)
    from feature.%I f where f.code = $1 and f.version = $2
    $sql$, plan.table_of(collection_id)) into found using feature_code, feature_version, plan.columns_of_a_version();
  return found;
end
$body$;

-- Features as they stand, for a list of {collection, code}: {collection, code, version, properties, geometry}; what does not
-- stand is left out.
create or replace function review.standing(asked jsonb) returns setof jsonb stable language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $body$
declare
  target plan.collection;
begin
  for target in select * from plan.collections_of(asked) loop
    return query execute format($sql$
      select jsonb_build_object('collection', $2, 'code', f.code, 'version', f.version, 'properties', to_jsonb(f) - $3, 'geometry', ST_AsGeoJSON(f.geom, 15, 0)::jsonb)
      from feature.%I f
      where f.code in (select a ->> 'code' from jsonb_array_elements($1) a where a ->> 'collection' = $2) and f.recorded_to is null and f.review_state = 'approved'
      $sql$, plan.table_of(target.id)) using asked, target.id, plan.columns_of_a_version();
  end loop;
end
$body$;

-- Which of these codes a feature has or had.
create or replace function review.known_codes(asked text[]) returns text[] stable language sql security definer
set search_path = pg_catalog, public, pg_temp as $body$
  select coalesce(array_agg(c.code), '{}') from plan.code c where c.code = any(asked)
$body$;

-- Sets that somebody may see, the newest first, before an id; of one state when it is given.
create or replace function review.change_sets(actor text, roles text[], wanted_state text, before bigint, most integer) returns jsonb stable language sql security definer
set search_path = pg_catalog, public, pg_temp as $body$
  select coalesce(jsonb_agg(plan.change_set_as_json(c, actor, roles) order by c.id desc), '[]')
  from (
    select * from plan.change_set c
    where plan.may_see(c, actor, roles) and (wanted_state is null or c.state = wanted_state) and (before is null or c.id < before)
    order by c.id desc limit most
  ) c
$body$;

create or replace function review.change_set(actor text, roles text[], change_set_id bigint) returns jsonb stable language sql security definer
set search_path = pg_catalog, public, pg_temp as $body$
  select plan.change_set_as_json(c, actor, roles) from plan.change_set c where c.id = change_set_id and plan.may_see(c, actor, roles)
$body$;

-- Its items after a position, each with the feature before and after.
create or replace function review.change_items(actor text, roles text[], change_set_id bigint, after integer, most integer) returns jsonb stable language sql security definer
set search_path = pg_catalog, public, pg_temp as $body$
  select coalesce(jsonb_agg(jsonb_build_object(
      'position', i.position, 'collection', i.collection, 'code', i.code, 'action', i.action, 'based_on', i.based_on, 'version', i.version,
      'before', case when i.based_on is not null then plan.feature_as_json(i.collection, i.code, i.based_on) end,
      'after', case when i.action = 'change' then jsonb_build_object('properties', i.content, 'geometry', i.shape) end) order by i.position), '[]')
  from (
    select i.* from plan.change_item i join plan.change_set c on c.id = i.change_set
    where c.id = change_set_id and plan.may_see(c, actor, roles) and i.position > after
    order by i.position limit most
  ) i
$body$;

-- What undoes an approved set: {collection, code, action, based_on, content, geometry} for each of its features as they stand
-- by it, or an error when one was changed since.
create or replace function review.reversed(actor text, roles text[], change_set_id bigint, seen integer) returns jsonb language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $body$
declare
  target plan.change_set := plan.lock_set(actor, roles, change_set_id, seen);
  moved text;
  items jsonb;
begin
  if target.state <> 'approved' then
    raise restrict_violation using message = format('change set %s was not approved', target.id), constraint = 'transition_is_known';
  end if;
  select i.code into moved from plan.change_item i
  where i.change_set = target.id and plan.standing_version(i.collection, i.code) is distinct from i.version limit 1;
  if moved is not null then
    raise serialization_failure using message = format('%s was changed since', moved), constraint = 'base_is_what_stands';
  end if;
  select jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
      'collection', i.collection, 'code', i.code, 'based_on', i.version,
      'action', case when i.based_on is null then 'withdraw' else 'change' end))
    || case when i.based_on is null then '{}' else jsonb_build_object('content', was -> 'properties', 'geometry', was -> 'geometry') end order by i.position)
  into items
  from plan.change_item i cross join lateral plan.feature_as_json(i.collection, i.code, i.based_on) was
  where i.change_set = target.id;
  return items;
end
$body$;

create or replace function plan.standing_version(collection_id text, feature_code text) returns integer stable language plpgsql as $body$
declare
  number integer;
begin
  execute format('select f.version from feature.%I f where f.code = $1 and f.recorded_to is null and f.review_state = ''approved''', plan.table_of(collection_id))
    into number using feature_code;
  return number;
end
$body$;
