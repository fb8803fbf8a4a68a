-- What a site that people draw has beside its feature: whom to ask, what its author says to the findings of the check, files,
-- and the result of the check as it was when it was submitted.
alter table plan.draft
  add column contact text,
  add column check_reasons jsonb not null default '[]',
  -- The set that a reviewer has returned and that this draft mends.
  add column change_set bigint references plan.change_set (id) on delete set null,
  add constraint contact_is_not_too_long check (length(contact) <= 200),
  add constraint check_reasons_are_a_list check (jsonb_typeof(check_reasons) = 'array' and octet_length(check_reasons::text) <= 524288);

alter table plan.change_item add column check_reasons jsonb;

-- Of a person: for the author of the set and its reviewers, and only until the set is decided on.
create table plan.change_set_contact (
  change_set bigint references plan.change_set (id) on delete cascade,
  code text collate "C",
  contact text not null check (length(contact) between 1 and 200),
  primary key (change_set, code)
);

-- Files of a draft, which become those of the change set that the draft becomes part of.
create table plan.attachment (
  id uuid primary key default gen_random_uuid(),
  owner text collate "C" not null,
  draft uuid references plan.draft (id) on delete cascade,
  change_set bigint references plan.change_set (id) on delete cascade,
  code text collate "C" not null,
  name text not null,
  media_type text collate "C" not null,
  content bytea not null,
  hash bytea not null generated always as (sha256(content)) stored,
  added_at timestamptz not null default clock_timestamp(),
  constraint attachment_belongs_to_one check (num_nonnulls(draft, change_set) = 1),
  constraint attachment_has_a_name check (length(name) between 1 and 200 and name !~ '[/\\[:cntrl:]]'),
  constraint attachment_is_of_a_known_type check (media_type in ('application/pdf', 'image/png', 'image/jpeg')),
  constraint attachment_is_not_too_large check (octet_length(content) between 1 and 10485760)
);
-- Compressed already; and a part of it is never asked for.
alter table plan.attachment alter column content set storage external;
create index attachment_of_draft on plan.attachment (draft) where draft is not null;
create index attachment_of_change_set on plan.attachment (change_set) where change_set is not null;

-- The check of a site as it was frozen with the version that was submitted.
create table plan.version_check (
  collection text collate "C" references plan.collection (id),
  code text collate "C",
  version integer,
  change_set bigint not null references plan.change_set (id),
  result jsonb not null,
  primary key (collection, code, version)
);
create index check_of_change_set on plan.version_check (change_set);
