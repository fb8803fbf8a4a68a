-- Drafts: nobody but the owner reads or changes one, and to all others it is not there. The server says who asks.

-- A code that nothing has had and nothing will have again: site-2026-0001. Years are those of UTC.
create or replace function plan.next_code(code_prefix text) returns text language plpgsql as $body$
declare
  this_year integer := extract(year from now() at time zone 'UTC');
  number integer;
  given text;
begin
  loop
    insert into plan.code_series as s (prefix, year, last) values (code_prefix, this_year, 1)
    on conflict (prefix, year) do update set last = s.last + 1 returning last into number;
    given := format('%s-%s-%s', code_prefix, this_year, case when number < 10000 then lpad(number::text, 4, '0') else number::text end);
    exit when not exists (select from plan.code c where c.code = given);
  end loop;
  return given;
end
$body$;

create or replace function plan.draft_as_json(draft plan.draft) returns jsonb stable language sql
return jsonb_build_object(
  'id', draft.id, 'collection', draft.collection, 'code', draft.code, 'action', draft.action, 'based_on', draft.based_on, 'properties', draft.content,
  'geometry', draft.shape, 'note', draft.note, 'contact', draft.contact, 'check_reasons', draft.check_reasons, 'change_set', draft.change_set, 'created_at', draft.created_at, 'updated_at', draft.updated_at, 'version', draft.version);

-- Whether there are no more than one person may have; so that nobody fills the disk with sketches. Another of theirs that is kept at
-- the same time waits until this one counts.
create or replace function plan.refuse_too_many_drafts(actor text) returns void language plpgsql as $body$
declare
  most constant integer := 1000;
begin
  perform pg_advisory_xact_lock(hashtextextended(concat_ws(' ', 'drafts', actor), 0));
  if (select count(*) from plan.draft d where d.owner = actor) >= most then
    raise program_limit_exceeded using message = format('%s has %s drafts', actor, most), constraint = 'drafts_are_not_too_many';
  end if;
end
$body$;

-- Keeps a new draft, {collection, code, based_on, properties, geometry, note, contact, check_reasons, change_set}. Without a code
-- it is of a new feature, which is given one under the prefix; with one, of a feature that stands or stood, or was submitted.
-- change_set is one of the owner's that was returned, and has the code. Where the owner has one of the feature already, the refusal names it.
create or replace function review.create_draft(actor text, draft jsonb, code_prefix text) returns jsonb language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $body$
declare
  kept plan.draft;
  known uuid;
begin
  perform plan.refuse_process(actor);
  perform plan.refuse_too_many_drafts(actor);
  if draft ->> 'code' is not null and not exists (
    select from plan.code c join plan.collection k on k.id = draft ->> 'collection'
    where c.code = draft ->> 'code' and c.thing = coalesce(k.codes_of, k.id)) then
    raise no_data_found using message = format('%s is no feature', draft ->> 'code'), constraint = 'feature_is_known';
  end if;
  if draft ->> 'change_set' is not null and not exists (
    select from plan.change_set c join plan.change_item i on i.change_set = c.id
    where c.id = (draft ->> 'change_set')::bigint and c.author = actor and c.state in ('draft', 'returned')
      and i.collection = draft ->> 'collection' and i.code = draft ->> 'code') then
    raise no_data_found using message = format('%s has no set %s to mend', actor, draft ->> 'change_set'), constraint = 'change_set_is_known';
  end if;
  insert into plan.draft (owner, collection, code, based_on, content, shape, note, contact, check_reasons, change_set)
  values (
    actor, draft ->> 'collection', coalesce(draft ->> 'code', plan.next_code(code_prefix)), (draft ->> 'based_on')::integer,
    draft -> 'properties', nullif(draft -> 'geometry', 'null')::json, draft ->> 'note', draft ->> 'contact',
    coalesce(nullif(draft -> 'check_reasons', 'null'), '[]'), (draft ->> 'change_set')::bigint)
  on conflict on constraint one_draft_of_a_code do nothing
  returning * into kept;
  if kept.id is null then
    select d.id into known from plan.draft d where d.owner = actor and d.collection = draft ->> 'collection' and d.code = draft ->> 'code';
    raise unique_violation using message = format('%s has a draft of %s', actor, draft ->> 'code'), constraint = 'one_draft_of_a_code', hint = jsonb_build_object('draft', known);
  end if;
  return plan.draft_as_json(kept);
end
$body$;

-- Saves a draft as it was seen at a version, which then proposes what is saved and no withdrawal; null when there is none of this owner, and an error when it was saved meanwhile.
create or replace function review.save_draft(actor text, draft_id uuid, seen integer, draft jsonb) returns jsonb language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $body$
declare
  kept plan.draft;
begin
  update plan.draft d
  set action = 'change', content = draft -> 'properties', shape = nullif(draft -> 'geometry', 'null')::json, note = draft ->> 'note', contact = draft ->> 'contact',
    check_reasons = coalesce(nullif(draft -> 'check_reasons', 'null'), '[]'),
    based_on = (draft ->> 'based_on')::integer, updated_at = clock_timestamp(), version = d.version + 1
  where d.id = draft_id and d.owner = actor and d.version = seen
  returning * into kept;
  if kept.id is null then
    perform plan.refuse_unseen_draft(actor, draft_id);
    return null;
  end if;
  return plan.draft_as_json(kept);
end
$body$;

create or replace function plan.refuse_unseen_draft(actor text, draft_id uuid) returns void language plpgsql as $body$
begin
  if exists (select from plan.draft d where d.id = draft_id and d.owner = actor) then
    raise serialization_failure using message = format('draft %s was saved meanwhile', draft_id), constraint = 'seen_is_current';
  end if;
end
$body$;

-- Returns whether there was one.
create or replace function review.delete_draft(actor text, draft_id uuid, seen integer) returns boolean language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $body$
begin
  delete from plan.draft d where d.id = draft_id and d.owner = actor and d.version = seen;
  if found then
    return true;
  end if;
  perform plan.refuse_unseen_draft(actor, draft_id);
  return false;
end
$body$;

create or replace function review.draft(actor text, draft_id uuid) returns jsonb stable language sql security definer
set search_path = pg_catalog, public, pg_temp as $body$
  select plan.draft_as_json(d) from plan.draft d where d.id = draft_id and d.owner = actor
$body$;

-- One's own, the newest first, without their shapes.
create or replace function review.drafts(actor text) returns jsonb stable language sql security definer
set search_path = pg_catalog, public, pg_temp as $body$
  select coalesce(jsonb_agg(plan.draft_as_json(d) - 'geometry' || jsonb_build_object('has_geometry', d.shape is not null) order by d.updated_at desc, d.id), '[]')
  from plan.draft d where d.owner = actor
$body$;

-- That there are some, for who looks after the installation: whose, of what and when, and nothing of what they say.
create or replace function review.draft_owners() returns jsonb stable language sql security definer
set search_path = pg_catalog, public, pg_temp as $body$
  select coalesce(jsonb_agg(jsonb_build_object('owner', owner, 'owner_name', plan.name_of(owner), 'number', number, 'updated_at', updated_at) order by owner), '[]')
  from (select d.owner, count(*) as number, max(d.updated_at) as updated_at from plan.draft d group by d.owner) counted
$body$;

-- m² on the ellipsoid of a GeoJSON area in EPSG:4490; null of what is no geometry.
create or replace function review.area_of(shape jsonb) returns double precision stable language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $body$
begin
  return round(ST_Area(ST_SetSRID(ST_GeomFromGeoJSON(shape::text), 4490)::geography));
exception when internal_error or data_exception then
  return null;
end
$body$;
