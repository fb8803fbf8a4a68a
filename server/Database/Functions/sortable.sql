-- Every property that has one value and can be asked for, beside the code: a filter by a value, a page sorted in either
-- direction and where its nulls are all come out of one index in their order.
create or replace function plan.ensure_sortable(collection_id text) returns void language plpgsql as $body$
declare
  name text := plan.table_of(collection_id);
  property_name text;
begin
  for property_name in
    select property ->> 'name' from plan.collection c, jsonb_array_elements(c.properties) property
    where c.id = collection_id and (property ->> 'queryable')::boolean
      and property ->> 'type' in ('string', 'integer', 'number', 'code') and property ->> 'name' <> 'code'
  loop
    execute format(
      'create index if not exists %I on feature.%I (%I, code) where recorded_to is null and review_state = ''approved''',
      plan.index_name(name, 'by_' || property_name), name, property_name);
  end loop;
end
$body$;

select plan.ensure_sortable(id) from plan.collection;
