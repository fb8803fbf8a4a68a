-- The checks of sites beside the plan, frozen with the versions that were submitted.

-- Evidence is kept as it was, against the owner too.
create or replace function plan.refuse_changed_checks() returns trigger language plpgsql as $body$
begin
  raise restrict_violation using message = 'the check of a version is history', constraint = 'version_checks_are_final';
end
$body$;
create or replace trigger version_checks_are_final before update or delete on plan.version_check for each row execute function plan.refuse_changed_checks();
create or replace trigger version_checks_are_never_emptied before truncate on plan.version_check for each statement execute function plan.refuse_changed_checks();

-- What of a set is checked beside the plan before it is submitted: {position, collection, code, based_on, properties, geometry, check_reasons}
-- of the features of these collections.
create or replace function review.proposed_sites(actor text, change_set_id bigint, collections text[]) returns jsonb stable language sql security definer
set search_path = pg_catalog, public, pg_temp as $body$
  select coalesce(jsonb_agg(jsonb_build_object(
    'position', i.position, 'collection', i.collection, 'code', i.code, 'based_on', i.based_on, 'properties', i.content, 'geometry', i.shape,
    'check_reasons', coalesce(i.check_reasons, '[]')) order by i.position), '[]')
  from plan.change_item i join plan.change_set c on c.id = i.change_set
  where c.id = change_set_id and c.author = actor and i.action = 'change' and i.collection = any(collections)
$body$;

-- Keeps the checks of what has just been submitted, {position, result}, with the versions.
create or replace function review.keep_checks(actor text, change_set_id bigint, checks jsonb) returns void language sql security definer
set search_path = pg_catalog, public, pg_temp as $body$
  insert into plan.version_check (collection, code, version, change_set, result)
  select i.collection, i.code, i.version, i.change_set, k -> 'result'
  from jsonb_array_elements(checks) k
  join plan.change_item i on i.change_set = change_set_id and i.position = (k ->> 'position')::integer
  join plan.change_set c on c.id = i.change_set and c.author = actor and c.state = 'in-review'
$body$;
