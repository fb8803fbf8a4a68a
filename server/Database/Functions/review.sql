-- What people do to versions. A login of staff can call these and write in no other way; who acts is said by the server that
-- has signed them in. Each is one transaction's whole write (write.sql) and works on sets.

-- No person acts under the name of a process.
create or replace function plan.refuse_process(actor text) returns void language plpgsql as $body$
begin
  if actor is null or actor !~ '\S' then
    raise not_null_violation using message = 'an action needs an actor', constraint = 'event_says_who';
  end if;
  if actor = any(plan.processes()) then
    raise insufficient_privilege using message = format('%s is a process and no person', actor);
  end if;
end
$body$;

-- What is based on a version that does not stand any more, or is new where one stands, is refused: somebody was faster. The
-- source has code and based_on.
create or replace function plan.refuse_stale(collection_id text, source text, given jsonb) returns void language plpgsql as $body$
declare
  stale text;
begin
  execute format($sql$
    select s.code from %s s
    left join feature.%I f on f.code = s.code and f.recorded_to is null and f.review_state = 'approved'
    where s.based_on is distinct from f.version limit 1
    $sql$, source, plan.table_of(collection_id)) into stale using given;
  if stale is not null then
    raise serialization_failure using
      message = format('%s %s is not based on the version that stands', collection_id, stale), constraint = 'base_is_what_stands';
  end if;
end
$body$;

-- The collections that a list names, in an order of their own, so that two who write wait for each other and never in a ring.
create or replace function plan.collections_of(listed jsonb) returns setof plan.collection language plpgsql stable as $body$
declare
  unknown text;
begin
  select coalesce(c ->> 'collection', '') into unknown from jsonb_array_elements(listed) c
  where not exists (select from plan.collection k where k.id = c ->> 'collection') limit 1;
  if unknown is not null then
    raise undefined_object using message = format('%s is no collection', unknown);
  end if;
  return query select k.* from plan.collection k where k.id in (select c ->> 'collection' from jsonb_array_elements(listed) c) order by k.id;
end
$body$;

-- SQL for the place that `shape`, SQL for GeoJSON as jsonb, says of a feature of a collection; a single line or area is one of
-- its many.
create or replace function plan.place_of(target plan.collection, shape text) returns text immutable language sql
return format('case when jsonb_typeof(%1$s) = ''object'' then %2$s(ST_SetSRID(ST_GeomFromGeoJSON((%1$s)::text), 4490)) end',
  shape, case when target.geometry_type like 'Multi%' then 'ST_Multi' else '' end);

-- Writes versions of a collection as submissions. The source has code, version, based_on, content, geom and package_hash.
create or replace function plan.submit_versions(target plan.collection, actor text, source text, given jsonb, written_at timestamptz) returns jsonb language plpgsql as $body$
declare
  written jsonb;
begin
  perform plan.refuse_stale(target.id, source, given);
  select jsonb_agg(jsonb_build_object('collection', target.id, 'code', w.code, 'version', w.version)) into written
  from plan.insert_contents(target.id, source, given, actor, null, written_at) w;
  perform plan.note_events(
    target.id, '(select ''submitted'' as action, v ->> ''code'' as code, (v ->> ''version'')::integer as version, null::jsonb as detail from jsonb_array_elements($1) v)', written);
  return written;
end
$body$;

-- Decides on submitted versions, a list of {collection, code, version}; see review.decide.
create or replace function plan.decide_versions(actor text, action text, versions jsonb, detail jsonb, written_at timestamptz) returns void language plpgsql as $body$
declare
  target plan.collection;
  source text;
  odd record;
