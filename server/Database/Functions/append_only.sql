-- What is written once and stays: nothing of the table is changed, deleted or emptied, by the owner neither. The trigger says
-- as which constraint it refuses.
create or replace function plan.refuse_rewriting() returns trigger language plpgsql as $body$
begin
  raise restrict_violation using message = format('%s.%s is history: %s is not allowed', tg_table_schema, tg_table_name, tg_op), constraint = tg_argv[0];
end
$body$;
