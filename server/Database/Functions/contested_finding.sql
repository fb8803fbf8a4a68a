-- Findings that the author of a set has contested, as tasks of who reviews it: each is accepted or refused with a word, and
-- with one that is open, or with a refused error, a set is not approved. An answer may be mended by another; the last one holds.

create or replace trigger finding_answers_are_final before update or delete on plan.finding_answer for each row execute function plan.refuse_rewriting('finding_answers_are_final');
create or replace trigger finding_answers_are_never_emptied before truncate on plan.finding_answer for each statement execute function plan.refuse_rewriting('finding_answers_are_final');

-- What is contested of a set as it was submitted last: {collection, code, version, finding, rule, severity, found, reason, outcome, answer,
-- answered_by, answered_by_name, answered_at}, the last five null while it is open. `found` is the outcome of the check.
create or replace function plan.contested_findings(change_set_id bigint) returns setof jsonb stable language sql as $body$
  select jsonb_build_object(
    'collection', i.collection, 'code', i.code, 'version', i.version, 'finding', r ->> 'finding', 'rule', r ->> 'rule', 'severity', r ->> 'severity',
    'found', r ->> 'outcome', 'reason', r ->> 'reason', 'outcome', a.outcome, 'answer', a.answer,
    'answered_by', a.answered_by, 'answered_by_name', plan.name_of(a.answered_by), 'answered_at', a.answered_at)
  from plan.change_item i
  join plan.version_check v on v.change_set = i.change_set and v.collection = i.collection and v.code = i.code and v.version = i.version
  cross join jsonb_array_elements(v.result -> 'reasons') with ordinality listed (r, place)
  left join lateral (
    select * from plan.finding_answer f
    where f.change_set = i.change_set and f.collection = i.collection and f.code = i.code and f.version = i.version and f.finding = r ->> 'finding'
    order by f.id desc limit 1) a on true
  where i.change_set = change_set_id and r ->> 'stance' = 'contested'
  order by i.position, place
$body$;

-- {findings}: for whom the evidence is; null of what others may not see.
create or replace function review.contested_findings(actor text, roles text[], change_set_id bigint) returns jsonb stable language sql security definer
set search_path = pg_catalog, public, pg_temp as $body$
  select jsonb_build_object('findings', (select coalesce(jsonb_agg(f), '[]') from plan.contested_findings(c.id) f))
  from plan.change_set c where c.id = change_set_id and plan.may_see_evidence(c, actor, roles)
$body$;

-- The set, for a reviewer who does something to it: not the author, nor where another reviewer has it. Kept until the end of the
-- transaction, so that no decision comes between.
create or replace function plan.reviewed_set(actor text, roles text[], change_set_id bigint) returns plan.change_set language plpgsql as $body$
declare
  target plan.change_set := plan.lock_known_set(actor, roles, change_set_id);
begin
  perform plan.refuse_other_than_reviewer(target, actor, roles);
  if target.claimed_by <> actor then
    raise restrict_violation using message = format('change set %s is with %s', target.id, target.claimed_by), constraint = 'claim_is_ones_own';
  end if;
  return target;
end
$body$;

-- Answers one, {collection, code, finding, outcome, answer}; returns {findings}.
create or replace function review.answer_finding(actor text, roles text[], change_set_id bigint, given jsonb) returns jsonb language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $body$
declare
  target plan.change_set := plan.reviewed_set(actor, roles, change_set_id);
  task jsonb;
begin
  select f into task from plan.contested_findings(target.id) f
  where f ->> 'collection' = given ->> 'collection' and f ->> 'code' = given ->> 'code' and f ->> 'finding' = given ->> 'finding';
  if task is null then
    raise no_data_found using message = format('change set %s contests no %s', target.id, given ->> 'finding'), constraint = 'finding_is_contested';
  end if;
  insert into plan.finding_answer (change_set, collection, code, version, finding, outcome, answer, answered_by)
  values (target.id, task ->> 'collection', task ->> 'code', (task ->> 'version')::integer, task ->> 'finding', given ->> 'outcome', given ->> 'answer', actor);
  return review.contested_findings(actor, roles, target.id);
end
$body$;

-- Refuses an approval for what is named, a list, where there is any. The hint says which, as JSON: {number, <what they are>}.
create or replace function plan.refuse_approval(change_set_id bigint, rule text, what text, named jsonb) returns void language plpgsql as $body$
begin
  if named is not null then
    raise restrict_violation using message = format('change set %s is not approved: %s', change_set_id, rule),
      hint = jsonb_build_object('number', jsonb_array_length(named), what, named)::text, constraint = rule;
  end if;
end
$body$;

-- PostgreSQL holds it whatever the way; what was excluded is not approved and holds nothing up. Names {code, finding, rule} of each.
create or replace function plan.refuse_approval_beside_tasks() returns trigger language plpgsql as $body$
declare
  unanswered jsonb;
  standing jsonb;
begin
  select jsonb_agg(named) filter (where f ->> 'outcome' is null),
    jsonb_agg(named) filter (where f ->> 'outcome' = 'refused' and f ->> 'severity' = 'error' and f ->> 'found' = 'attention')
  into unanswered, standing
  from plan.contested_findings(new.id) f, lateral jsonb_build_object('code', f -> 'code', 'finding', f -> 'finding', 'rule', f -> 'rule') named
  where not plan.is_excluded_from(new.id, f ->> 'collection', f ->> 'code');
  perform plan.refuse_approval(new.id, 'contested_findings_are_answered', 'findings', unanswered);
  perform plan.refuse_approval(new.id, 'errors_do_not_stand', 'findings', standing);
  return new;
end
$body$;
create or replace trigger tasks_are_done before update on plan.change_set for each row
  when (old.state <> new.state and new.state = 'approved') execute function plan.refuse_approval_beside_tasks();
