-- A change set that gives many features of a collection the same values. Which features these are was asked before
-- (server/BulkChanges), and each is changed as it stood then: where one does not stand so any more, nothing is written.

-- `codes` and `versions` are what was seen, side by side; `properties` what changes, null to take a value away. Returns the set, or
-- {number, moved} where bases have moved: how many, and of a hundred of them {code, based_on, stands}, null for what does not stand.
create or replace function review.create_bulk_set(
  actor text, roles text[], title text, basis text, collection_id text, properties jsonb, codes text[], versions integer[])
returns jsonb language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $body$
declare
  name text := plan.table_of(collection_id);
  moved jsonb;
  kept plan.change_set;
begin
  perform plan.refuse_process(actor);
  execute format($sql$
    select jsonb_build_object('number', count(*), 'moved', jsonb_agg(jsonb_build_object('code', m.code, 'based_on', m.based_on, 'stands', m.stands) order by m.code) filter (where m.place <= 100))
    from (
      select seen.code, seen.version as based_on, f.version as stands, row_number() over (order by seen.code) as place
      from unnest($1, $2) as seen (code, version)
      left join feature.%I f on f.code = seen.code and f.recorded_to is null and f.review_state = 'approved'
      where f.version is distinct from seen.version
    ) m
    $sql$, name) into moved using codes, versions;
  if (moved ->> 'number')::integer > 0 then
    return moved;
  end if;

  insert into plan.change_set (title, basis, author) values (title, basis, actor) returning * into kept;
  execute format($sql$
    insert into plan.change_item (change_set, position, collection, code, action, based_on, content, shape)
    select $1, row_number() over (order by f.code), $2, f.code, 'change', f.version, %s || $3, ST_AsGeoJSON(f.geom, 15, 0)::json
    from unnest($4, $5) as seen (code, version)
    join feature.%I f on f.code = seen.code and f.version = seen.version
    $sql$, plan.content_of(collection_id), name) using kept.id, collection_id, properties, codes, versions;
  perform plan.note_set(kept, actor, 'created', null);
  return plan.change_set_as_json(kept, actor, roles);
end
$body$;
