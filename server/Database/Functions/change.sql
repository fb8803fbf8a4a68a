-- Change sets: what is submitted, decided on and undone together. The server says who acts and in which roles; what a state
-- allows is plan.review_transition, and what was approved or withdrawn PostgreSQL keeps as it is, against the owner too.

create or replace function plan.refuse_changed_sets() returns trigger language plpgsql as $body$
begin
  if tg_op = 'TRUNCATE' then
    raise restrict_violation using message = 'change sets are history', constraint = 'change_sets_are_final';
  end if;
  if tg_op = 'INSERT' then
    if new.state <> 'draft' then
      raise restrict_violation using message = 'a change set begins as a draft', constraint = 'change_sets_are_final';
    end if;
    return new;
  end if;
  if tg_op = 'DELETE' or old.state in ('approved', 'withdrawn')
    or row(old.id, old.author, old.created_at, old.reverses, old.excluded_from) is distinct from row(new.id, new.author, new.created_at, new.reverses, new.excluded_from)
    or (old.state <> new.state and not exists (
      select from plan.review_transition t where t.from_state = old.state and t.to_state = new.state
      and (t.who <> 'process' or (t.action = 'exclude' and new.excluded_from is not null)))) then
    raise restrict_violation using message = format('change set %s, %s, cannot become that', old.id, old.state), constraint = 'change_sets_are_final';
  end if;
  return new;
end
$body$;

create or replace function plan.refuse_changed_items() returns trigger language plpgsql as $body$
declare
  owning bigint := case when tg_op = 'DELETE' then old.change_set else new.change_set end;
begin
  if (select c.state from plan.change_set c where c.id = owning) not in ('draft', 'returned')
    or (tg_op = 'UPDATE' and old.change_set <> new.change_set) then
    raise restrict_violation using message = format('change set %s was submitted', owning), constraint = 'change_sets_are_final';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end
$body$;

create or replace trigger change_sets_are_final before insert or update or delete on plan.change_set for each row execute function plan.refuse_changed_sets();
create or replace trigger change_items_are_final before insert or update or delete on plan.change_item for each row execute function plan.refuse_changed_items();
create or replace trigger change_sets_are_never_emptied before truncate on plan.change_set for each statement execute function plan.refuse_changed_sets();
create or replace trigger change_items_are_never_emptied before truncate on plan.change_item for each statement execute function plan.refuse_changed_sets();

-- Its author sees it always; once it was submitted also those who draw and review.
create or replace function plan.may_see(listed plan.change_set, actor text, roles text[]) returns boolean immutable language sql
return listed.author = actor or (listed.submitted_at is not null and roles && array['staff', 'reviewer']);

-- What somebody may do with it now, by the table.
create or replace function plan.actions_on(listed plan.change_set, actor text, roles text[]) returns text[] stable language sql
return (
  select coalesce(array_agg(t.action order by t.action), '{}') from plan.review_transition t
  where t.from_state = listed.state and t.role = any(roles) and (t.who = 'author') = (listed.author = actor)
);

create or replace function plan.change_set_as_json(listed plan.change_set, actor text, roles text[]) returns jsonb stable language sql
return to_jsonb(listed) || jsonb_build_object(
  'author_name', plan.name_of(listed.author),
  'decided_by_name', plan.name_of(listed.decided_by),
  'claimed_by_name', plan.name_of(listed.claimed_by),
  'number', (select count(*) from plan.change_item i where i.change_set = listed.id),
  'actions', to_jsonb(plan.actions_on(listed, actor, roles)));

