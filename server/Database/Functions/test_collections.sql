-- Tables that GDAL made in schema test_collections from the GeoPackage of a conformance test, published in schemas
-- of their own, test_published, test_closed and test_history, beside the collections of the plan. Each gets the columns that every collection is read by; columns of its
-- own with such a name, or with that of a parameter of items, are left out, and so is a table whose name cannot be an
-- address or is taken. Returns what was published, a row a collection.
create or replace function plan.publish_test_collections()
returns table (id text, geometry_name text, geometry_type text, properties jsonb) language plpgsql as $body$
declare
  source record;
  columns text;
begin
  for source in
    select c.oid, c.relname::text as name, g.f_geometry_column::text as geometry, g.type::text as type, k.attname::text as key
    from pg_class c
    join geometry_columns g on g.f_table_schema = 'test_collections' and g.f_table_name = c.relname
    join pg_index i on i.indrelid = c.oid and i.indisprimary
    join pg_attribute k on k.attrelid = c.oid and k.attnum = i.indkey[0]
    where c.relnamespace = 'test_collections'::regnamespace
      and c.relname ~ '^[a-z][a-z0-9_]{0,49}$'
      and not exists (select from plan.collection p where plan.table_of(p.id) = c.relname)
    order by c.relname collate "C"
  loop
    select string_agg(format(', t.%1$I::%2$s as %1$I', a.attname, known.column_type), '' order by a.attnum),
      coalesce(jsonb_agg(jsonb_build_object('name', a.attname, 'type', known.property_type) order by a.attnum), '[]')
    into columns, properties
    from pg_attribute a
    join (values
      ('varchar', 'string', 'text collate "C"'), ('text', 'string', 'text collate "C"'),
      ('int2', 'integer', 'integer'), ('int4', 'integer', 'integer'), ('int8', 'number', 'bigint'),
      ('float4', 'number', 'double precision'), ('float8', 'number', 'double precision'), ('numeric', 'number', 'double precision'),
      ('date', 'date', 'date'), ('timestamptz', 'timestamp', 'timestamptz'), ('bool', 'boolean', 'boolean')
    ) as known (type_name, property_type, column_type) on a.atttypid = known.type_name::regtype
    where a.attrelid = source.oid and a.attnum > 0 and not a.attisdropped and a.attname <> source.key
      and a.attname not in ('code', 'version', 'geom', 'horizon_from', 'horizon_to', 'other_codes', 'approved_at', 'recorded_to',
        'bbox', 'bbox-crs', 'datetime', 'as-of', 'filter', 'filter-lang', 'filter-crs', 'crs', 'sortby', 'count', 'limit', 'token', 'f', 'lang');

    execute format(
      'create view test_published.%1$I as select t.%2$I::text collate "C" as code, 1 as version%3$s, t.%4$I as geom, null::integer as horizon_from, null::integer as horizon_to, ''-infinity''::timestamptz as approved_at, null::timestamptz as recorded_to from test_collections.%1$I t',
      source.name, source.key, columns, source.geometry);

    -- They have no history: they were always as they are.
    execute format('create view test_closed.%1$I as select f.* from test_published.%1$I f where false', source.name);
    execute format('create view test_history.%1$I as select f.* from test_published.%1$I f', source.name);
    execute format('grant select on test_published.%1$I, test_closed.%1$I, test_history.%1$I to spatialplan_public', source.name);
    id := source.name;
    geometry_name := source.geometry;
    geometry_type := source.type;
    return next;
  end loop;
end
$body$;
