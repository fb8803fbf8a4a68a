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
