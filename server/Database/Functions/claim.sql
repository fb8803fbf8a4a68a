-- Claims: a reviewer takes a change set upon them, gives it back, or another is named. Who has it decides on it, and nobody
-- else until it is given back or named anew; PostgreSQL holds that whatever the way.

create or replace function plan.refuse_decision_beside_claim() returns trigger language plpgsql as $body$
begin
  raise restrict_violation using
    message = format('change set %s is with %s', old.id, old.claimed_by), constraint = 'claim_is_ones_own';
end
$body$;

create or replace trigger claims_hold before update on plan.change_set for each row
  when (old.state <> new.state and new.state in ('approved', 'returned') and old.claimed_by <> new.decided_by)
  execute function plan.refuse_decision_beside_claim();

-- Whose it is to review, for one of those who do: mine, nobody, or others. What one has submitted oneself is for others.
create or replace function plan.claim_on(listed plan.change_set, actor text) returns text immutable language sql
return case when listed.claimed_by = actor then 'mine' when listed.claimed_by is null and listed.author <> actor then 'nobody' else 'others' end;

drop function if exists plan.is_reviewer(text);
-- Those who may review now: accounts that are not disabled and have the role.
create or replace function plan.reviewers() returns table (id text, name text) stable language sql as $body$
  select a.id::text, a.name from account.account a where a.disabled_at is null and 'reviewer' = any(a.roles)
$body$;

-- Refuses to let somebody do what reviewers do with what they are to decide on: without the role, of one's own, or in another state.
create or replace function plan.refuse_other_than_reviewer(target plan.change_set, actor text, roles text[]) returns void language plpgsql as $body$
begin
  if 'reviewer' <> all(roles) then
    raise insufficient_privilege using message = 'only reviewers do', constraint = 'role_is_held';
  elsif target.author = actor then
    raise check_violation using message = format('change set %s: nobody reviews their own', target.id), constraint = 'approver_is_not_author';
  elsif target.state <> 'in-review' then
    raise restrict_violation using message = format('change set %s is %s', target.id, target.state), constraint = 'transition_is_known';
  end if;
end
$body$;

-- Changes who has a set, as it was seen at a version: `wanted` is claim (for oneself, of what nobody has), release (of what one
-- has), or assign (to a reviewer, whoever had it). Returns the set.
create or replace function review.claim(actor text, roles text[], change_set_id bigint, seen integer, wanted text, claimant text default null)
returns jsonb language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $body$
declare
  target plan.change_set := plan.lock_set(actor, roles, change_set_id, seen);
  next_one text := case wanted when 'claim' then actor when 'assign' then claimant end;
begin
  perform plan.refuse_other_than_reviewer(target, actor, roles);
  if wanted = 'claim' and target.claimed_by <> actor or wanted = 'release' and target.claimed_by is distinct from actor then
    raise restrict_violation using message = format('change set %s is not with %s', target.id, actor), constraint = 'claim_is_ones_own';
  elsif wanted = 'assign' and (next_one is null or next_one = target.author or not exists (select from plan.reviewers() r where r.id = next_one)) then
    raise check_violation using message = format('%s cannot review change set %s', next_one, target.id), constraint = 'claimant_is_reviewer';
  end if;
  update plan.change_set c
  set claimed_by = next_one, claimed_at = case when next_one is not null then clock_timestamp() end, version = c.version + 1
  where c.id = target.id returning * into target;
  insert into plan.event (at, revision, actor, action, detail)
  select clock_timestamp(), r.value, actor, wanted, jsonb_strip_nulls(jsonb_build_object('change_set', target.id, 'claimed_by', next_one))
  from plan.revision r;
  if wanted <> 'release' then
    perform plan.tell(array[target.author], 'claimed', target.id, actor);
    perform plan.tell(array[next_one], 'assigned', target.id, actor);
  end if;
  return plan.change_set_as_json(target, actor, roles);
end
$body$;

-- Those who review, {id, name}, by name.
create or replace function review.reviewers() returns jsonb stable language sql security definer
set search_path = pg_catalog, public, pg_temp as $body$
  select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name) order by r.name), '[]') from plan.reviewers() r
$body$;
