-- What PostgreSQL lets every login do and that of the public may not: fill the disk with large objects. Only a superuser
-- can take that away; where the owner is none, whoever runs the server can, with these statements.
do $body$
declare
  f regprocedure;
begin
  set local client_min_messages = error;
  for f in
    select p.oid::regprocedure from pg_proc p
    where p.pronamespace = 'pg_catalog'::regnamespace
      -- Whoever has no right to a function may not even take it away from others.
      and has_function_privilege('spatialplan_public', p.oid, 'execute')
      and p.proname in ('lo_creat', 'lo_create', 'lo_from_bytea', 'lo_open', 'lo_put', 'lo_truncate', 'lo_truncate64', 'lo_unlink', 'lowrite')
  loop
    execute format('revoke execute on function %s from public', f);
  end loop;
end
$body$;
