create or replace function plan.table_of(collection_id text) returns text immutable language sql
return replace(collection_id, '-', '_');

-- The name of an index or of statistics of a collection's table: no table has two underscores in a row, because no id has
-- two hyphens. What is too long for a name ends in its hash, so that two of them are never cut to the same.
create or replace function plan.index_name(table_name text, purpose text) returns text immutable language sql
return (
  select case when length(whole) <= 63 then whole else left(whole, 54) || '_' || left(md5(whole), 8) end
  from (select table_name || '__' || purpose as whole) named
);

create or replace function plan.column_type(property_type text) returns text immutable language sql
return case property_type
  when 'string' then 'text collate "C"'
  when 'code' then 'text collate "C"'
  when 'integer' then 'integer'
  when 'number' then 'double precision'
  when 'codes' then 'text[] collate "C"'
  when 'strings' then 'text[] collate "C"'
  else 'jsonb'
end;

create or replace function plan.has_constraint(table_name text, constraint_name text) returns boolean stable language sql
return exists (
  select from pg_constraint
  where conrelid = format('feature.%I', table_name)::regclass and conname = constraint_name
);

-- An array cannot have a foreign key; the trigger does its work. Arguments: column, vocabulary.
create or replace function plan.refuse_unknown_codes() returns trigger language plpgsql as $body$
declare
  unknown text;
begin
  execute format(
    'select code from unnest(($1).%I) as given (code) where not exists (select from catalogue.%I term where term.code = given.code) limit 1',
    tg_argv[0], tg_argv[1]) into unknown using new;
  if unknown is not null then
    raise foreign_key_violation using
      message = format('%s.%s: %s is no term of %s', tg_table_name, tg_argv[0], unknown, tg_argv[1]);
  end if;
  return new;
end
$body$;

-- The versioned table of a collection with what must always be true of its rows.
create or replace function plan.create_collection_table(collection_id text, geometry_type text)
returns void language plpgsql as $body$
declare
  name text := plan.table_of(collection_id);
begin
  execute format($sql$
    create table if not exists feature.%1$I (
      code text collate "C" not null,
      version integer not null,
      review_state text collate "C" not null,
      recorded_from timestamptz not null,
      approved_at timestamptz,
      recorded_to timestamptz,
      recorded_by text not null,
      closed_by text,
      package_hash text,
      name_zh text collate "C" not null,
      origin text collate "C" not null,
      plan_status text collate "C" not null,
      placement text collate "C" not null,
      accuracy_m double precision,
      horizon_from integer,
      horizon_to integer,
      geom geometry(%2$s, 4490),
      geom_3857 geometry(%2$s, 3857) generated always as (ST_Transform(geom, 3857)) stored,
      constraint %3$I primary key (code, version),
      constraint code_is_a_code check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 100),
      constraint version_counts_from_one check (version > 0),
      constraint review_state_is_known foreign key (review_state) references catalogue.review_state (code),
      constraint approved_says_when check (
        case when review_state in ('approved', 'superseded') then approved_at is not null
             when review_state in ('draft', 'in-review', 'returned') then approved_at is null
             else true end),
      constraint closed_says_by_whom check ((recorded_to is null) = (closed_by is null)),
      constraint closed_is_not_approved check (review_state not in ('superseded', 'withdrawn') or recorded_to is not null),
      constraint approved_is_open check (review_state <> 'approved' or recorded_to is null),
      constraint time_runs_forward check (recorded_from <= approved_at and coalesce(approved_at, recorded_from) <= recorded_to),
      constraint unplaced_has_no_geometry check ((geom is null) = (placement = 'unplaced')),
      constraint geometry_is_valid check (ST_IsValid(geom) and not ST_IsEmpty(geom)),
      constraint accuracy_is_not_negative check (accuracy_m >= 0),
      constraint horizon_runs_forward check (horizon_from <= horizon_to)
    )$sql$, name, geometry_type, plan.index_name(name, 'pkey'));
  -- Published rows are the open approved ones: one a code, found by code and by place (plan.ensure_places).
  execute format(
    'create unique index if not exists %I on feature.%I (code) where recorded_to is null and review_state = ''approved''',
    plan.index_name(name, 'published'), name);
  execute format(
    'create index if not exists %I on feature.%I using gist (geom_3857) where recorded_to is null and review_state = ''approved''',
    plan.index_name(name, 'geom_3857'), name);
end
$body$;

