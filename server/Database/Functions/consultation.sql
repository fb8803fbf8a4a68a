-- A reviewer asks a department for its word, of a set or of one finding of its check; the set waits for it. With a word that is
-- outstanding nothing is approved: the reviewer waits, or takes the question back and says why; or excludes the feature that was asked
-- about, and approves the rest. Against an objection, or under conditions, a set is approved with a reason alone. All of it stands on the
-- sheet of the decision.

-- The question stays; the word comes once.
create or replace function plan.refuse_changed_consultations() returns trigger language plpgsql as $body$
begin
  if tg_op <> 'UPDATE' or old.opinion is not null
    or to_jsonb(new) - '{opinion,answer,answered_by,answered_at}'::text[] is distinct from to_jsonb(old) - '{opinion,answer,answered_by,answered_at}'::text[] then
    raise restrict_violation using message = format('consultation: %s is not allowed', tg_op), constraint = 'consultations_are_final';
  end if;
  return new;
end
$body$;
create or replace trigger consultations_are_final before update or delete on plan.consultation for each row execute function plan.refuse_changed_consultations();
create or replace trigger consultations_are_never_emptied before truncate on plan.consultation for each statement execute function plan.refuse_rewriting('consultations_are_final');

-- {id, change_set, set_version, department, collection, code, finding, found, question, asked_by, asked_by_name, asked_at, opinion, answer,
-- answered_by, answered_by_name, answered_at, is_mine}: `found` is the finding as it was frozen, `is_mine` whether the one who asks may answer.
create or replace function plan.consultation_as_json(said plan.consultation, actor text) returns jsonb stable language sql
return to_jsonb(said) || jsonb_build_object(
  'asked_by_name', plan.name_of(said.asked_by), 'answered_by_name', plan.name_of(said.answered_by),
  'found', (
    select f from plan.version_check v, jsonb_path_query(v.result, '$.findings[*] ? (@.id == $id)', jsonb_build_object('id', said.finding)) f
    where v.change_set = said.change_set and v.collection = said.collection and v.code = said.code order by v.version desc limit 1),
  'is_mine', said.opinion is null and plan.speaks_for(actor, said.department)
    and exists (select from plan.change_set c where c.id = said.change_set and c.author <> actor and c.state = 'in-review'));

-- {consultations} of a set that somebody may see, in the order in which they were asked; null of others.
create or replace function review.consultations(actor text, roles text[], change_set_id bigint) returns jsonb stable language sql security definer
set search_path = pg_catalog, public, pg_temp as $body$
  select jsonb_build_object('consultations', (
    select coalesce(jsonb_agg(plan.consultation_as_json(k, actor) order by k.id), '[]') from plan.consultation k where k.change_set = c.id))
  from plan.change_set c where c.id = change_set_id and plan.may_see(c, actor, roles)
$body$;

-- Asks, {department, question, collection, code, finding}; the last three optional. Returns {consultations}.
create or replace function review.consult(actor text, roles text[], change_set_id bigint, given jsonb) returns jsonb language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $body$
declare
  target plan.change_set := plan.reviewed_set(actor, roles, change_set_id);
  members text[];
begin
  if not exists (select from plan.departments() d where d ->> 'code' = given ->> 'department') then
    raise check_violation using message = format('there is no department %s', given ->> 'department'), constraint = 'department_is_known';
  end if;
  select coalesce(array_agg(m.id), '{}') into members from plan.members_of(given ->> 'department') m where m.id <> target.author;
  if members = '{}' then
    raise check_violation using message = format('nobody speaks for %s', given ->> 'department'), constraint = 'department_has_members';
  end if;
  if given ->> 'code' is not null
    and not exists (select from plan.change_item i where i.change_set = target.id and i.collection = given ->> 'collection' and i.code = given ->> 'code') then
    raise no_data_found using message = format('change set %s has no %s', target.id, given ->> 'code'), constraint = 'item_is_known';
  end if;
  insert into plan.consultation (change_set, set_version, department, collection, code, finding, question, asked_by)
  values (target.id, target.version, given ->> 'department', given ->> 'collection', given ->> 'code', given ->> 'finding', given ->> 'question', actor);
  perform plan.tell(members, 'asked', target.id, actor);
  return review.consultations(actor, roles, target.id);
