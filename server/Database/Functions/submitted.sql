-- What change sets under review contain: of what they change the version that was submitted, of what they withdraw the one that
-- stands. With the properties of the collection by their names, so that the filter language asks it as it asks what is published.
create or replace function plan.publish_submissions(collection_id text) returns void language plpgsql as $body$
declare
  name text := plan.table_of(collection_id);
begin
  execute format('drop view if exists submitted.%I', name);
  execute format($sql$
    create view submitted.%1$I as
    select i.change_set, f.code, f.version, %2$s, f.geom, f.geom_3857
    from plan.change_set s
    join plan.change_item i on i.change_set = s.id and i.collection = %3$L
    join feature.%1$I f on f.code = i.code and f.version = case i.action when 'change' then i.version else i.based_on end
    where s.state = 'in-review'
    $sql$, name, plan.listed_columns(collection_id), collection_id);
  execute format('grant select on submitted.%I to spatialplan_staff', name);
end
$body$;

select plan.publish_submissions(id) from plan.collection;
