-- Makes or fills catalogue.<name> from the terms of a vocabulary file; returns how many terms changed.
-- A term that left the file is retired, not deleted: history still refers to it.
create or replace function plan.ensure_vocabulary(vocabulary text, parent_vocabulary text, terms jsonb)
returns integer language plpgsql as $body$
declare
  changed integer;
  retired integer;
begin
  execute format($sql$
    create table if not exists catalogue.%I (
      code text collate "C" primary key,
      parent text collate "C",
      name_zh text not null,
      name_en text not null,
      sort_order integer not null,
      retired boolean not null default false,
      definition jsonb not null
    )$sql$, vocabulary);

  if parent_vocabulary is not null and not exists (
    select from pg_constraint
    where conrelid = format('catalogue.%I', vocabulary)::regclass and conname = 'parent_is_known'
  ) then
    execute format(
      'alter table catalogue.%I add constraint parent_is_known foreign key (parent) references catalogue.%I (code)',
      vocabulary, parent_vocabulary);
  end if;

  execute format($sql$
    insert into catalogue.%1$I as known (code, parent, name_zh, name_en, sort_order, definition)
    select term ->> 'code', term ->> 'parent', term ->> 'zh', term ->> 'en', place, term
    from jsonb_array_elements($1) with ordinality as listed (term, place)
    on conflict (code) do update
    set parent = excluded.parent, name_zh = excluded.name_zh, name_en = excluded.name_en,
        sort_order = excluded.sort_order, definition = excluded.definition, retired = false
    where known.retired or (known.sort_order, known.definition) is distinct from (excluded.sort_order, excluded.definition)
    $sql$, vocabulary) using terms;
  get diagnostics changed = row_count;

  execute format($sql$
    update catalogue.%I known set retired = true
    where not known.retired
      and not exists (select from jsonb_array_elements($1) term where term ->> 'code' = known.code)
    $sql$, vocabulary) using terms;
  get diagnostics retired = row_count;
  return changed + retired;
end
$body$;
