-- What must be true of versions and of the codes they have, and the role of those who write them.

-- Roles belong to the whole server, and another database of it may be migrating at this moment.
do $body$
begin
  if not exists (select from pg_roles where rolname = 'spatialplan_staff') then
    create role spatialplan_staff nologin;
  end if;
exception
  when duplicate_object or unique_violation then null;
end
$body$;

-- Staff reads what everybody reads.
do $body$
begin
  if not pg_has_role('spatialplan_staff', 'spatialplan_public', 'member') then
    grant spatialplan_public to spatialplan_staff;
  end if;
  if not pg_has_role(current_user, 'spatialplan_staff', 'member') then
    execute format('grant spatialplan_staff to %I', current_user);
  end if;
end
$body$;

-- What people do to versions, and nothing else that a login of theirs could call.
create schema review;
revoke all on schema review from public;
grant usage on schema review to spatialplan_staff;

-- A code names one thing in all collections, for ever. `thing` is the collection whose codes they are: a project and its site
-- are one thing.
create table plan.code (
  code text collate "C",
  thing text collate "C" not null,
  constraint code_names_one_thing primary key (code)
);

alter table plan.collection add column codes_of text collate "C";
drop function if exists plan.ensure_collection(text, text, jsonb);
drop function if exists plan.load_collection(text, timestamptz, bigint);
drop function if exists plan.load_targets(jsonb, timestamptz, bigint);
drop function if exists plan.load_list(text, jsonb, timestamptz, bigint);

-- Which states of a review may follow each other, by which action, and who may: the author, or anybody but the author.
create table plan.review_transition (
  from_state text collate "C",
  action text collate "C" not null,
  to_state text collate "C",
  who text collate "C" not null check (who in ('author', 'other', 'process')),
  primary key (from_state, to_state)
);

alter table plan.event add constraint event_says_who check (actor ~ '\S');

-- What was approved before came from the package or an import: whoever ran it, the owner of the database, approved it. A
-- default that is there when the column comes costs no row its rewriting.
do $body$
declare
  name text;
begin
  for name in select replace(id, '-', '_') from plan.collection loop
    execute format('alter table feature.%I add column approved_by text default ''operator'', add column based_on integer', name);
    execute format('alter table feature.%I alter column approved_by drop default', name);
    execute format('update feature.%I set approved_by = null where approved_at is null', name);
  end loop;
end
$body$;

update plan.collection set codes_of = 'projects' where id = 'project-sites';
