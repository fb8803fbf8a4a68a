-- The one way in which versions are written: by the loader, by samples, by people (review.sql). A transaction writes any number
-- of versions, set by set, notes its events, and takes its revision at the end, so that a long one keeps nobody waiting:
--
--   plan.begin_write → plan.close_versions, plan.insert_versions, plan.note_events … → plan.finish_write
--
-- `source` is SQL of ours, never of anybody who asks: a table, a view or a subquery in parentheses that may use $1, the jsonb
-- `given`. None of these can be called by a login of readers or staff.

-- The moment of this transaction's versions. Events wait beside it for their revision.
create or replace function plan.begin_write() returns timestamptz language plpgsql as $body$
begin
  if to_regclass('pg_temp.pending_event') is null then
    create temporary table pending_event (action text not null, collection text, code text, version integer, detail jsonb) on commit delete rows;
  end if;
  if not exists (select from pg_class where oid = 'pg_temp.pending_event'::regclass and relowner = current_user::regrole and relkind = 'r') then
    raise insufficient_privilege using message = 'pg_temp.pending_event is not the table of plan.begin_write';
  end if;
  return clock_timestamp();
end
$body$;

-- What a collection's features have beside their code and their place, in the order of the table.
create or replace function plan.property_columns(collection_id text) returns text[] stable language sql
return (
  select array_agg(attname::text order by attnum) from pg_attribute
  where attrelid = format('feature.%I', plan.table_of(collection_id))::regclass and attnum > 0 and not attisdropped and attgenerated = ''
    and attname <> 'code' and attname <> all (plan.columns_of_a_version())
);

-- SQL for what a row `f` of a collection says beside its version and its place, as jsonb. The whole row would be turned with its
-- geometries, which costs more than all the rest.
create or replace function plan.content_of(collection_id text) returns text stable language sql
return (select format('(select to_jsonb(said) from (select f.code, %s) said)', string_agg(format('f.%I', name), ', ')) from unnest(plan.property_columns(collection_id)) name);

-- Writes versions: approved at once when there is an approver, or else as a submission. The source has code, version,
-- based_on, geom and the columns named.
create or replace function plan.insert_versions(
  collection_id text, source text, columns text[], given jsonb, author text, approver text, written_at timestamptz)
returns table (code text, version integer) language plpgsql as $body$
begin
  return query execute format($sql$
    insert into feature.%I as f (code, version, based_on, review_state, recorded_from, approved_at, approved_by, recorded_by, %s, geom)
    select s.code, s.version, s.based_on, case when $3 is null then 'in-review' else 'approved' end, $4,
      case when $3 is not null then $4 end, $3, $2, %s, s.geom
    from %s s
    -- Along a space-filling curve: what stands together on the map stands together on disk.
    order by s.geom
    returning f.code, f.version
    $sql$,
    plan.table_of(collection_id),
    (select string_agg(format('%I', name), ', ' order by place) from unnest(columns) with ordinality as listed (name, place)),
    (select string_agg(format('s.%I', name), ', ' order by place) from unnest(columns) with ordinality as listed (name, place)),
    source) using given, author, approver, written_at;
end
$body$;

-- The same from properties as JSON: the source has code, version, based_on, content, geom and package_hash. What the content
-- says of versions is not read.
create or replace function plan.insert_contents(
  collection_id text, source text, given jsonb, author text, approver text, written_at timestamptz)
returns table (code text, version integer) language plpgsql as $body$
declare
  columns text[] := plan.property_columns(collection_id);
begin
  return query select w.code, w.version from plan.insert_versions(
    collection_id,
    format('(select c.code, c.version, c.based_on, c.geom, c.package_hash, %s from %s c cross join lateral jsonb_populate_record(null::feature.%I, c.content) p)',
      (select string_agg(format('p.%I', name), ', ') from unnest(columns) name), source, plan.table_of(collection_id)),
    columns || 'package_hash'::text, given, author, approver, written_at) w;
end
$body$;

-- Closes versions that stand. The source has code, version and state (superseded or withdrawn). One that does not stand any
-- more means that somebody was faster: nothing is written then.
create or replace function plan.close_versions(collection_id text, source text, given jsonb, closer text, closed_at timestamptz)
returns bigint language plpgsql as $body$
declare
  asked bigint;
  closed bigint;
begin
  execute format('select count(*) from %s s', source) into asked using given;
  execute format($sql$
    update feature.%I f
    set recorded_to = $2, closed_by = $3, review_state = s.state
    from %s s
    where f.code = s.code and f.version = s.version and f.recorded_to is null and f.review_state = 'approved'
    $sql$, plan.table_of(collection_id), source) using given, closed_at, closer;
  get diagnostics closed = row_count;
  if closed <> asked then
    raise serialization_failure using
      message = format('%s: %s of %s versions to close do not stand any more', collection_id, asked - closed, asked), constraint = 'base_is_what_stands';
  end if;
  return closed;
end
$body$;

-- Events of this transaction; the source has action, code, version and detail.
create or replace function plan.note_events(collection_id text, source text, given jsonb) returns void language plpgsql as $body$
begin
  execute format('insert into pg_temp.pending_event (action, collection, code, version, detail) select s.action, $2, s.code, s.version, s.detail from %s s', source)
  using given, collection_id;
end
$body$;

-- Ends what plan.begin_write began: events are written with the revision, which rises when readers see a difference. It is
-- locked from here to the commit.
create or replace function plan.finish_write(writer text, written_at timestamptz, is_visible boolean) returns bigint language plpgsql as $body$
declare
  number bigint;
begin
  if is_visible then
    number := plan.raise_revision();
  else
    select value into number from plan.revision;
  end if;
  insert into plan.event (at, revision, actor, action, collection, code, version, detail)
  select written_at, number, writer, p.action, p.collection, p.code, p.version, p.detail
  from pg_temp.pending_event p order by p.collection, p.code;
  if is_visible then
    insert into plan.publication (revision, collection, at, number)
    select number, p.collection, written_at, count(*) from pg_temp.pending_event p
    where p.code is not null and p.action in ('approve', 'added', 'changed', 'withdrawn') group by p.collection;
  end if;
  return number;
end
$body$;
