-- What the server does with enquiries: it writes one, shows its writer that it is there, deletes it at the writer's wish or
-- when its time is over. None of them gives away what somebody wrote; the owner alone reads that (verb `enquiries`).

-- Stores an enquiry, {language, name, organisation, contact, message, parks, questions, shortlist}; returns until when.
create or replace function enquiry.submit(reference text, secret_hash bytea, keep interval, content jsonb) returns timestamptz language sql security definer
set search_path = pg_catalog, pg_temp as $body$
  insert into enquiry.enquiry (reference, secret_hash, kept_until, language, name, organisation, contact, message, parks, questions, shortlist)
  values (
    reference, secret_hash, now() + keep,
    content ->> 'language', content ->> 'name', content ->> 'organisation', content ->> 'contact', content ->> 'message',
    array(select jsonb_array_elements_text(content -> 'parks')), array(select jsonb_array_elements_text(content -> 'questions')),
    content ->> 'shortlist')
  returning kept_until;
$body$;

-- The enquiry of a link: that it is there and until when, and no word of it.
create or replace function enquiry.find(secret_hash bytea) returns table (reference text, received_at timestamptz, kept_until timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $body$
  select e.reference, e.received_at, e.kept_until from enquiry.enquiry e where e.secret_hash = find.secret_hash and e.kept_until > now();
$body$;

-- Deletes the enquiry of a link; returns its reference, or null where there is none.
create or replace function enquiry.withdraw(secret_hash bytea) returns text language sql security definer
set search_path = pg_catalog, pg_temp as $body$
  delete from enquiry.enquiry e where e.secret_hash = withdraw.secret_hash returning e.reference;
$body$;

-- Deletes those whose time is over; returns how many.
create or replace function enquiry.expire() returns bigint language sql security definer
set search_path = pg_catalog, pg_temp as $body$
  with gone as (delete from enquiry.enquiry where kept_until <= now() returning 1)
  select count(*) from gone;
$body$;

revoke all on all functions in schema enquiry from public;
grant execute on all functions in schema enquiry to spatialplan_staff;
