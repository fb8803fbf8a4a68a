-- What every collection shares: the revision, the one history of everything, and what has been loaded.

-- One row. It rises in the transaction of every visible change; locking it puts writers in a row.
create table plan.revision (
  only_row boolean primary key default true check (only_row),
  value bigint not null,
  changed_at timestamptz not null
);
insert into plan.revision (value, changed_at) values (0, now());

create table plan.event (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  revision bigint not null,
  actor text not null,
  action text not null,
  collection text,
  code text,
  version integer,
  detail jsonb
);
create index event_of_feature on plan.event (collection, code, version);

create function plan.refuse_rewriting_history() returns trigger language plpgsql as $body$
begin
  raise exception 'plan.event is history: % is not allowed', tg_op;
end
$body$;
create trigger event_is_history before update or delete on plan.event
  for each row execute function plan.refuse_rewriting_history();
create trigger event_is_never_emptied before truncate on plan.event
  for each statement execute function plan.refuse_rewriting_history();

-- The content last installed, by hash: a start with nothing new does nothing.
create table plan.installed (
  what text primary key,
  hash text not null,
  at timestamptz not null
);

create table plan.collection (
  id text primary key check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(id) <= 40),
  geometry_type text not null check (geometry_type in ('Point', 'MultiLineString', 'MultiPolygon')),
  properties jsonb not null
);

-- Targets of the zone and of the industry clusters; those of a park stand in the park.
create table plan.target (
  position integer primary key,
  subject_kind text not null,
  subject_code text not null,
  target jsonb not null
);
