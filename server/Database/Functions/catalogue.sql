-- Makes a catalogue the one of the plan; returns whether it was another. The revision is locked from here on, so a load calls
-- it at its end.
create or replace function plan.set_catalogue(catalogue_hash text, catalogue_document json) returns boolean language plpgsql as $body$
begin
  insert into plan.catalogue (hash, document) values (catalogue_hash, catalogue_document) on conflict (hash) do nothing;
  update plan.revision set catalogue = catalogue_hash where catalogue is distinct from catalogue_hash;
  return found;
end
$body$;

create or replace view published_plan.catalogue as
select c.hash, c.document from plan.revision r join plan.catalogue c on c.hash = r.catalogue;

grant select on published_plan.catalogue to spatialplan_public;
