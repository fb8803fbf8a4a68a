-- Contests: anybody says that something is wrong, without an account; reviewers answer; whoever has the reference reads the answer.

-- Nothing of it is changed but that it is answered, once, and that the contact goes.
create or replace function contest.refuse_rewriting() returns trigger language plpgsql as $body$
begin
  if tg_op <> 'UPDATE' or old.answered_at is not null and new.answered_at is distinct from old.answered_at
    or (new.contact is not null and new.contact is distinct from old.contact)
    or to_jsonb(new) - '{contact,secret_hash,kept_until,answered_at,answered_by,outcome,answer}'::text[]
      is distinct from to_jsonb(old) - '{contact,secret_hash,kept_until,answered_at,answered_by,outcome,answer}'::text[]
    or (old.answered_at is not null and row(new.answered_by, new.outcome, new.answer) is distinct from row(old.answered_by, old.outcome, old.answer)) then
    raise restrict_violation using message = format('contest %s is history', old.reference), constraint = 'contests_are_final';
  end if;
  return new;
end
$body$;
create or replace trigger contests_are_final before update or delete on contest.contest for each row execute function contest.refuse_rewriting();

-- What everybody with the reference may know: {reference, received_at, state, collection, code, paragraph, sentence, finding, place, reason,
-- outcome, answer, answered_at}; who answered and how to reach the writer is not among it.
create or replace function contest.as_json(said contest.contest) returns jsonb stable language sql
return jsonb_build_object(
  'reference', said.reference, 'received_at', said.received_at, 'state', case when said.answered_at is null then 'open' else 'answered' end,
  'collection', said.collection, 'code', said.code, 'paragraph', said.paragraph, 'sentence', said.sentence, 'finding', said.finding,
  'place', case when said.place is not null then jsonb_build_array(ST_X(said.place), ST_Y(said.place)) end,
  'reason', said.reason, 'outcome', said.outcome, 'answer', said.answer, 'answered_at', said.answered_at);

-- Keeps one, {language, collection, code, paragraph, sentence, finding, place, reason, contact}, all but language, reason and one of what it
-- is about optional. Returns {reference, kept_until}: until when the contact is kept, null without one.
create or replace function review.submit_contest(reference text, secret_hash bytea, keep interval, given jsonb) returns jsonb language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $body$
declare
  stands integer;
  kept contest.contest;
begin
  if given ->> 'code' is not null then
    if exists (select from plan.collection k where k.id = given ->> 'collection') then
      execute format('select f.version from feature.%I f where f.code = $1 and f.recorded_to is null and f.review_state = ''approved''',
        plan.table_of(given ->> 'collection')) into stands using given ->> 'code';
    end if;
    if stands is null then
      raise no_data_found using message = format('there is no %s', given ->> 'code'), constraint = 'feature_is_known';
    end if;
  end if;
  insert into contest.contest (reference, language, collection, code, version, paragraph, sentence, finding, place, reason, contact, secret_hash, kept_until)
  values (
    submit_contest.reference, given ->> 'language', given ->> 'collection', given ->> 'code', stands, given ->> 'paragraph', (given ->> 'sentence')::integer, given ->> 'finding',
    case when jsonb_typeof(given -> 'place') = 'array'
      then ST_SetSRID(ST_MakePoint((given -> 'place' ->> 0)::double precision, (given -> 'place' ->> 1)::double precision), 4490) end,
    given ->> 'reason', given ->> 'contact',
    case when given ->> 'contact' is not null then submit_contest.secret_hash end,
    case when given ->> 'contact' is not null then now() + keep end)
  returning * into kept;
  return jsonb_build_object('reference', kept.reference, 'kept_until', kept.kept_until);
end
$body$;

-- The contest of a reference; null where there is none.
create or replace function review.contest(reference text) returns jsonb stable language sql security definer
set search_path = pg_catalog, public, pg_temp as $body$
  select contest.as_json(c) from contest.contest c where c.reference = contest.reference
$body$;

-- The contact of a link: {reference, received_at, kept_until}, and no word of it; null where there is none.
create or replace function review.contact_of(secret_hash bytea) returns jsonb stable language sql security definer
set search_path = pg_catalog, public, pg_temp as $body$
  select jsonb_build_object('reference', c.reference, 'received_at', c.received_at, 'kept_until', c.kept_until)
  from contest.contest c where c.secret_hash = contact_of.secret_hash and c.kept_until > now()
$body$;

-- Deletes the contact of a link; returns the reference, or null where there is none.
create or replace function review.forget_contact(secret_hash bytea) returns text language sql security definer
set search_path = pg_catalog, public, pg_temp as $body$
  update contest.contest c set contact = null, secret_hash = null, kept_until = null where c.secret_hash = forget_contact.secret_hash returning c.reference
$body$;

-- Deletes the contacts whose time is over; returns how many.
create or replace function review.forget_contacts() returns bigint language sql security definer
set search_path = pg_catalog, public, pg_temp as $body$
  with gone as (update contest.contest c set contact = null, secret_hash = null, kept_until = null where c.kept_until <= now() returning 1)
  select count(*) from gone
$body$;

-- Reviewers alone read who wrote.
create or replace function contest.for_reviewers(said contest.contest) returns jsonb stable language sql
return contest.as_json(said) || jsonb_build_object(
  'id', said.id, 'version', said.version, 'language', said.language, 'contact', case when said.kept_until > now() then said.contact end,
  'answered_by', said.answered_by, 'answered_by_name', plan.name_of(said.answered_by));

-- {contests, open}: those that are open or answered, the newest first, before an id, and how many are open.
create or replace function review.contests(roles text[], wanted_state text, before bigint, most integer) returns jsonb stable language sql security definer
set search_path = pg_catalog, public, pg_temp as $body$
  select jsonb_build_object(
    'open', (select count(*) from contest.contest c where c.answered_at is null),
    'contests', (
      select coalesce(jsonb_agg(contest.for_reviewers(page) order by page.id desc), '[]')
      from (
        select * from contest.contest c
        where (c.answered_at is null) = (wanted_state = 'open') and (before is null or c.id < before)
        order by c.id desc limit most
      ) page))
  where 'reviewer' = any(roles)
$body$;

-- Answers one, once.
create or replace function review.answer_contest(actor text, roles text[], reference text, outcome text, said text) returns jsonb language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $body$
declare
  target contest.contest;
begin
  perform plan.refuse_process(actor);
  if 'reviewer' <> all(roles) then
    raise insufficient_privilege using message = 'only reviewers answer', constraint = 'role_is_held';
  end if;
  select * into target from contest.contest c where c.reference = answer_contest.reference for update;
  if target.id is null then
    raise no_data_found using message = format('there is no contest %s', answer_contest.reference), constraint = 'contest_is_known';
  elsif target.answered_at is not null then
    raise restrict_violation using message = format('contest %s is answered', target.reference), constraint = 'contests_are_final';
  end if;
  update contest.contest c
  set answered_at = clock_timestamp(), answered_by = actor, outcome = answer_contest.outcome, answer = said
  where c.id = target.id returning * into target;
  insert into plan.event (at, revision, actor, action, detail)
  select clock_timestamp(), r.value, actor, 'answered-contest', jsonb_build_object('contest', target.reference, 'outcome', target.outcome)
  from plan.revision r;
  return contest.for_reviewers(target);
end
$body$;
