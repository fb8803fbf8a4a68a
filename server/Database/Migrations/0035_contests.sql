-- What anybody may say to be wrong: of a feature, of a sentence of the plan, of what the check of a place has found. How to reach
-- the writer may stand in it, so it lies in a schema of its own, into which no reader of the plan looks.
create schema contest;
revoke all on schema contest from public;

create table contest.contest (
  id bigint generated always as identity primary key,
  -- What its writer is given; drawn by lot, so that nobody comes upon another's by counting.
  reference text collate "C" not null unique check (reference ~ '^[0-9A-Z]{4}(-[0-9A-Z]{4}){2}$'),
  received_at timestamptz not null default now(),
  language text not null check (char_length(language) between 2 and 8),
  -- Of what: a feature, by the version that stood; a paragraph of the plan, or one of its sentences, counted from 0; a finding of
  -- a check, by its id, at a place.
  collection text collate "C",
  code text collate "C",
  version integer,
  paragraph text collate "C" check (char_length(paragraph) <= 100),
  sentence integer check (sentence >= 0),
  finding text collate "C" check (char_length(finding) <= 250),
  place geometry(Point, 4490),
  reason text not null check (char_length(reason) between 5 and 2000),
  contact text check (char_length(contact) between 3 and 200),
  -- SHA-256 of the secret in the link by which its writer deletes the contact.
  secret_hash bytea unique check (octet_length(secret_hash) = 32),
  kept_until timestamptz check (kept_until > received_at),
  answered_at timestamptz,
  answered_by text collate "C" check (answered_by ~ '\S'),
  outcome text collate "C" check (outcome in ('accepted', 'refused')),
  answer text check (answer ~ '\S' and char_length(answer) <= 2000),
  constraint contest_is_of_one_thing check (num_nonnulls(code, paragraph, finding) = 1),
  constraint feature_is_whole check (num_nonnulls(collection, code, version) in (0, 3)),
  constraint sentence_is_of_a_paragraph check (sentence is null or paragraph is not null),
  constraint finding_has_a_place check (finding is null or place is not null),
  constraint contact_has_its_time check (num_nonnulls(contact, secret_hash, kept_until) in (0, 3)),
  constraint answer_is_whole check (num_nonnulls(answered_at, answered_by, outcome, answer) in (0, 4))
);
create index contest_open on contest.contest (id) where answered_at is null;
create index contest_contact_expires on contest.contest (kept_until) where kept_until is not null;
