-- What PostgreSQL itself holds of versions, whoever writes and by whatever way: they never change, a code names one thing,
-- nobody approves their own. The owner can take a guard down, by DDL and in the open (scripts/bench/scale.sql does).

-- The one table of transitions, of versions and of change sets: which action leads from a state to another, in which role, and
-- whether it is the author's or anybody's but the author's. What is not here is not possible.
insert into plan.review_transition (from_state, action, to_state, who, role) values
  ('draft', 'submit', 'in-review', 'author', 'staff'),
  ('draft', 'withdraw', 'withdrawn', 'author', 'staff'),
  ('in-review', 'approve', 'approved', 'other', 'reviewer'),
  ('in-review', 'return', 'returned', 'other', 'reviewer'),
  ('in-review', 'withdraw', 'withdrawn', 'author', 'staff'),
  ('returned', 'submit', 'in-review', 'author', 'staff'),
  ('returned', 'withdraw', 'withdrawn', 'author', 'staff'),
  ('draft', 'exclude', 'returned', 'process', null),
  ('approved', 'supersede', 'superseded', 'process', null),
  ('approved', 'withdraw', 'withdrawn', 'process', null)
on conflict (from_state, to_state) do update set action = excluded.action, who = excluded.who, role = excluded.role;

-- After an insert, by statement: codes that are new are noted, and one that names another thing is refused by the key. Argument:
-- the collection whose codes they are.
create or replace function plan.register_codes() returns trigger language plpgsql as $body$
begin
  insert into plan.code (code, thing)
  select distinct came.code, tg_argv[0] from came
  where not exists (select from plan.code known where known.code = came.code and known.thing = tg_argv[0]);
  return null;
end
$body$;

-- The columns that say what becomes of a version; all others are the version.
create or replace function plan.columns_of_the_review() returns text[] immutable language sql
return array['review_state', 'approved_at', 'approved_by', 'recorded_to', 'closed_by'];

-- After an update, by statement: only what becomes of a version may differ, and only as plan.review_transition allows. What is
-- submitted, or submitted again, is a new version.
create or replace function plan.refuse_changed_versions() returns trigger language plpgsql as $body$
declare
  was_content text;
  is_content text;
  changed record;
begin
  select string_agg(format('was.%I', attname), ', ' order by attnum), string_agg(format('came.%I', attname), ', ' order by attnum)
  into was_content, is_content
  from pg_attribute
  where attrelid = tg_relid and attnum > 0 and not attisdropped and attgenerated = '' and attname <> all (plan.columns_of_the_review());

  execute format($sql$
    select was.code, was.version from went was left join came using (code, version)
    where came.code is null
      or row(%s) is distinct from row(%s)
      or (was.approved_at is not null and row(was.approved_at, was.approved_by) is distinct from row(came.approved_at, came.approved_by))
      or (was.recorded_to is not null and row(was.recorded_to, was.closed_by) is distinct from row(came.recorded_to, came.closed_by))
      or case when was.review_state = came.review_state
           then row(was.approved_at, was.recorded_to) is distinct from row(came.approved_at, came.recorded_to)
           else not exists (select from plan.review_transition t where t.from_state = was.review_state and t.to_state = came.review_state and t.action <> 'submit')
         end
    limit 1
    $sql$, was_content, is_content) into changed;
  if changed.code is not null then
    raise restrict_violation using
      message = format('%s.%s: %s, version %s, is final: a change is a new version', tg_table_schema, tg_table_name, changed.code, changed.version),
      constraint = 'versions_are_final';
  end if;
  return null;
end
$body$;

create or replace function plan.refuse_lost_versions() returns trigger language plpgsql as $body$
begin
  if exists (select from went where went.approved_at is not null) then
    raise restrict_violation using
      message = format('%s.%s holds history: what was approved is never deleted', tg_table_schema, tg_table_name),
      constraint = 'versions_are_kept';
  end if;
  return null;
end
$body$;

-- A truncate has no rows to look at.
create or replace function plan.refuse_truncate() returns trigger language plpgsql as $body$
begin
  raise restrict_violation using
    message = format('%s.%s holds history: what was approved is never deleted', tg_table_schema, tg_table_name),
    constraint = 'versions_are_kept';
end
$body$;

create or replace function plan.guard_versions(collection_id text) returns void language plpgsql as $body$
declare
  name text := plan.table_of(collection_id);
  thing text := (select coalesce(c.codes_of, c.id) from plan.collection c where c.id = collection_id);
  rule record;
begin
  execute format('alter table feature.%I add column if not exists approved_by text, add column if not exists based_on integer', name);
  for rule in
    select * from (values
      ('approved_says_by_whom', '(approved_at is null) = (approved_by is null)'),
      ('approver_is_not_author', 'approved_by <> recorded_by'),
      ('recorded_by_somebody', 'recorded_by ~ ''\S'''),
      ('approved_by_somebody', 'approved_by ~ ''\S'''),
      ('closed_by_somebody', 'closed_by ~ ''\S'''),
      ('based_on_an_earlier_version', 'based_on between 1 and version - 1')) as listed (title, condition)
    where not plan.has_constraint(name, listed.title)
  loop
    execute format('alter table feature.%I add constraint %I check (%s)', name, rule.title, rule.condition);
  end loop;

  -- One submission of a code at a time: what is open and was never approved.
  execute format('create unique index if not exists %I on feature.%I (code) where recorded_to is null and approved_at is null',
    plan.index_name(name, 'submitted'), name);

  execute format('insert into plan.code (code, thing) select distinct f.code, %2$L from feature.%1$I f where not exists (select from plan.code k where k.code = f.code and k.thing = %2$L)', name, thing);
  execute format('create or replace trigger codes_are_registered after insert on feature.%I referencing new table as came for each statement execute function plan.register_codes(%L)', name, thing);
  execute format('create or replace trigger versions_are_final after update on feature.%I referencing old table as went new table as came for each statement execute function plan.refuse_changed_versions()', name);
  execute format('create or replace trigger versions_are_kept after delete on feature.%I referencing old table as went for each statement execute function plan.refuse_lost_versions()', name);
  execute format('create or replace trigger versions_are_never_emptied before truncate on feature.%I for each statement execute function plan.refuse_truncate()', name);
end
$body$;

select plan.guard_versions(id) from plan.collection;
