-- The checks of sites beside the plan, frozen with the versions that were submitted.

-- Evidence is kept as it was, against the owner too.
create or replace trigger version_checks_are_final before update or delete on plan.version_check for each row execute function plan.refuse_rewriting('version_checks_are_final');
create or replace trigger version_checks_are_never_emptied before truncate on plan.version_check for each statement execute function plan.refuse_rewriting('version_checks_are_final');
drop function if exists plan.refuse_changed_checks();

-- The newest check that was frozen with each site of a set, and what it is asked again with: {sites, left}, the sites that follow a position
-- in the set, so many at most, as {position, collection, code, version, author, is_open, result, properties, said, geometry}, and how many
-- follow after those. `said` is what the set says in `owner`, the collection of what stands on the ground. For whom the evidence is; null
-- of what others may not see.
drop function if exists review.checked_sites(text, text[], bigint, text);
create or replace function review.checked_sites(actor text, roles text[], change_set_id bigint, owner text, after integer, most integer) returns jsonb stable language sql security definer
set search_path = pg_catalog, public, pg_temp as $body$
  select (
    with following as materialized (
      select i.position, i.collection, i.code, v.version from plan.change_item i
      join lateral (
        select v.version from plan.version_check v where v.change_set = c.id and v.collection = i.collection and v.code = i.code order by v.version desc limit 1) v on true
      where i.change_set = c.id and i.action = 'change' and i.position > after)
    select jsonb_build_object('left', greatest(0, (select count(*) from following) - most), 'sites', coalesce((
      select jsonb_agg(jsonb_build_object(
        'position', i.position, 'collection', v.collection, 'code', v.code, 'version', v.version, 'author', c.author, 'is_open', c.state = 'in-review', 'result', v.result,
        'properties', i.content, 'said', o.content, 'geometry', i.shape) order by i.position)
      from (select * from following order by position limit most) page
      join plan.change_item i on i.change_set = c.id and i.position = page.position
      join plan.version_check v on v.change_set = c.id and v.collection = page.collection and v.code = page.code and v.version = page.version
      left join plan.change_item o on o.change_set = c.id and o.collection = owner and o.collection <> i.collection and o.code = i.code and o.action = 'change'), '[]')))
  from plan.change_set c where c.id = change_set_id and plan.may_see_evidence(c, actor, roles)
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
