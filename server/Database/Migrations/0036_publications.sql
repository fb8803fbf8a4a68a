-- How many features of a collection each revision published or took off the plan: the feed of changes counts nothing anew.
create table plan.publication (
  revision bigint not null,
  collection text collate "C" not null,
  at timestamptz not null,
  number integer not null check (number > 0),
  primary key (revision, collection)
);
create index publication_of_collection on plan.publication (collection, revision desc);
create index publication_by_time on plan.publication (at);

-- Which features these were.
create index event_of_publication on plan.event (revision, collection, id)
where code is not null and action in ('approve', 'added', 'changed', 'withdrawn');

create index decision_of_revision on plan.decision (revision) where action = 'approved';

insert into plan.publication (revision, collection, at, number)
select e.revision, e.collection, max(e.at), count(*) from plan.event e
where e.code is not null and e.action in ('approve', 'added', 'changed', 'withdrawn')
group by e.revision, e.collection;
