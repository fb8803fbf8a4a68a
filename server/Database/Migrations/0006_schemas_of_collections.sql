-- Collections have schemas of their own: what is written in `feature`, what stands in `published`, all that was ever approved
-- in `history`. What the public sees of schema plan is in `published_plan`. So no id of a collection can take the place of
-- anything else. Within `feature` indexes share the names of tables: theirs have two underscores, which no table has
-- (plan.index_name).
create schema feature;
create schema history;
create schema published_plan;
create schema test_published;
create schema test_history;
revoke all on schema feature from public;
grant usage on schema history, published_plan, test_published, test_history to spatialplan_public;

-- Functions and views are made anew after the migrations.
drop schema if exists test_collections cascade;
drop view if exists published.revision, published.target, published.package, published.contradiction, published.industry,
  published.document, published.paragraph, published.point_change, published.point_change_pruned;

do $body$
declare
  name text;
  part text;
begin
  for name in select replace(id, '-', '_') from plan.collection loop
    execute format('drop view if exists published.%I, published.%I', name, name || '_history');
    execute format('alter table plan.%I set schema feature', name);
    for part in
      select c.relname from pg_index i join pg_class c on c.oid = i.indexrelid
      where i.indrelid = format('feature.%I', name)::regclass
    loop
      execute format('alter index feature.%I rename to %I', part, name || '__' || substring(part from length(name) + 2));
    end loop;
    for part in select stxname from pg_statistic_ext where stxrelid = format('feature.%I', name)::regclass loop
      execute format('alter statistics plan.%I set schema feature', part);
      execute format('alter statistics feature.%I rename to %I', part, name || '__' || substring(part from length(name) + 2));
    end loop;
  end loop;
end
$body$;

-- Lists of the catalogue that are no vocabularies: no vocabulary begins with an underscore.
alter table if exists catalogue.rule rename to _rule;
alter table if exists catalogue.plan rename to _plan;
alter table if exists catalogue.collection rename to _collection;
alter table if exists catalogue.product rename to _product;
