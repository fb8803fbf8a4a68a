-- Features of a collection that others have submitted and nobody has decided on, where they reach a place: for staff and
-- reviewers, who see what is in review anyway. One that is drawn beside the place reaches it where its accuracy does. A draft is nobody's but its
-- owner's and is never among them. Each says in `number` how many there are, of which `most` are answered.
create or replace function review.pending(actor text, roles text[], collection_id text, reach geometry, most integer)
returns table (code text, version integer, said jsonb, geom geometry) stable language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $body$
begin
  if not roles && array['staff', 'reviewer'] or not exists (select from plan.collection k where k.id = collection_id) then
    return;
  end if;
  return query execute format($sql$
    select f.code, f.version,
      jsonb_build_object('name_zh', f.name_zh, 'name_en', f.name_en, 'accuracy_m', f.accuracy_m, 'placement', f.placement, 'author', plan.name_of(c.author), 'change_set', c.id, 'number', count(*) over ()),
      f.geom
    from plan.change_set c
    join plan.change_item i on i.change_set = c.id and i.collection = $1 and i.action = 'change'
    join feature.%I f on f.code = i.code and f.version = i.version and f.review_state = 'in-review'
    where c.state = 'in-review' and c.author <> $2
      and (ST_Intersects(f.geom, $3) or ST_DWithin(f.geom::geography, $3::geography, f.accuracy_m))
    order by f.code limit $4
    $sql$, plan.table_of(collection_id)) using collection_id, actor, reach, most;
end
$body$;
