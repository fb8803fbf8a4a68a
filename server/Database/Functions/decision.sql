-- Decisions, as they are kept for ever: each approval and each return writes one when its transaction ends, with the revision that
-- it made. They are append-only, against the owner too.

create or replace trigger decisions_are_final before update or delete on plan.decision for each row execute function plan.refuse_rewriting('decisions_are_final');
create or replace trigger decisions_are_never_emptied before truncate on plan.decision for each statement execute function plan.refuse_rewriting('decisions_are_final');
create or replace trigger decision_checks_are_final before update or delete on plan.decision_check for each row execute function plan.refuse_rewriting('decisions_are_final');
create or replace trigger decision_checks_are_never_emptied before truncate on plan.decision_check for each statement execute function plan.refuse_rewriting('decisions_are_final');
drop function if exists plan.refuse_rewriting_decisions();

-- Keeps what the check of each site answered when somebody decided; the decision that ends the transaction takes it up.
create or replace function plan.keep_decision_checks(target plan.change_set, checks jsonb) returns void language sql as $body$
  insert into plan.decision_check (change_set, set_version, collection, code, version, result)
  select target.id, target.version, i.collection, i.code, i.version, k -> 'result'
  from jsonb_array_elements(checks) k
  join plan.change_item i on i.change_set = target.id and i.collection = k ->> 'collection' and i.code = k ->> 'code' and i.version = (k ->> 'version')::integer
$body$;

-- What exactly is decided on, by position: {position, collection, code, action, based_on, version, content_sha256, geometry_sha256,
-- area_m2, excluded}; what a reviewer excluded has {reason, returned_as}. The place is hashed as WKB (little-endian) in EPSG:4490, null where there is none; of what is withdrawn both are of the
-- version that stood.
create or replace function plan.decided_items(change_set_id bigint) returns jsonb stable language plpgsql as $body$
declare
  target text;
  found jsonb;
  listed jsonb := '[]';
begin
  for target in select distinct i.collection from plan.change_item i where i.change_set = change_set_id order by 1 loop
    execute format($sql$
      select jsonb_agg(jsonb_build_object(
        'position', i.position, 'collection', i.collection, 'code', i.code, 'action', i.action, 'based_on', i.based_on, 'version', i.version,
        'content_sha256', encode(sha256(convert_to(coalesce(i.content, to_jsonb(f) - $3)::text, 'UTF8')), 'hex'),
        'geometry_sha256', encode(sha256(ST_AsBinary(f.geom, 'NDR')), 'hex'),
        'area_m2', case when ST_Dimension(f.geom) = 2 then round(ST_Area(f.geom::geography)::numeric, 1) end,
        'excluded', plan.exclusion_as_json(e)))
      from plan.change_item i
      left join feature.%I f on f.code = i.code and f.version = case i.action when 'change' then i.version else i.based_on end
      left join plan.exclusion e on e.change_set = i.change_set and e.position = i.position
      where i.change_set = $1 and i.collection = $2
      $sql$, plan.table_of(target)) into found using change_set_id, target, plan.columns_of_a_version();
    listed := listed || found;
  end loop;
  return (select jsonb_agg(item order by (item ->> 'position')::integer) from jsonb_array_elements(listed) item);
end
$body$;

create or replace function plan.keep_decision() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $body$
declare
  kept plan.decision;
begin
  select 0, new.id, old.version, new.state, new.decided_at, new.decided_by, new.author, new.title, new.basis, new.comment, new.submitted_at,
    r.value, r.catalogue, (select i.hash from plan.installed i where i.what = 'gis-data'), (select string_agg(d.plan || ':' || d.hash, ' ' order by d.plan) from plan.document d where d.is_loaded),
    (select jsonb_build_object('number', count(*), 'open', count(*) filter (where not plan.is_resolved(c.id))) from plan.comment c where c.change_set = new.id and c.action = 'comment'),
    plan.decided_items(new.id), '', plan.answers_on(new.id),
    (select coalesce(jsonb_agg(jsonb_build_object('collection', k.collection, 'code', k.code, 'version', k.version, 'result', k.result) order by k.code), '[]')
     from plan.decision_check k where k.change_set = new.id and k.set_version = old.version)
  into kept from plan.revision r;
  insert into plan.decision (
    change_set, set_version, action, at, decided_by, author, title, basis, comment, submitted_at, revision, catalogue, package, document, comments, items, digest, answers, checks)
  values (
    kept.change_set, kept.set_version, kept.action, kept.at, kept.decided_by, kept.author, kept.title, kept.basis, kept.comment, kept.submitted_at,
    kept.revision, kept.catalogue, kept.package, kept.document, kept.comments, kept.items, plan.digest_of(kept), kept.answers, kept.checks);
  return null;
end
$body$;

-- At the end of the transaction, when its revision is known.
do $body$
begin
  if not exists (select from pg_trigger where tgname = 'decisions_are_kept' and tgrelid = 'plan.change_set'::regclass) then
    create constraint trigger decisions_are_kept after update on plan.change_set deferrable initially deferred for each row
      when (old.state <> new.state and new.state in ('approved', 'returned')) execute function plan.keep_decision();
  end if;
end
$body$;

-- What was answered before it: {contested, consultations}.
create or replace function plan.answers_on(change_set_id bigint) returns jsonb stable language sql
return jsonb_build_object(
  'contested', (select coalesce(jsonb_agg(f), '[]') from plan.contested_findings(change_set_id) f),
  'consultations', (select coalesce(jsonb_agg(plan.consultation_as_json(k, '') - 'is_mine' order by k.id), '[]') from plan.consultation k where k.change_set = change_set_id));

-- A decision from before there were answers, or checks, has the digest it was given then.
create or replace function plan.digest_of(kept plan.decision) returns text immutable language sql
return encode(sha256(convert_to((to_jsonb(kept) - 'id' - 'digest'
  - case when kept.answers is null then 'answers' else '' end - case when kept.checks is null then 'checks' else '' end)::text, 'UTF8')), 'hex');

create or replace function plan.decision_as_json(kept plan.decision) returns jsonb stable language sql
return to_jsonb(kept) || jsonb_build_object(
  'decided_by_name', plan.name_of(kept.decided_by), 'author_name', plan.name_of(kept.author), 'is_intact', plan.digest_of(kept) = kept.digest);

-- The decisions on a set that somebody may see, the newest first, without what exactly; null when there is no such set.
create or replace function review.decisions(actor text, roles text[], change_set_id bigint) returns jsonb stable language sql security definer
set search_path = pg_catalog, public, pg_temp as $body$
  select coalesce((
    select jsonb_agg(plan.decision_as_json(d) - 'items' - 'comments' - 'answers' - 'checks' order by d.id desc) from plan.decision d where d.change_set = target.id), '[]')
  from plan.change_set target where target.id = change_set_id and plan.may_see(target, actor, roles)
$body$;

create or replace function review.decision(actor text, roles text[], decision_id bigint) returns jsonb stable language sql security definer
set search_path = pg_catalog, public, pg_temp as $body$
  select plan.decision_as_json(d) from plan.decision d join plan.change_set c on c.id = d.change_set
  where d.id = decision_id and plan.may_see(c, actor, roles)
$body$;
