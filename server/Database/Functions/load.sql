-- Takes the features of a collection from the temporary table package_feature (collection, code, content, geom, hash):
-- a new version only where the package changed and the current version came from the package.
create or replace function plan.load_collection(collection_id text, loaded_at timestamptz, next_revision bigint)
returns table (outcome text, feature_code text, feature_version integer) language plpgsql as $body$
declare
  name text := plan.table_of(collection_id);
  columns text;
begin
  drop table if exists pg_temp.package_outcome;
  execute format($sql$
    create temporary table package_outcome on commit drop as
    with latest as (
      select distinct on (f.code) f.code, f.version, f.package_hash, f.recorded_to, f.closed_by
      from feature.%1$I f
      where f.approved_at is not null
      order by f.code, f.version desc
    ), from_package as (
      select distinct on (f.code) f.code, f.package_hash as hash
      from feature.%1$I f
      where f.package_hash is not null
      order by f.code, f.version desc
    ), package as (
      select p.code, p.hash from package_feature p where p.collection = $1
    )
    select
      code,
      case
        when package.code is null then case when l.recorded_to is null and l.package_hash is not null then 'withdrawn' end
        when l.code is null then 'added'
        when l.recorded_to is null and l.package_hash = package.hash then 'unchanged'
        when l.recorded_to is null and l.package_hash is not null then 'changed'
        when l.recorded_to is not null and l.closed_by = 'gis-data' then 'added'
        when from_package.hash = package.hash then 'unchanged'
        else 'kept'
      end as outcome,
      l.version as current_version,
      (select coalesce(max(f.version), 0) + 1 from feature.%1$I f where f.code = coalesce(package.code, l.code)) as next_version
    from package
    full join latest l using (code)
    left join from_package using (code)
    $sql$, name) using collection_id;

  execute format($sql$
    update feature.%I f
    set recorded_to = $1, closed_by = 'gis-data',
        review_state = case o.outcome when 'changed' then 'superseded' else 'withdrawn' end
    from package_outcome o
    where o.outcome in ('changed', 'withdrawn') and f.code = o.code and f.version = o.current_version
    $sql$, name) using loaded_at;

  select string_agg(format('%I', attname), ', ' order by attnum) into columns
  from pg_attribute
  where attrelid = format('feature.%I', name)::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attname <> 'geom';
  execute format($sql$
    insert into feature.%1$I (%2$s, geom)
    select %2$s, geom
    from (
      select (jsonb_populate_record(null::feature.%1$I, p.content || jsonb_build_object(
          'code', p.code, 'version', o.next_version, 'review_state', 'approved', 'recorded_from', $2,
          'approved_at', $2, 'recorded_by', 'gis-data', 'package_hash', p.hash, 'geom', p.geom::text))).*
      from package_outcome o
      join package_feature p on p.collection = $1 and p.code = o.code
      where o.outcome in ('added', 'changed')
      -- Along a space-filling curve: what stands together on the map stands together on disk.
      order by p.geom
    ) incoming
    $sql$, name, columns) using collection_id, loaded_at;

  insert into plan.event (at, revision, actor, action, collection, code, version)
  select loaded_at, next_revision, 'gis-data', o.outcome, collection_id, o.code,
         case o.outcome when 'withdrawn' then o.current_version else o.next_version end
  from package_outcome o
  where o.outcome in ('added', 'changed', 'withdrawn')
  order by o.code;

  return query select o.outcome, o.code, o.current_version from package_outcome o where o.outcome is not null order by o.code;
end
$body$;

-- Replaces the targets when the file differs; history keeps the old ones. Returns whether they differed.
create or replace function plan.load_targets(targets jsonb, loaded_at timestamptz, next_revision bigint)
returns boolean language plpgsql as $body$
declare
  before jsonb;
begin
  select coalesce(jsonb_agg(jsonb_build_object('kind', t.subject_kind, 'code', t.subject_code, 'target', t.target) order by t.position), '[]')
  into before
  from plan.target t;
  if before = targets then
    return false;
  end if;

  delete from plan.target;
  insert into plan.target (position, subject_kind, subject_code, target)
  select place, entry ->> 'kind', entry ->> 'code', entry -> 'target'
  from jsonb_array_elements(targets) with ordinality as listed (entry, place);
  insert into plan.event (at, revision, actor, action, collection, detail)
  values (loaded_at, next_revision, 'gis-data', 'changed', 'target', before);
  return true;
end
$body$;
