-- Departments: a vocabulary of the package (catalogue.department); an account speaks for none, one or several.

-- The departments that are, {code, zh, en}; none where the package has no such vocabulary.
create or replace function plan.departments() returns setof jsonb stable language plpgsql as $body$
begin
  if to_regclass('catalogue.department') is not null then
    return query execute 'select jsonb_build_object(''code'', d.code, ''zh'', d.name_zh, ''en'', d.name_en) from catalogue.department d where not d.retired order by d.sort_order';
  end if;
end
$body$;

-- Who speaks for a department now: accounts that are not disabled and may see what is in review.
create or replace function plan.members_of(wanted text) returns table (id text, name text) stable language sql as $body$
  select a.id::text, a.name from account.membership m join account.account a on a.id = m.account
  where m.department = wanted and a.disabled_at is null and a.roles && array['staff', 'reviewer']
$body$;

create or replace function plan.speaks_for(actor text, wanted text) returns boolean stable language sql
return exists (select from plan.members_of(wanted) m where m.id = actor);

-- {departments: [{code, zh, en, is_mine, members: [{id, name}]}]}, for those who draw and review, and for administrators.
create or replace function review.departments(actor text) returns jsonb stable language sql security definer
set search_path = pg_catalog, public, pg_temp as $body$
  select jsonb_build_object('departments', coalesce(jsonb_agg(d || jsonb_build_object(
    'is_mine', plan.speaks_for(actor, d ->> 'code'),
    'members', (
      select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name) order by a.name), '[]')
      from account.membership m join account.account a on a.id = m.account where m.department = d ->> 'code' and a.disabled_at is null))), '[]'))
  from plan.departments() d
$body$;

-- Says for which departments an account speaks, all of them; administrators do, or who runs the server. Returns their codes.
create or replace function review.set_departments(actor text, account_id uuid, wanted text[], address text default null) returns jsonb language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $body$
declare
  before text[];
  unknown text;
begin
  perform from account.account a where a.id = account_id for update;
  if not found then
    raise no_data_found using message = format('there is no account %s', account_id), constraint = 'account_is_known';
  end if;
  select w into unknown from unnest(wanted) w where not exists (select from plan.departments() d where d ->> 'code' = w) limit 1;
  if unknown is not null then
    raise check_violation using message = format('there is no department %s', unknown), constraint = 'department_is_known';
  end if;
  select coalesce(array_agg(m.department order by m.department), '{}') into before from account.membership m where m.account = account_id;
  delete from account.membership m where m.account = account_id and m.department <> all(wanted);
  insert into account.membership (account, department) select account_id, w from unnest(wanted) w on conflict do nothing;
  insert into account.event (actor, action, account, address, detail)
  values (actor, 'departments-set', account_id, address, jsonb_build_object('before', before, 'after', wanted));
  return to_jsonb(wanted);
end
$body$;