begin
  for target in select * from plan.collections_of(versions) loop
    source := format($source$(
      select code, version, f.based_on, f.review_state, f.recorded_by, t.to_state, t.who
      from (select distinct v ->> 'code' as code, (v ->> 'version')::integer as version from jsonb_array_elements($1) v where v ->> 'collection' = %2$L) asked
      left join feature.%1$I f using (code, version)
      left join plan.review_transition t on t.from_state = f.review_state and t.action = %3$L and f.recorded_to is null)$source$,
      plan.table_of(target.id), target.id, action);

    -- Whoever decides on the same version waits here, and finds it decided.
    execute format($sql$
      select from feature.%I f
      where (f.code, f.version) in (select v ->> 'code', (v ->> 'version')::integer from jsonb_array_elements($1) v where v ->> 'collection' = $2)
      order by f.code, f.version for update
      $sql$, plan.table_of(target.id)) using versions, target.id;
    execute format('select s.* from %s s where s.to_state is null or s.who = ''process'' or (s.who = ''author'') <> (s.recorded_by = $2) limit 1', source)
      into odd using versions, actor;
    if odd.who = 'other' then
      raise check_violation using message = format('%s: nobody decides on their own', odd.code), constraint = 'approver_is_not_author';
    elsif odd.who = 'author' then
      raise insufficient_privilege using message = format('%s: only its author may %s it', odd.code, action);
    elsif odd.code is not null then
      raise restrict_violation using message = format('%s, version %s: %s is not possible', odd.code, odd.version, action), constraint = 'transition_is_known';
    end if;

    if action = 'approve' then
      perform plan.refuse_stale(target.id, source, versions);
      perform plan.close_versions(target.id, format('(select b.code, b.based_on as version, ''superseded'' as state from %s b where b.based_on is not null)', source), versions, actor, written_at);
    end if;
    execute format($sql$
      update feature.%I f
      set review_state = s.to_state,
        approved_at = case when s.to_state = 'approved' then $2 end, approved_by = case when s.to_state = 'approved' then $3 end,
        recorded_to = case when s.to_state <> 'approved' then $2 end, closed_by = case when s.to_state <> 'approved' then $3 end
      from %s s where f.code = s.code and f.version = s.version
      $sql$, plan.table_of(target.id), source) using versions, written_at, actor;
    perform plan.note_events(
      target.id,
      format('(select %L as action, v ->> ''code'' as code, (v ->> ''version'')::integer as version, %L::jsonb as detail from jsonb_array_elements($1) v where v ->> ''collection'' = %L)',
        action, detail, target.id),
      versions);
  end loop;
end
$body$;

-- Submits features for review: a list of {collection, code, based_on, content, geometry}. based_on is the version that the
-- author saw stand, null for a new code; content the properties; geometry GeoJSON in EPSG:4490, or null. Returns the list of
-- versions, {collection, code, version}.
create or replace function review.submit(actor text, changes jsonb) returns jsonb language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $body$
declare
  written_at timestamptz := plan.begin_write();
  target plan.collection;
  submitted jsonb := '[]';
begin
  perform plan.refuse_process(actor);
  for target in select * from plan.collections_of(changes) loop
    submitted := submitted || plan.submit_versions(target, actor, format($source$(
      select c ->> 'code' as code, (c ->> 'based_on')::integer as based_on, c -> 'content' as content, null::text as package_hash,
        (select coalesce(max(f.version), 0) + 1 from feature.%I f where f.code = c ->> 'code') as version, %s as geom
      from jsonb_array_elements($1) c where c ->> 'collection' = %L)$source$,
      plan.table_of(target.id), plan.place_of(target, 'c -> ''geometry'''), target.id), changes, written_at);
  end loop;
  perform plan.finish_write(actor, written_at, false);
  return submitted;
end
$body$;

-- What happens to submitted versions, a list of {collection, code, version}: approve, return (both by somebody else than the
-- author) or withdraw (by the author). All of them or none. An approval closes the versions they are based on, which must
-- still stand. Returns the revision.
create or replace function review.decide(actor text, action text, versions jsonb, comment text default null) returns bigint language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $body$
declare
  written_at timestamptz := plan.begin_write();
begin
  perform plan.refuse_process(actor);
  perform plan.decide_versions(actor, action, versions, case when comment is not null then jsonb_build_object('comment', comment) end, written_at);
  return plan.finish_write(actor, written_at, action = 'approve');
end
$body$;

revoke all on all functions in schema review from public;
grant execute on all functions in schema review to spatialplan_staff;
