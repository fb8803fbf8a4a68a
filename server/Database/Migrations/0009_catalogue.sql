-- The catalogues that were loaded, each once, and which of them the plan speaks at present: vocabularies, collections, symbols
-- are a value of the revision as everything else is. The text is kept letter by letter, so that its hash stays true.
create table plan.catalogue (
  hash text collate "C" primary key,
  document json not null,
  loaded_at timestamptz not null default clock_timestamp()
);

alter table plan.revision add column catalogue text collate "C" references plan.catalogue (hash);
