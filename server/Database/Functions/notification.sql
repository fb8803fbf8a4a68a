-- Notifications: each account is told of what concerns it, in the transaction in which it happens; nobody is told of what they
-- did themselves. Of one account the newest 500 are kept.

create or replace function plan.tell(accounts text[], kind text, change_set_id bigint, actor text) returns void language plpgsql as $body$
declare
  most constant integer := 500;
begin
  insert into plan.notification (account, kind, actor, change_set)
  select told, tell.kind, tell.actor, change_set_id from (select distinct unnest(accounts) as told) everybody
  where told is not null and told <> tell.actor;
  if found then
    -- Where those to go begin is looked for once an account, not once for each of its five hundred.
    delete from plan.notification n
    using (select distinct unnest(accounts) as account) told
      cross join lateral (select last.id from plan.notification last where last.account = told.account order by last.id desc offset most limit 1) kept
    where n.account = told.account and n.id <= kept.id;
    -- A hint to ask; it says nothing of whom or what.
    perform pg_notify('plan_notification', '');
  end if;
end
$body$;

-- Who is to review a set: the one who has it, or else everybody who may.
create or replace function plan.reviewers_of(listed plan.change_set) returns text[] stable language sql
return case when listed.claimed_by is not null then array[listed.claimed_by]
  else (select coalesce(array_agg(r.id), '{}') from plan.reviewers() r) end;

create or replace function plan.tell_of_a_set() returns trigger language plpgsql as $body$
begin
  if old.state <> new.state then
    case new.state
      when 'in-review' then perform plan.tell(plan.reviewers_of(new), 'submitted', new.id, new.author);
      when 'withdrawn' then perform plan.tell(array[new.claimed_by], 'withdrawn', new.id, new.author);
      when 'returned', 'approved' then perform plan.tell(array[new.author, new.claimed_by], new.state, new.id, new.decided_by);
      else null;
    end case;
  end if;
  return null;
end
$body$;
create or replace trigger concerned_are_told after update on plan.change_set for each row execute function plan.tell_of_a_set();

-- The author of the set, who reviews it, and who has spoken in the same thread.
create or replace function plan.tell_of_a_comment() returns trigger language plpgsql as $body$
begin
  perform plan.tell(
    (select array[c.author, c.claimed_by] from plan.change_set c where c.id = new.change_set)
      || (select coalesce(array_agg(distinct c.author), '{}') from plan.comment c where c.change_set = new.change_set and (c.id = new.about or c.about = new.about)),
    'commented', new.change_set, new.author);
  return null;
end
$body$;
create or replace trigger concerned_are_told after insert on plan.comment for each row execute function plan.tell_of_a_comment();

-- {unread, notifications}: of one's own the newest first, before an id.
create or replace function review.notifications(actor text, before bigint, most integer) returns jsonb stable language sql security definer
set search_path = pg_catalog, public, pg_temp as $body$
  select jsonb_build_object(
    'unread', (select count(*) from plan.notification n where n.account = notifications.actor and n.read_at is null),
    'notifications', coalesce((
      select jsonb_agg(jsonb_build_object(
        'id', n.id, 'at', n.at, 'kind', n.kind, 'actor', n.actor, 'actor_name', plan.name_of(n.actor),
        'change_set', n.change_set, 'title', s.title, 'state', s.state, 'read_at', n.read_at) order by n.id desc)
      from (
        select * from plan.notification mine
        where mine.account = notifications.actor and (before is null or mine.id < before) order by mine.id desc limit most
      ) n join plan.change_set s on s.id = n.change_set), '[]'))
$body$;

-- One's own are read: all up to an id, or those of a set; returns how many are unread.
create or replace function review.read_notifications(actor text, up_to bigint, of_set bigint) returns bigint language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $body$
begin
  update plan.notification n set read_at = clock_timestamp()
  where n.account = read_notifications.actor and n.read_at is null and (up_to is null or n.id <= up_to) and (of_set is null or n.change_set = of_set);
  return (select count(*) from plan.notification n where n.account = read_notifications.actor and n.read_at is null);
end
$body$;
