-- Where the plan states one thing in two ways, and what it names for each industry chain: lists of the package, with
-- their citations, replaced as a whole when their file changed.
create table plan.contradiction (
  position integer primary key,
  code text collate "C" not null unique,
  content jsonb not null
);

create table plan.industry (
  position integer primary key,
  code text collate "C" not null unique,
  content jsonb not null
);
