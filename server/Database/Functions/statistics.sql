-- What the planner should know of a collection beside the usual. Of figures it keeps finer steps: in a hundred of them the
-- last one, up to the largest figure of all, promises ten thousand features in a million where there are three. And which
-- terms go together, where one is the parent of the other: of those that do not it would expect their shares multiplied.
create or replace function plan.ensure_statistics(collection_id text) returns void language plpgsql as $body$
declare
  steps constant integer := 500;
  name text := plan.table_of(collection_id);
  property jsonb;
begin
  for property in
    select listed from plan.collection c, jsonb_array_elements(c.properties) listed
    where c.id = collection_id and (listed ->> 'queryable')::boolean
  loop
    if property ->> 'type' = 'number' then
      execute format('alter table feature.%I alter column %I set statistics %s', name, property ->> 'name', steps);
    end if;
    if property ->> 'parent_of' is not null then
      execute format('create statistics if not exists feature.%I (mcv) on %I, %I from feature.%I',
        plan.index_name(name, property ->> 'name'), property ->> 'parent_of', property ->> 'name', name);
    end if;
  end loop;
end
$body$;

select plan.ensure_statistics(id) from plan.collection;
