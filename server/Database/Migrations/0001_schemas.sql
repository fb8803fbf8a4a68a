-- The three schemas, and the role through which the public reads: it sees `published` and nothing else.
create extension if not exists postgis;

create schema if not exists catalogue;
create schema if not exists plan;
create schema if not exists published;

-- Roles belong to the whole server, and another database of it may be migrating at this moment.
do $body$
begin
  if not exists (select from pg_roles where rolname = 'spatialplan_public') then
    create role spatialplan_public nologin;
  end if;
exception
  when duplicate_object or unique_violation then null;
end
$body$;

do $body$
begin
  if not pg_has_role(current_user, 'spatialplan_public', 'member') then
    execute format('grant spatialplan_public to %I', current_user);
  end if;
  -- A temporary function in a WHERE could watch the rows a view is about to leave out.
  execute format('revoke temporary on database %I from public', current_database());
end
$body$;

revoke all on schema catalogue, plan from public;
grant usage on schema published to spatialplan_public;