-- A list of {collection, code, action, based_on, content, geometry, check_reasons} as the items of a set. A code that is missing is given
-- under `prefix`.
create or replace function plan.insert_items(change_set_id bigint, items jsonb) returns void language plpgsql as $body$
begin
  insert into plan.change_item (change_set, position, collection, code, action, based_on, content, shape, check_reasons)
  select change_set_id, place, i ->> 'collection', coalesce(i ->> 'code', plan.next_code(i ->> 'prefix')), i ->> 'action', (i ->> 'based_on')::integer,
    nullif(i -> 'content', 'null'), nullif(i -> 'geometry', 'null')::json, nullif(i -> 'check_reasons', 'null')
  from jsonb_array_elements(items) with ordinality listed (i, place);
end
$body$;

-- Keeps a change set; the drafts it is made of are its items from now on.
create or replace function review.create_change_set(actor text, roles text[], title text, basis text, items jsonb, drafts uuid[] default '{}', reverses bigint default null)
returns jsonb language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $body$
declare
  kept plan.change_set;
begin
  perform plan.refuse_process(actor);
  insert into plan.change_set (title, basis, author, reverses) values (title, basis, actor, reverses) returning * into kept;
  perform plan.insert_items(kept.id, items);
  perform plan.take_drafts(kept.id, actor, drafts);
  perform plan.note_set(kept, actor, 'created', null);
  return plan.change_set_as_json(kept, actor, roles);
end
$body$;

-- Replaces what a set that is not under review says, as it was seen at a version; drafts as above.
drop function if exists review.replace_change_set(text, text[], bigint, integer, text, text, jsonb);
create or replace function review.replace_change_set(actor text, roles text[], change_set_id bigint, seen integer, title text, basis text, items jsonb, drafts uuid[] default '{}')
returns jsonb language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $body$
declare
  target plan.change_set := plan.lock_set(actor, roles, change_set_id, seen);
begin
  if target.author <> actor then
    raise insufficient_privilege using message = format('only its author may change set %s', target.id), constraint = 'actor_is_author';
  end if;
  if target.state not in ('draft', 'returned') then
    raise restrict_violation using message = format('change set %s is %s', target.id, target.state), constraint = 'transition_is_known';
  end if;
  delete from plan.change_item i where i.change_set = target.id;
  perform plan.insert_items(target.id, items);
  perform plan.take_drafts(target.id, actor, drafts);
  update plan.change_set c set title = replace_change_set.title, basis = replace_change_set.basis, updated_at = clock_timestamp(), version = c.version + 1
  where c.id = target.id returning * into target;
  perform plan.note_set(target, actor, 'changed', null);
  return plan.change_set_as_json(target, actor, roles);
end
$body$;

-- The set, kept from everybody else until the end of the transaction; one that the actor may not see is not there.
create or replace function plan.lock_known_set(actor text, roles text[], change_set_id bigint) returns plan.change_set language plpgsql as $body$
declare
  target plan.change_set;
begin
  perform plan.refuse_process(actor);
  select * into target from plan.change_set c where c.id = change_set_id for update;
  if target.id is null or not plan.may_see(target, actor, roles) then
    raise no_data_found using message = format('there is no change set %s', change_set_id), constraint = 'change_set_is_known';
  end if;
  return target;
end
$body$;

-- The same at the version at which it was seen.
create or replace function plan.lock_set(actor text, roles text[], change_set_id bigint, seen integer) returns plan.change_set language plpgsql as $body$
declare
  target plan.change_set := plan.lock_known_set(actor, roles, change_set_id);
begin
  if target.version is distinct from seen then
    raise serialization_failure using message = format('change set %s was changed meanwhile', change_set_id), constraint = 'seen_is_current';
  end if;
  return target;
end
$body$;

-- What became of a set, for the one history of everything; it is of no feature.
create or replace function plan.note_set(target plan.change_set, actor text, action text, comment text) returns void language sql as $body$
  insert into plan.event (at, revision, actor, action, detail)
  select clock_timestamp(), r.value, actor, action, jsonb_strip_nulls(jsonb_build_object(
    'change_set', target.id, 'state', target.state, 'title', target.title, 'basis', target.basis, 'comment', comment))
  from plan.revision r
$body$;
