-- Features as their editor's program reads and writes them: drafts in place of what is published. The server says who asks.

-- Drafts of an owner in a collection, or of one code: each with the version that it is based on, {properties, geometry}, as its
-- base; null of what is new, and where nobody ever approved that version.
create or replace function review.drafted(actor text, collection_id text, wanted text default null) returns jsonb stable language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $body$
declare
  most constant bigint := 33554432;
  kept bigint;
  found jsonb;
begin
  select sum(coalesce(pg_column_size(d.shape), 0) + pg_column_size(d.content)) into kept
  from plan.draft d where d.owner = actor and d.collection = collection_id and (wanted is null or d.code = wanted);
  if kept is null then
    return '[]';
  elsif kept > most then
    raise program_limit_exceeded using message = format('%s has drafts of %s bytes in %s', actor, kept, collection_id), constraint = 'drafts_are_not_too_large';
  end if;
  execute format($sql$
    select coalesce(jsonb_agg(
      plan.draft_as_json(d) || jsonb_build_object('base', case when f.code is not null then jsonb_build_object('properties', %s, 'geometry', ST_AsGeoJSON(f.geom, 15, 0)::jsonb) end)), '[]')
    from plan.draft d
    left join feature.%I f on f.code = d.code and f.version = d.based_on and f.approved_at is not null
    where d.owner = $1 and d.collection = $2 and ($3 is null or d.code = $3)
    $sql$, plan.content_of(collection_id), plan.table_of(collection_id)) into found using actor, collection_id, wanted;
  return found;
end
$body$;

-- The draft of an owner of one feature and the feature as it stands, {draft, standing}; whoever edits the same with the same
-- token waits until the end of the transaction.
create or replace function review.begin_edit(actor text, collection_id text, wanted text) returns jsonb language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $body$
begin
  perform plan.refuse_process(actor);
  perform pg_advisory_xact_lock(hashtextextended(concat_ws(' ', 'draft', actor, collection_id, wanted), 0));
  return jsonb_build_object(
    'draft', review.drafted(actor, collection_id, wanted) -> 0,
    'standing', (select s from review.standing(jsonb_build_array(jsonb_build_object('collection', collection_id, 'code', wanted))) s));
end
$body$;

-- Keeps what was edited of a feature, {collection, code, action, based_on, properties, geometry}, in the owner's one draft of it.
-- What else a draft has (note, files, reasons) stays.
create or replace function review.put_draft(actor text, draft jsonb) returns jsonb language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $body$
declare
  kept plan.draft;
begin
  perform plan.refuse_process(actor);
  update plan.draft d
  set action = draft ->> 'action', based_on = (draft ->> 'based_on')::integer, content = draft -> 'properties',
    shape = nullif(draft -> 'geometry', 'null')::json, updated_at = clock_timestamp(), version = d.version + 1
  where d.owner = actor and d.collection = draft ->> 'collection' and d.code = draft ->> 'code'
  returning * into kept;
  if kept.id is null then
    perform plan.refuse_too_many_drafts(actor);
    insert into plan.draft (owner, collection, code, action, based_on, content, shape)
    values (
      actor, draft ->> 'collection', draft ->> 'code', draft ->> 'action', (draft ->> 'based_on')::integer,
      draft -> 'properties', nullif(draft -> 'geometry', 'null')::json)
    returning * into kept;
  end if;
  return plan.draft_as_json(kept);
end
$body$;
