-- What of change sets and of features under change a server may read for somebody.

-- A list of {collection, code, version, …}, each with the content and place of that version as a file of the package has them and
-- with what is computed: {…, properties, geometry}; of a version `f`, where a condition holds. One statement a collection: the set
-- may have ten thousand.
drop function if exists plan.with_versions(jsonb);
create or replace function plan.with_versions(listed jsonb, condition text default 'true') returns setof jsonb stable language plpgsql as $body$
declare
  target plan.collection;
begin
  for target in select * from plan.collections_of(listed) loop
    return query execute format($sql$
      select l || jsonb_build_object('properties', %s, 'geometry', ST_AsGeoJSON(f.geom, 15, 0)::jsonb)
      from jsonb_array_elements($1) l
      join feature.%I f on f.code = l ->> 'code' and f.version = (l ->> 'version')::integer
      where l ->> 'collection' = $2 and %s
      $sql$, plan.content_of(target.id), plan.table_of(target.id), condition) using listed, target.id;
  end loop;
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
      select jsonb_build_object('collection', $2, 'code', f.code, 'version', f.version, 'properties', %s, 'geometry', ST_AsGeoJSON(f.geom, 15, 0)::jsonb)
      from feature.%I f
      where f.code in (select a ->> 'code' from jsonb_array_elements($1) a where a ->> 'collection' = $2) and f.recorded_to is null and f.review_state = 'approved'
      $sql$, plan.content_of(target.id), plan.table_of(target.id)) using asked, target.id;
  end loop;
end
$body$;

-- Which of these codes a feature has or had.
create or replace function review.known_codes(asked text[]) returns text[] stable language sql security definer
set search_path = pg_catalog, public, pg_temp as $body$
  select coalesce(array_agg(c.code), '{}') from plan.code c where c.code = any(asked)
$body$;

-- Sets that somebody may see, the newest first, before an id; of one author and in one state when they are given. What is asked
-- for is put together, so that each question has its index.
create or replace function review.change_sets(actor text, roles text[], wanted_author text, wanted_state text, before bigint, most integer)
returns jsonb stable language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $body$
declare
  found jsonb;
begin
  execute format($sql$
    select coalesce(jsonb_agg(plan.change_set_as_json(c, $1, $2) order by c.id desc), '[]')
    from (select * from plan.change_set c where plan.may_see(c, $1, $2) %s %s %s order by c.id desc limit $6) c
    $sql$,
    case when wanted_author is not null then 'and c.author = $3' end,
    case when wanted_state is not null then 'and c.state = $4' end,
    case when before is not null then 'and c.id < $5' end) into found using actor, roles, wanted_author, wanted_state, before, most;
  return found;
end
$body$;

create or replace function review.change_set(actor text, roles text[], change_set_id bigint) returns jsonb stable language sql security definer
set search_path = pg_catalog, public, pg_temp as $body$
  select plan.change_set_as_json(c, actor, roles) from plan.change_set c where c.id = change_set_id and plan.may_see(c, actor, roles)
$body$;

-- Its items after a position, each with the feature before and after.
create or replace function review.change_items(actor text, roles text[], change_set_id bigint, after integer, most integer) returns jsonb stable language sql security definer
set search_path = pg_catalog, public, pg_temp as $body$
  with listed as materialized (
    select i.* from plan.change_item i join plan.change_set c on c.id = i.change_set
    where c.id = change_set_id and plan.may_see(c, actor, roles) and i.position > after
    order by i.position limit most
  ), was as materialized (
    select w from plan.with_versions((
      select coalesce(jsonb_agg(jsonb_build_object('position', l.position, 'collection', l.collection, 'code', l.code, 'version', l.based_on)), '[]')
      from listed l where l.based_on is not null)) w
  )
  select coalesce(jsonb_agg(jsonb_build_object(
      'position', i.position, 'collection', i.collection, 'code', i.code, 'action', i.action, 'based_on', i.based_on, 'version', i.version,
      'excluded', plan.exclusion_as_json(e),
      'before', case when w is not null then jsonb_build_object('properties', w -> 'properties', 'geometry', w -> 'geometry') end,
      'after', case when i.action = 'change' then jsonb_build_object('properties', i.content, 'geometry', i.shape) end) order by i.position), '[]')
  from listed i
  left join was on (w ->> 'position')::integer = i.position
  left join plan.exclusion e on e.change_set = i.change_set and e.position = i.position
$body$;

