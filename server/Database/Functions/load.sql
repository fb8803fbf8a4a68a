-- Takes the features of a collection from the temporary table package_feature (collection, code, content, geom, hash):
-- a new version only where the package changed and the current version came from the package. The rest is write.sql.
create or replace function plan.load_collection(collection_id text, loaded_at timestamptz)
returns table (outcome text, feature_code text, feature_version integer) language plpgsql as $body$
declare
  name text := plan.table_of(collection_id);
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

  perform plan.close_versions(collection_id, $source$(
    select code, current_version as version, case outcome when 'changed' then 'superseded' else 'withdrawn' end as state
    from pg_temp.package_outcome where outcome in ('changed', 'withdrawn'))$source$, null, 'gis-data', loaded_at);
  perform plan.insert_contents(collection_id, $source$(
    select o.code, o.next_version as version, case o.outcome when 'changed' then o.current_version end as based_on, p.content, p.geom, p.hash as package_hash
    from pg_temp.package_outcome o join pg_temp.package_feature p on p.collection = $1 #>> '{}' and p.code = o.code
    where o.outcome in ('added', 'changed'))$source$, to_jsonb(collection_id), 'gis-data', 'operator', loaded_at);
  perform plan.note_events(collection_id, $source$(
    select outcome as action, code, case outcome when 'withdrawn' then current_version else next_version end as version, null::jsonb as detail
    from pg_temp.package_outcome where outcome in ('added', 'changed', 'withdrawn'))$source$, null);

  return query select o.outcome, o.code, o.current_version from package_outcome o where o.outcome is not null order by o.code;
end
$body$;

-- Replaces the targets when the file differs; history keeps the old ones. Returns whether they differed.
create or replace function plan.load_targets(targets jsonb)
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
  perform plan.note_events('target', $source$(select 'changed' as action, null as code, null::integer as version, $1 as detail)$source$, before);
  return true;
end
$body$;
