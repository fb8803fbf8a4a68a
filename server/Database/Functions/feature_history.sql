-- All versions of a feature, whatever became of them, and what was done to them, for those who draw and review: a list of
-- {version, based_on, review_state, recorded_as, recorded_from, recorded_by, approved_at, approved_by, recorded_to, closed_by,
-- decision, properties, geometry, events}, beside each account its name.
create or replace function review.feature_history(collection_id text, feature_code text) returns jsonb stable language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $body$
declare
  found jsonb;
begin
  execute format($sql$
    select coalesce(jsonb_agg(jsonb_build_object(
      'version', f.version, 'based_on', f.based_on, 'review_state', f.review_state, 'recorded_as', plan.recorded_as(f.recorded_by),
      'recorded_from', f.recorded_from, 'recorded_by', f.recorded_by, 'recorded_by_name', plan.name_of(f.recorded_by),
      'approved_at', f.approved_at, 'approved_by', f.approved_by, 'approved_by_name', plan.name_of(f.approved_by),
      'recorded_to', f.recorded_to, 'closed_by', f.closed_by, 'closed_by_name', plan.name_of(f.closed_by),
      'decision', (
        select d.id from plan.event e join plan.decision d on d.revision = e.revision and d.action = 'approved'
        where e.collection = $2 and e.code = f.code and e.version = f.version and e.action = 'approve' limit 1),
      'properties', to_jsonb(f) - $3, 'geometry', ST_AsGeoJSON(f.geom, 15, 0)::jsonb,
      'events', (
        select coalesce(jsonb_agg(jsonb_build_object(
          'at', e.at, 'actor', e.actor, 'actor_name', plan.name_of(e.actor), 'action', e.action, 'comment', e.detail ->> 'comment', 'change_set', e.detail -> 'change_set') order by e.id), '[]')
        from plan.event e where e.collection = $2 and e.code = f.code and e.version = f.version)) order by f.version desc), '[]')
    from feature.%I f where f.code = $1
    $sql$, (select plan.table_of(c.id) from plan.collection c where c.id = collection_id)) into found using feature_code, collection_id, plan.columns_of_a_version();
  return found;
end
$body$;