-- What a version says of itself, and what is computed of it or published beside it: no property can be called so, or its column would be taken for it.
create or replace function plan.columns_of_a_version() returns text[] immutable language sql
return array['version', 'based_on', 'review_state', 'recorded_from', 'approved_at', 'approved_by', 'recorded_to', 'recorded_by', 'recorded_as', 'closed_by', 'package_hash',
  'geom', 'geom_3857', 'first_zoom', 'geom_low', 'tile_place', 'tile_attributes'];

create or replace function plan.ensure_property(name text, property jsonb) returns void language plpgsql as $body$
declare
  property_name text := property ->> 'name';
  known_type text;
begin
  if property_name = any(plan.columns_of_a_version()) then
    raise reserved_name using
      message = format('%s.%s: every version has a column of this name; the property needs another', name, property_name);
  end if;
  execute format('alter table feature.%I add column if not exists %I %s',
    name, property_name, plan.column_type(property ->> 'type'));
  select format_type(atttypid, atttypmod) into known_type
  from pg_attribute where attrelid = format('feature.%I', name)::regclass and attname = property_name;
  if split_part(plan.column_type(property ->> 'type'), ' collate', 1) <> known_type then
    raise datatype_mismatch using
      message = format('%s.%s is %s in the database; a property of another type needs another name', name, property_name, known_type);
  end if;

  if property ->> 'type' = 'code' and not plan.has_constraint(name, property_name || '_is_known') then
    execute format('alter table feature.%I add constraint %I foreign key (%I) references catalogue.%I (code)',
      name, property_name || '_is_known', property_name, property ->> 'vocabulary');
  elsif property ->> 'type' = 'codes' then
    execute format(
      'create or replace trigger %I before insert or update of %I on feature.%I for each row execute function plan.refuse_unknown_codes(%L, %L)',
      property_name || '_are_known', property_name, name, property_name, property ->> 'vocabulary');
  end if;

  -- From a paragraph of the plan to the features that cite it.
  if property ->> 'type' = 'citations' then
    execute format(
      'create index if not exists %I on feature.%I using gin (%I jsonb_path_ops) where recorded_to is null and review_state = ''approved''',
      plan.index_name(name, property_name), name, property_name);
  end if;

  -- A code that a feature has taken over is looked up when nothing has it itself.
  if property_name = 'other_codes' then
    execute format(
      'create index if not exists %I on feature.%I using gin (other_codes) where recorded_to is null and review_state = ''approved''',
      plan.index_name(name, 'other_codes'), name);
  end if;
end
$body$;

-- A column that a view shows cannot be altered, and no view gets another order of columns; plan.publish_collection makes them anew.
create or replace function plan.unpublish_collection(collection_id text) returns void language plpgsql as $body$
declare
  name text := plan.table_of(collection_id);
begin
  execute format('drop view if exists history.%1$I, closed.%1$I, published.%1$I', name);
  execute format('drop view if exists submitted.%I', name);
end
$body$;

-- Makes or extends a collection from its entry in layers.json; returns whether anything changed. codes_of is the collection
-- whose codes its features have, when these are not their own.
create or replace function plan.ensure_collection(collection_id text, geometry_type text, properties jsonb, codes_of text default null)
returns boolean language plpgsql as $body$
#variable_conflict use_variable
declare
  known plan.collection;
  property jsonb;
begin
  select * into known from plan.collection c where c.id = collection_id;
  if known.geometry_type = geometry_type and known.properties = properties and known.codes_of is not distinct from codes_of then
    return false;
  end if;
  if known.geometry_type <> geometry_type then
    raise datatype_mismatch using
      message = format('collection %s holds %s; its geometry type cannot become %s', collection_id, known.geometry_type, geometry_type);
  end if;

  perform plan.create_collection_table(collection_id, geometry_type);
  for property in select * from jsonb_array_elements(properties) loop
    if property ->> 'name' <> 'code' then
      perform plan.ensure_property(plan.table_of(collection_id), property);
    end if;
  end loop;
  insert into plan.collection (id, geometry_type, properties, codes_of) values (collection_id, geometry_type, properties, codes_of)
  on conflict (id) do update set properties = excluded.properties, codes_of = excluded.codes_of;
  perform plan.guard_versions(collection_id);
  perform plan.ensure_places(collection_id);
  perform plan.ensure_sortable(collection_id);
  perform plan.ensure_statistics(collection_id);
  perform plan.prepare_for_tiles(collection_id, geometry_type);
  perform plan.index_history(collection_id);
  perform plan.publish_collection(collection_id);
  perform plan.publish_submissions(collection_id);
  return true;
end
$body$;
