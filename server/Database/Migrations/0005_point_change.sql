-- What changed among the published points: each server instance holds its counts in memory and keeps them right from
-- here. It is a feed, not history: old entries go, and whoever has missed one counts anew.

create table plan.point_change (
  id bigint generated always as identity primary key,
  -- A reader asks for what its last snapshot did not see: numbers of a sequence do not become visible in their order.
  xid xid8 not null default pg_current_xact_id(),
  collection text collate "C" not null,
  -- 1 a point came, -1 a point went, 0 so many did that counting anew is quicker.
  sign smallint not null check (sign in (-1, 0, 1)),
  feature jsonb check ((feature is null) = (sign = 0))
);
create index point_change_xid on plan.point_change (xid);

create table plan.point_change_pruned (
  only_row boolean primary key default true check (only_row),
  up_to xid8 not null
);
insert into plan.point_change_pruned (up_to) values ('0');
