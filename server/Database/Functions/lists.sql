-- Replaces a list of the package when the file differs; history keeps the old one. Returns whether it differed.
create or replace function plan.load_list(list_name text, entries jsonb)
returns boolean language plpgsql as $body$
declare
  before jsonb;
begin
  execute format('select coalesce(jsonb_agg(l.content order by l.position), ''[]'') from plan.%I l', list_name) into before;
  if before = entries then
    return false;
  end if;

  execute format('delete from plan.%I', list_name);
  execute format(
    'insert into plan.%I (position, code, content) select place, entry ->> ''code'', entry from jsonb_array_elements($1) with ordinality as listed (entry, place)',
    list_name) using entries;
  perform plan.note_events(list_name, $source$(select 'changed' as action, null as code, null::integer as version, $1 as detail)$source$, before);
  return true;
end
$body$;

create or replace view published_plan.contradiction as select position, code, content from plan.contradiction;

create or replace view published_plan.industry as select position, code, content from plan.industry;

create or replace view published_plan.policy as select position, code, content from plan.policy;

grant select on published_plan.contradiction, published_plan.industry, published_plan.policy to spatialplan_public;
