-- The text of the plan, when its owner has put the document beside the server, and what was found in it.
-- Text is never history: it is the document as it stands, replaced as a whole.

create table plan.document (
  plan text collate "C" primary key,
  hash text not null,
  is_loaded boolean not null,
  report jsonb not null,
  outline jsonb not null,
  at timestamptz not null
);

create table plan.paragraph (
  id text collate "C" primary key,
  plan text collate "C" not null references plan.document (plan) on delete cascade,
  kind text not null,
  part integer,
  chapter integer,
  section integer,
  subsection integer,
  box text collate "C",
  item integer,
  page integer not null,
  ordinal integer not null,
  text text not null,
  page_breaks jsonb not null,
  sentences jsonb not null,
  unique (plan, ordinal)
);
create index paragraph_of_chapter on plan.paragraph (plan, chapter, ordinal);

-- From a paragraph to the features that cite it. Collections that exist already; the others get it when they are made.
do $body$
declare
  name text;
begin
  for name in select replace(id, '-', '_') from plan.collection loop
    execute format(
      'create index if not exists %I on plan.%I using gin (citations jsonb_path_ops) where recorded_to is null and review_state = ''approved''',
      name || '_citations', name);
  end loop;
end
$body$;
