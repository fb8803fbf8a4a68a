-- Conflicts: what a set changes of a feature of which another version stands now than the one it is based on. What somebody sees of
-- them, and how the author goes on from what stands.

-- The items of a set that is not decided on whose base does not stand any more: position and the version that stands, null when none does.
create or replace function plan.stale_items(change_set_id bigint) returns table ("position" integer, stands integer) stable language plpgsql as $body$
declare
  target text;
begin
  for target in
    select distinct i.collection from plan.change_item i join plan.change_set c on c.id = i.change_set
    where c.id = change_set_id and c.state in ('draft', 'in-review', 'returned')
  loop
    return query execute format($sql$
      select i.position, f.version from plan.change_item i
      left join feature.%I f on f.code = i.code and f.recorded_to is null and f.review_state = 'approved'
      where i.change_set = $1 and i.collection = $2 and i.based_on is distinct from f.version
      $sql$, plan.table_of(target)) using change_set_id, target;
  end loop;
end
$body$;

-- Who made what stands, and by what: {recorded_by_name, approved_at, change_set, title, basis}; of what no set has brought, no set.
create or replace function plan.origin_of_version(collection_id text, feature_code text, feature_version integer) returns jsonb stable language plpgsql as $body$
declare
  found jsonb;
begin
  execute format($sql$
    select jsonb_build_object('recorded_by_name', plan.name_of(f.recorded_by), 'approved_at', f.approved_at)
    from feature.%I f where f.code = $1 and f.version = $2
    $sql$, plan.table_of(collection_id)) into found using feature_code, feature_version;
  return found || coalesce(
    (select jsonb_build_object('change_set', c.id, 'title', c.title, 'basis', c.basis)
     from plan.change_item i join plan.change_set c on c.id = i.change_set
     where i.collection = collection_id and i.code = feature_code and i.version = feature_version and c.state = 'approved' limit 1),
    '{"change_set": null, "title": null, "basis": null}');
end
$body$;

-- {number, conflicts}: how many, and those after a position: {position, collection, code, action, based_on, stands, origin, ancestor,
-- mine, theirs}, each of the three {properties, geometry} or null. Null when there is no such set for this person.
create or replace function review.conflicts(actor text, roles text[], change_set_id bigint, after integer, most integer) returns jsonb stable language sql security definer
set search_path = pg_catalog, public, pg_temp as $body$
  with stale as materialized (
    select i.*, s.stands from plan.stale_items(change_set_id) s join plan.change_item i on i.change_set = change_set_id and i.position = s.position
  ), listed as materialized (
    select * from stale s where s.position > after order by s.position limit most
  ), versions as materialized (
    select w from plan.with_versions((
      select coalesce(jsonb_agg(jsonb_build_object('position', l.position, 'side', side, 'collection', l.collection, 'code', l.code, 'version', sides.version)), '[]')
      from listed l, lateral (values ('ancestor', l.based_on), ('theirs', l.stands)) sides (side, version) where sides.version is not null)) w
  )
  select jsonb_build_object('number', (select count(*) from stale), 'conflicts', coalesce((
    select jsonb_agg(jsonb_build_object(
      'position', l.position, 'collection', l.collection, 'code', l.code, 'action', l.action, 'based_on', l.based_on, 'stands', l.stands,
      'origin', case when l.stands is not null then plan.origin_of_version(l.collection, l.code, l.stands) end,
      'ancestor', (select jsonb_build_object('properties', w -> 'properties', 'geometry', w -> 'geometry') from versions v where (w ->> 'position')::integer = l.position and w ->> 'side' = 'ancestor'),
      'mine', case when l.action = 'change' then jsonb_build_object('properties', l.content, 'geometry', l.shape) end,
      'theirs', (select jsonb_build_object('properties', w -> 'properties', 'geometry', w -> 'geometry') from versions v where (w ->> 'position')::integer = l.position and w ->> 'side' = 'theirs'))
      order by l.position) from listed l), '[]'))
  from plan.change_set c where c.id = change_set_id and plan.may_see(c, actor, roles)
$body$;

-- Goes on from what stands: each of `resolved` is {position, stands, leaves} or {position, stands, based_on, content, geometry};
-- `stands` is the version that was seen to stand. Only the author of a set that is not under review.
create or replace function review.resolve_conflicts(actor text, roles text[], change_set_id bigint, seen integer, resolved jsonb)
returns jsonb language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $body$
declare
  target plan.change_set := plan.lock_set(actor, roles, change_set_id, seen);
  odd text;
begin
  if target.author <> actor then
    raise insufficient_privilege using message = format('only its author may change set %s', target.id), constraint = 'actor_is_author';
  elsif target.state not in ('draft', 'returned') then
    raise restrict_violation using message = format('change set %s is %s', target.id, target.state), constraint = 'transition_is_known';
  end if;
  select r ->> 'position' into odd from jsonb_array_elements(resolved) r
  left join plan.stale_items(target.id) s on s.position = (r ->> 'position')::integer
  where s.position is null or s.stands is distinct from (r ->> 'stands')::integer limit 1;
  if odd is not null then
    raise serialization_failure using message = format('change set %s, item %s: another version stands now', target.id, odd), constraint = 'base_is_what_stands';
  end if;

  delete from plan.change_item i using jsonb_array_elements(resolved) r
  where i.change_set = target.id and i.position = (r ->> 'position')::integer and (r ->> 'leaves')::boolean;
  if not exists (select from plan.change_item i where i.change_set = target.id) then
    raise check_violation using message = format('nothing is left of change set %s', target.id), constraint = 'set_changes_something';
  end if;
  update plan.change_item i
  set based_on = (r ->> 'stands')::integer, version = null,
    content = case i.action when 'change' then r -> 'content' end, shape = case i.action when 'change' then nullif(r -> 'geometry', 'null')::json end
  from jsonb_array_elements(resolved) r
  where i.change_set = target.id and i.position = (r ->> 'position')::integer;
  update plan.change_set c set updated_at = clock_timestamp(), version = c.version + 1 where c.id = target.id returning * into target;
  perform plan.note_set(target, actor, 'merged', null);
  return plan.change_set_as_json(target, actor, roles);
end
$body$;

-- Versions that have stood, for a list of {collection, code, version}: as review.standing answers. What was never approved is left out.
create or replace function review.stood(asked jsonb) returns setof jsonb stable language sql security definer
set search_path = pg_catalog, public, pg_temp as $body$
  select plan.with_versions(asked, 'f.approved_at is not null')
$body$;
