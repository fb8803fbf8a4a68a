-- Comments on change sets: those who see a set say something while it is reviewed or returned, and answer each other. The
-- entries are append-only, against the owner too.

create or replace trigger comments_are_final before update or delete on plan.comment for each row execute function plan.refuse_rewriting('comments_are_final');
create or replace trigger comments_are_never_emptied before truncate on plan.comment for each statement execute function plan.refuse_rewriting('comments_are_final');
drop function if exists plan.refuse_rewriting_comments();

-- Whether the last who spoke of it resolved it.
create or replace function plan.is_resolved(comment_id bigint) returns boolean stable language sql
return coalesce((
  select e.action = 'resolve' from plan.comment c join plan.comment e on e.change_set = c.change_set and e.about = c.id
  where c.id = comment_id and e.action in ('resolve', 'reopen') order by e.id desc limit 1), false);

-- {id, change_set, set_version, at, author, author_name, text, collection, code, property, place, is_resolved, entries}: what
-- was said in answer stands in `entries`, each {id, at, author, author_name, action, text}.
create or replace function plan.comment_as_json(said plan.comment) returns jsonb stable language sql
return jsonb_build_object(
  'id', said.id, 'change_set', said.change_set, 'set_version', said.set_version, 'at', said.at,
  'author', said.author, 'author_name', plan.name_of(said.author), 'text', said.text,
  'collection', said.collection, 'code', said.code, 'property', said.property,
  'place', case when said.place is not null then jsonb_build_array(ST_X(said.place), ST_Y(said.place)) end,
  'is_resolved', plan.is_resolved(said.id),
  'entries', (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', e.id, 'at', e.at, 'author', e.author, 'author_name', plan.name_of(e.author), 'action', e.action, 'text', e.text) order by e.id), '[]')
    from plan.comment e where e.change_set = said.change_set and e.about = said.id));

-- The set, for as long as somebody says something about it: it stays in the state in which it is spoken of.
create or replace function plan.discussed_set(actor text, roles text[], change_set_id bigint) returns plan.change_set language plpgsql as $body$
declare
  most constant integer := 500;
  target plan.change_set := plan.lock_known_set(actor, roles, change_set_id);
begin
  if target.state not in ('in-review', 'returned') then
    raise restrict_violation using message = format('change set %s is %s: it is not discussed', target.id, target.state), constraint = 'transition_is_known';
  end if;
  if (select count(*) from plan.comment c where c.change_set = target.id) >= most then
    raise program_limit_exceeded using message = format('change set %s has %s comments', target.id, most), constraint = 'comments_are_not_too_many';
  end if;
  return target;
end
$body$;

-- Says something about a set: {text, collection, code, property, place: [longitude, latitude]}, all but the text optional.
create or replace function review.add_comment(actor text, roles text[], change_set_id bigint, given jsonb) returns jsonb language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $body$
declare
  target plan.change_set := plan.discussed_set(actor, roles, change_set_id);
  said plan.comment;
begin
  if given ->> 'code' is not null
    and not exists (select from plan.change_item i where i.change_set = target.id and i.collection = given ->> 'collection' and i.code = given ->> 'code') then
    raise no_data_found using message = format('change set %s has no %s', target.id, given ->> 'code'), constraint = 'item_is_known';
  end if;
  insert into plan.comment (change_set, set_version, author, action, text, collection, code, property, place)
  values (target.id, target.version, actor, 'comment', given ->> 'text', given ->> 'collection', given ->> 'code', given ->> 'property',
    case when jsonb_typeof(given -> 'place') = 'array'
      then ST_SetSRID(ST_MakePoint((given -> 'place' ->> 0)::double precision, (given -> 'place' ->> 1)::double precision), 4490) end)
  returning * into said;
  return plan.comment_as_json(said);
end
$body$;

-- Answers a comment, resolves it, or takes it up again. Whoever made it may resolve it, and any reviewer who is not the
-- author of the set.
create or replace function review.add_to_comment(actor text, roles text[], change_set_id bigint, comment_id bigint, wanted text, said text) returns jsonb language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $body$
declare
  target plan.change_set := plan.discussed_set(actor, roles, change_set_id);
  asked plan.comment;
begin
  select * into asked from plan.comment c where c.id = comment_id and c.change_set = target.id and c.action = 'comment';
  if asked.id is null then
    raise no_data_found using message = format('change set %s has no comment %s', target.id, comment_id), constraint = 'comment_is_known';
  end if;
  if wanted <> 'answer' then
    if asked.author <> actor and ('reviewer' <> all(roles) or target.author = actor) then
      raise insufficient_privilege using message = format('comment %s is of somebody else', asked.id), constraint = 'comment_is_ones_own';
    end if;
    if plan.is_resolved(asked.id) = (wanted = 'resolve') then
      raise restrict_violation using message = format('comment %s: %s is not possible', asked.id, wanted), constraint = 'transition_is_known';
    end if;
  end if;
  insert into plan.comment (change_set, set_version, author, action, about, text) values (target.id, target.version, actor, wanted, asked.id, said);
  return plan.comment_as_json(asked);
end
$body$;

-- What was said about a set, in the order in which it was said; null when there is none for the one who asks.
create or replace function review.comments(actor text, roles text[], change_set_id bigint) returns jsonb stable language sql security definer
set search_path = pg_catalog, public, pg_temp as $body$
  select coalesce((select jsonb_agg(plan.comment_as_json(c) order by c.id) from plan.comment c where c.change_set = target.id and c.action = 'comment'), '[]')
  from plan.change_set target where target.id = change_set_id and plan.may_see(target, actor, roles)
$body$;
