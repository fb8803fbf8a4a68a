-- The zoom of the web map from which on a line or an area is wide enough to be seen among very many.
create or replace function plan.first_zoom(geom geometry) returns smallint immutable parallel safe language sql
return (
  select greatest(0, least(22, ceil(log(2, (24 * 40075016.6856 / 256 / greatest(span, 0.01))::numeric))))::smallint
  from (select greatest(ST_XMax(m) - ST_XMin(m), ST_YMax(m) - ST_YMin(m)) as span from ST_Transform(geom, 3857) m) box
);

-- What zoom 11 and below draw of it: a quarter of a pixel of zoom 11 is not seen.
create or replace function plan.generalised(geom geometry) returns geometry immutable parallel safe language sql
return case when plan.first_zoom(geom) <= 11 then ST_Simplify(ST_Transform(geom, 3857), 19, true) end;

-- Lines and areas get a generalised copy for low zooms; points are counted instead.
create or replace function plan.ensure_generalised(collection_id text) returns void language plpgsql as $body$
declare
  name text := plan.table_of(collection_id);
begin
  execute format($sql$
    alter table feature.%I
      add column if not exists first_zoom smallint generated always as (plan.first_zoom(geom)) stored,
      add column if not exists geom_low geometry(geometry, 3857) generated always as (plan.generalised(geom)) stored
    $sql$, name);
  execute format(
    'create index if not exists %I on feature.%I using gist (geom_low) where recorded_to is null and review_state = ''approved'' and geom_low is not null',
    plan.index_name(name, 'geom_low'), name);
end
$body$;
