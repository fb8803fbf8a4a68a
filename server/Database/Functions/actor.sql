-- Who acts is written down as the id of an account, or as the name of a process.

-- Names of processes, which nobody can take: their versions are approved without a review.
create or replace function plan.processes() returns text[] immutable language sql
return array['gis-data', 'plan-document', 'load-scale', 'operator'];

-- What the person is called, for those who may know who it was; null for a process and for what has no account.
create or replace function plan.name_of(actor text) returns text stable language sql
return case when actor ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then (select a.name from account.account a where a.id = actor::uuid) end;

-- What everybody may know of it: whether a process has recorded something, from the package, or somebody of the staff.
create or replace function plan.recorded_as(actor text) returns text immutable language sql
return case when actor = any(plan.processes()) then 'package' else 'staff' end;