end
$body$;

-- Gives the word of a department, by who speaks for it and has not submitted the set, or takes the question back (opinion
-- taken-back), by who reviews it. Returns {consultations}.
create or replace function review.give_word(actor text, roles text[], change_set_id bigint, consultation_id bigint, given jsonb) returns jsonb language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $body$
declare
  is_taken_back constant boolean := given ->> 'opinion' = 'taken-back';
  target plan.change_set := case when is_taken_back then plan.reviewed_set(actor, roles, change_set_id) else plan.lock_known_set(actor, roles, change_set_id) end;
  asked plan.consultation;
begin
  select * into asked from plan.consultation k where k.id = consultation_id and k.change_set = target.id for update;
  if asked.id is null then
    raise no_data_found using message = format('change set %s has no consultation %s', target.id, consultation_id), constraint = 'consultation_is_known';
  elsif not is_taken_back and target.author = actor then
    raise check_violation using message = format('change set %s: nobody gives a word on their own', target.id), constraint = 'approver_is_not_author';
  elsif not is_taken_back and not plan.speaks_for(actor, asked.department) then
    raise insufficient_privilege using message = format('%s is asked, for which %s does not speak', asked.department, actor), constraint = 'department_is_ones_own';
  elsif asked.opinion is not null or target.state <> 'in-review' then
    raise restrict_violation using message = format('consultation %s waits for no word', asked.id), constraint = 'transition_is_known';
  end if;
  update plan.consultation k
  set opinion = given ->> 'opinion', answer = given ->> 'answer', answered_by = actor, answered_at = clock_timestamp() where k.id = asked.id;
  if not is_taken_back then
    perform plan.tell(array[asked.asked_by, target.claimed_by], 'answered', target.id, actor);
  end if;
  return review.consultations(actor, roles, target.id);
end
$body$;

-- Whether a set waits for a word.
create or replace function plan.waits_for_a_word(change_set_id bigint) returns boolean stable language sql
return exists (select from plan.consultation k where k.change_set = change_set_id and k.opinion is null);

-- Whether somebody speaks for a department that a set waits for; nobody does on their own.
create or replace function plan.is_asked(listed plan.change_set, actor text) returns boolean stable language sql
return listed.author <> actor and exists (
  select from plan.consultation k where k.change_set = listed.id and k.opinion is null and plan.speaks_for(actor, k.department));

-- The last word of each department on the same thing, where it is not content.
create or replace function plan.objections_to(change_set_id bigint) returns setof plan.consultation stable language sql as $body$
  select last.* from (
    select distinct on (k.department, k.code, k.finding) k.* from plan.consultation k
    where k.change_set = change_set_id and k.opinion is not null and k.opinion <> 'taken-back'
    order by k.department, k.code, k.finding, k.id desc) last
  where last.opinion in ('objection', 'conditions')
$body$;

-- PostgreSQL holds it whatever the way. Names the departments.
create or replace function plan.refuse_approval_beside_words() returns trigger language plpgsql as $body$
declare
  named jsonb;
begin
  select jsonb_agg(distinct k.department) into named from plan.consultation k
  where k.change_set = new.id and k.opinion is null and not plan.is_excluded_from(new.id, k.collection, k.code);
  perform plan.refuse_approval(new.id, 'no_word_is_outstanding', 'departments', named);
  if coalesce(new.comment, '') !~ '\S' then
    select jsonb_agg(distinct k.department) into named from plan.objections_to(new.id) k where not plan.is_excluded_from(new.id, k.collection, k.code);
    perform plan.refuse_approval(new.id, 'objections_have_a_reason', 'departments', named);
  end if;
  return new;
end
$body$;
create or replace trigger words_are_heard before update on plan.change_set for each row
  when (old.state <> new.state and new.state = 'approved') execute function plan.refuse_approval_beside_words();
