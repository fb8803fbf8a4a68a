-- What people work on before it is a version, and the unit in which they submit it. A draft is never a row of the versioned
-- tables: nobody but its owner sees it, and its shape may be as broken as a sketch is.
create table plan.draft (
  id uuid primary key default gen_random_uuid(),
  owner text collate "C" not null,
  collection text collate "C" not null references plan.collection (id),
  code text collate "C" not null,
  based_on integer,
  content jsonb not null,
  shape json,
  note text,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  constraint draft_has_an_owner check (owner ~ '\S'),
  constraint draft_is_an_object check (jsonb_typeof(content) = 'object'),
  constraint draft_is_not_too_large check (octet_length(content::text) <= 262144 and octet_length(shape::text) <= 4194304 and length(note) <= 2000),
  -- A double click, or a second window, goes on with the draft that is there.
  constraint one_draft_of_a_code unique (owner, collection, code)
);
create index draft_of_owner on plan.draft (owner, updated_at desc);

-- The last code given in a year under a prefix. It outlives what was deleted, so that no code is given twice.
create table plan.code_series (
  prefix text collate "C",
  year integer,
  last integer not null,
  primary key (prefix, year)
);

-- One or many features that are submitted, decided on and undone together.
create table plan.change_set (
  id bigint generated always as identity primary key,
  title text not null,
  basis text not null,
  author text collate "C" not null,
  state text collate "C" not null default 'draft',
  reverses bigint references plan.change_set (id),
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  submitted_at timestamptz,
  decided_at timestamptz,
  decided_by text collate "C",
  comment text,
  version integer not null default 1,
  constraint change_set_has_an_author check (author ~ '\S'),
  constraint change_set_says_what check (title ~ '\S' and length(title) <= 200),
  constraint change_set_says_why check (basis ~ '\S' and length(basis) <= 500),
  constraint comment_is_not_too_long check (length(comment) <= 2000),
  constraint approver_is_not_author check (state not in ('approved', 'returned') or (decided_by is not null and decided_by <> author))
);
create index change_set_of_state on plan.change_set (state, updated_at desc);

-- What a change set makes of a feature: another content and place, or its withdrawal. `version` is the one submitted.
create table plan.change_item (
  change_set bigint references plan.change_set (id) on delete cascade,
  position integer,
  collection text collate "C" not null references plan.collection (id),
  code text collate "C" not null,
  action text collate "C" not null check (action in ('change', 'withdraw')),
  based_on integer,
  content jsonb,
  shape json,
  version integer,
  primary key (change_set, position),
  constraint one_change_of_a_code unique (change_set, collection, code),
  constraint change_has_a_content check ((action = 'change') = (content is not null)),
  constraint withdrawal_has_a_base check (action = 'change' or based_on is not null)
);
create index change_of_feature on plan.change_item (collection, code, version);

-- Answers to requests with an Idempotency-Key, for a day: who asks again is told the same.
create table plan.answered (
  actor text collate "C",
  key text collate "C",
  request text not null,
  status integer not null,
  answer text not null,
  at timestamptz not null default clock_timestamp(),
  primary key (actor, key)
);

-- Which role an action needs, beside who may; processes have none.
alter table plan.review_transition add column role text collate "C";
