-- What investors write to the administration: of persons, so in a schema of its own that no reader of the plan may look into.
create schema enquiry;
revoke all on schema enquiry from public;

-- The login that writes for people calls the functions of the schema (Functions/enquiry.sql); it reads no row of it.
grant usage on schema enquiry to spatialplan_staff;

create table enquiry.enquiry (
  reference text collate "C" primary key check (reference ~ '^[0-9A-Z]{4}-[0-9A-Z]{4}$'),
  -- SHA-256 of the secret in the link by which its writer deletes it: the link itself is nowhere here.
  secret_hash bytea not null unique check (octet_length(secret_hash) = 32),
  received_at timestamptz not null default now(),
  -- As it was promised when it was written: another setting is for those that come later.
  kept_until timestamptz not null check (kept_until > received_at),
  language text not null check (char_length(language) between 2 and 8),
  name text not null check (char_length(name) between 1 and 100),
  organisation text check (char_length(organisation) between 1 and 200),
  contact text not null check (char_length(contact) between 3 and 200),
  message text check (char_length(message) between 1 and 4000),
  parks text[] not null check (cardinality(parks) <= 4),
  questions text[] not null check (cardinality(questions) <= 40),
  shortlist text check (char_length(shortlist) between 1 and 4000)
);

create index enquiry_expires on enquiry.enquiry (kept_until);