-- Where all items of a set were and shall be, for a map that shows it whole and a list that is drawn by windows: {position, collection,
-- code, action, name_zh, name_en, before, after}, the last two {geometry} or null; a place that stays is said once, as it shall be.
create or replace function review.change_places(actor text, roles text[], change_set_id bigint) returns jsonb stable language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $body$
declare
  target text;
  found jsonb;
  listed jsonb := '[]';
begin
  if not exists (select from plan.change_set c where c.id = change_set_id and plan.may_see(c, actor, roles)) then
    return null;
  end if;
  for target in select distinct i.collection from plan.change_item i where i.change_set = change_set_id order by 1 loop
    execute format($sql$
      select jsonb_agg(jsonb_build_object(
        'position', i.position, 'collection', i.collection, 'code', i.code, 'action', i.action,
        'name_zh', coalesce(i.content ->> 'name_zh', f.name_zh), 'name_en', coalesce(i.content ->> 'name_en', f.name_en),
        'before', case when f.code is not null then jsonb_build_object('geometry', ST_AsGeoJSON(f.geom, 9, 0)::jsonb) end,
        'after', case when i.action = 'change' then jsonb_build_object('geometry', i.shape) end))
      from plan.change_item i left join feature.%I f on f.code = i.code and f.version = i.based_on
      where i.change_set = $1 and i.collection = $2
      $sql$, plan.table_of(target)) into found using change_set_id, target;
    listed := listed || found;
  end loop;
  return (select jsonb_agg(item order by (item ->> 'position')::integer) from jsonb_array_elements(listed) item);
end
$body$;

-- What a set would make of its features, whole, for the checks of a submission by its author: {position, collection, code,
-- based_on, properties, geometry, check_reasons}.
drop function if exists review.proposed(text, text[], bigint);
drop function if exists review.proposed_sites(text, bigint, text[]);
create or replace function review.proposed(actor text, change_set_id bigint) returns jsonb stable language sql security definer
set search_path = pg_catalog, public, pg_temp as $body$
  select coalesce(jsonb_agg(jsonb_build_object(
      'position', i.position, 'collection', i.collection, 'code', i.code, 'based_on', i.based_on, 'properties', i.content, 'geometry', i.shape,
      'check_reasons', coalesce(i.check_reasons, '[]')) order by i.position), '[]')
  from plan.change_item i join plan.change_set c on c.id = i.change_set
  where c.id = change_set_id and c.author = actor and i.action = 'change'
$body$;

-- What undoes an approved set, but for what was excluded from it: {collection, code, action, based_on, content, geometry} for each of its features as they stand
-- by it, or an error when one was changed since.
create or replace function review.reversed(actor text, roles text[], change_set_id bigint, seen integer) returns jsonb language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $body$
declare
  target plan.change_set := plan.lock_set(actor, roles, change_set_id, seen);
  target_collection text;
  items jsonb;
begin
  if target.state <> 'approved' then
    raise restrict_violation using message = format('change set %s was not approved', target.id), constraint = 'transition_is_known';
  end if;
  for target_collection in select distinct i.collection from plan.change_item i where i.change_set = target.id and not plan.is_excluded(i) loop
    -- What it withdrew must not stand again: its items have no version.
    perform plan.refuse_stale(
      target_collection, format('(select i.code, i.version as based_on from plan.change_item i where i.change_set = $1::bigint and i.collection = %L and not plan.is_excluded(i))', target_collection), to_jsonb(target.id));
  end loop;
  select jsonb_agg(undone.item - 'position' order by (undone.item -> 'position')::integer) into items
  from (
    select jsonb_build_object('position', i.position, 'collection', i.collection, 'code', i.code, 'based_on', i.version, 'action', 'withdraw') as item
    from plan.change_item i where i.change_set = target.id and i.based_on is null and not plan.is_excluded(i)
    union all
    select jsonb_strip_nulls(jsonb_build_object(
        'position', w -> 'position', 'collection', w -> 'collection', 'code', w -> 'code', 'based_on', w -> 'stands', 'action', 'change'))
      || jsonb_build_object('content', w -> 'properties', 'geometry', w -> 'geometry')
    from plan.with_versions((
      select coalesce(jsonb_agg(jsonb_build_object('position', i.position, 'collection', i.collection, 'code', i.code, 'version', i.based_on, 'stands', i.version)), '[]')
      from plan.change_item i where i.change_set = target.id and i.based_on is not null and not plan.is_excluded(i))) w
  ) undone;
  return items;
end
$body$;
