-- Called once in the transaction of a visible change; listeners on other instances hear of it at commit.
create or replace function plan.raise_revision() returns bigint language plpgsql as $body$
declare
  risen bigint;
begin
  update plan.revision set value = value + 1, changed_at = clock_timestamp() returning value into risen;
  perform pg_notify('plan_revision', risen::text);
  return risen;
end
$body$;

-- A copy of a database (a dump that was restored, a template) goes its own way from the same revision: it is another one.
create or replace function plan.identify_installation() returns void language plpgsql as $body$
declare
  here text := (select s.system_identifier || '/' || d.oid from pg_control_system() s, pg_database d where d.datname = current_database());
begin
  update plan.installation set id = gen_random_uuid(), place = here where place <> here;
end
$body$;
