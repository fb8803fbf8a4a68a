-- The texts of a list as tiles have it, for they know no lists; array_to_string counts as stable because of other types.
create or replace function plan.joined(list text[]) returns text immutable parallel safe language sql
return array_to_string(list, ',');

-- Where a point stands on the web map, in its metres. A GiST index can give back a point, not a geometry.
create or replace function plan.tile_place(geom geometry) returns point immutable parallel safe language sql
return (select point(ST_X(m), ST_Y(m)) from ST_Transform(geom, 3857) m);

-- The properties of a collection that its tiles carry, in order.
create or replace function plan.in_tile(collection_id text) returns setof jsonb stable language sql as $body$
  select property from plan.collection c, jsonb_array_elements(c.properties) with ordinality as listed (property, place)
  where c.id = collection_id and (property ->> 'in_tile')::boolean
  order by place
$body$;

-- What tiles were made ready for, or null: which properties are in the column.
create or replace function plan.tile_attributes_of(table_name text) returns text stable language sql
return (
  select col_description(attrelid, attnum) from pg_attribute
  where attrelid = format('feature.%I', table_name)::regclass and attname = 'tile_attributes' and not attisdropped
);

-- All that a tile carries of a feature as one text (TileSql reads it): put together once when it is written, not for every
-- tile. A tile of points is read out of one index and nothing else, whatever the order of the table.
create or replace function plan.ensure_tile_columns(collection_id text, geometry_type text) returns void language plpgsql as $body$
declare
  name text := plan.table_of(collection_id);
  attributes text;
  expression text;
begin
  select string_agg(property ->> 'name', ','), string_agg(case
      when property ->> 'name' = 'code' then 'code'
      when property ->> 'type' in ('codes', 'strings') then format('coalesce(plan.joined(%I), E''\x1e'')', property ->> 'name')
      when property ->> 'type' in ('code', 'string') then format('coalesce(%I, E''\x1e'')', property ->> 'name')
      else format('coalesce(%I::text, E''\x1e'')', property ->> 'name')
    end, ' || E''\x1f'' || ')
  into attributes, expression
  from plan.in_tile(collection_id) property;

  -- A catalogue of before says nothing of tiles; the new one is loaded after the functions.
  if attributes is null or attributes = plan.tile_attributes_of(name) then
    return;
  end if;

  -- An expression cannot be altered, and a table is better written once than twice. The views are made anew after this
  -- (plan.publish_collection).
  perform plan.unpublish_collection(collection_id);
  execute format(
    'alter table feature.%I drop column if exists tile_attributes, add column tile_attributes text collate "C" generated always as (%s) stored%s',
    name, expression,
    case when geometry_type = 'Point' then ', add column if not exists tile_place point generated always as (plan.tile_place(geom)) stored' else '' end);
  execute format('comment on column feature.%I.tile_attributes is %L', name, attributes);
  if geometry_type = 'Point' then
    execute format(
      'create index %I on feature.%I using gist (tile_place) include (tile_attributes) where recorded_to is null and review_state = ''approved''',
      plan.index_name(name, 'tile'), name);
  end if;
end
$body$;

-- What tiles need of a collection beside its rows.
create or replace function plan.prepare_for_tiles(collection_id text, geometry_type text) returns void language plpgsql as $body$
declare
  name text := plan.table_of(collection_id);
  free_text text;
begin
  -- The attributes of a tile come as one text between these (TileSql); nothing that people write needs them.
  for free_text in
    select property ->> 'name' from plan.collection c, jsonb_array_elements(c.properties) property
    where c.id = collection_id and property ->> 'type' = 'string' and property ->> 'name' <> 'code'
  loop
    if not plan.has_constraint(name, free_text || '_has_no_separator') then
      execute format('alter table feature.%I add constraint %I check (translate(%I, E''\x1d\x1e\x1f'', '''') = %I)',
        name, free_text || '_has_no_separator', free_text, free_text);
    end if;
  end loop;
  perform plan.ensure_tile_columns(collection_id, geometry_type);
  if geometry_type = 'Point' then
    perform plan.watch_points(collection_id);
  else
    perform plan.ensure_generalised(collection_id);
  end if;
end
$body$;

select plan.prepare_for_tiles(id, geometry_type) from plan.collection;
