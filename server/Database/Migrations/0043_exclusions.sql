-- What a reviewer has taken out of a change set when the rest of it was approved, and the set in which it went back to its author.
alter table plan.change_set add column excluded_from bigint references plan.change_set (id);
create index change_set_excluded_from on plan.change_set (excluded_from) where excluded_from is not null;

create table plan.exclusion (
  change_set bigint,
  position integer,
  code text collate "C" not null,
  reason text not null,
  returned_as bigint not null references plan.change_set (id),
  primary key (change_set, position),
  constraint exclusion_is_of_an_item foreign key (change_set, position) references plan.change_item (change_set, position),
  constraint exclusion_says_why check (reason ~ '\S' and length(reason) <= 2000)
);

-- The check of a site as it was when somebody decided on its set; a part of the decision.
create table plan.decision_check (
  change_set bigint references plan.change_set (id),
  set_version integer,
  collection text collate "C" not null,
  code text collate "C",
  version integer not null,
  result jsonb not null,
  primary key (change_set, set_version, code)
);
-- Null of decisions that were made before checks were a part of them.
alter table plan.decision add column checks jsonb;
