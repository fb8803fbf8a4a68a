-- What the plan offers and asks of those who invest: a list of the package, replaced as a whole when its file changed.
create table plan.policy (
  position integer primary key,
  code text collate "C" not null unique,
  content jsonb not null
);
