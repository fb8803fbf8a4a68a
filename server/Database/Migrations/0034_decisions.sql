-- What was known when somebody decided on a change set, as it was then and for ever: who, when, why, what exactly (by hashes of
-- contents and places), and by which state of the plan, of its catalogue and of its text.
create table plan.decision (
  id bigint generated always as identity primary key,
  change_set bigint not null references plan.change_set (id),
  set_version integer not null,
  action text collate "C" not null check (action in ('approved', 'returned')),
  at timestamptz not null,
  decided_by text collate "C" not null,
  author text collate "C" not null,
  title text not null,
  basis text not null,
  comment text,
  submitted_at timestamptz not null,
  revision bigint not null,
  catalogue text,
  package text,
  document text,
  comments jsonb not null,
  items jsonb not null,
  -- SHA-256 of all of it: whoever has the sheet on paper can say whether the record is still the same.
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  constraint decision_is_not_the_authors check (decided_by <> author)
);
create index decision_of_set on plan.decision (change_set, id);
