-- The actions on a change set: submit, withdraw, approve, return. Each is one transaction: the state of the set, the versions
-- of its features, what they close, the events and the revision, or nothing of it.

create or replace function plan.is_excluded(item plan.change_item) returns boolean stable language sql
return exists (select from plan.exclusion e where e.change_set = item.change_set and e.position = item.position);

-- The same by the name of the feature; nothing of the set as a whole, whose code is null.
create or replace function plan.is_excluded_from(change_set_id bigint, collection_id text, feature_code text) returns boolean stable language sql
return exists (
  select from plan.exclusion e join plan.change_item i on i.change_set = e.change_set and i.position = e.position
  where e.change_set = change_set_id and i.collection = collection_id and i.code = feature_code);

-- Why a feature was excluded and where it went; null of what was not, where an outer join found none.
create or replace function plan.exclusion_as_json(e plan.exclusion) returns jsonb stable language sql
return case when e.change_set is not null then jsonb_build_object('reason', e.reason, 'returned_as', e.returned_as) end;

-- The versions that a set has submitted, as review.decide takes them; what was excluded is not among them.
create or replace function plan.submitted_of(change_set_id bigint) returns jsonb stable language sql
return (
  select coalesce(jsonb_agg(jsonb_build_object('collection', i.collection, 'code', i.code, 'version', i.version)), '[]')
  from plan.change_item i where i.change_set = change_set_id and i.action = 'change' and not plan.is_excluded(i));

-- Keeps the properties as they are to be stored, by position. Nothing tells the planner how long the list is, and a loop of ten
-- thousand over ten thousand would take minutes: it may not loop.
create or replace function plan.keep_contents(change_set_id bigint, contents jsonb) returns void language sql
set enable_nestloop = off as $body$
  update plan.change_item i set content = c -> 'content'
  from jsonb_array_elements(contents) c
  where i.change_set = change_set_id and i.action = 'change' and i.position = (c ->> 'position')::integer
$body$;

-- Submits what a set changes; `contents` are the properties as they are to be stored, by position. What it will withdraw must
-- still stand.
create or replace function plan.submit_set(target plan.change_set, actor text, contents jsonb, written_at timestamptz) returns void language plpgsql as $body$
declare
  changed plan.collection;
  removed record;
begin
  perform plan.keep_contents(target.id, contents);
  for changed in
    select k.* from plan.collection k
    where k.id in (select i.collection from plan.change_item i where i.change_set = target.id and i.action = 'change') order by k.id
  loop
    execute format($sql$
      update plan.change_item i set version = (select coalesce(max(f.version), 0) + 1 from feature.%I f where f.code = i.code)
      where i.change_set = $1 and i.collection = $2 and i.action = 'change'
      $sql$, plan.table_of(changed.id)) using target.id, changed.id;
    perform plan.submit_versions(changed, actor, format($source$(
      select i.code, i.version, i.based_on, i.content, null::text as package_hash, %s as geom
      from plan.change_item i where i.change_set = $1::bigint and i.collection = %L and i.action = 'change')$source$,
      plan.place_of(changed, 'i.shape::jsonb'), changed.id), to_jsonb(target.id), written_at);
  end loop;
  for removed in select * from plan.removals_of(target.id) loop
    perform plan.refuse_stale(removed.collection, '(select s ->> ''code'' as code, (s ->> ''based_on'')::integer as based_on from jsonb_array_elements($1) s)', removed.items);
  end loop;
end
$body$;

-- What a set withdraws, by collection, in the order in which collections are locked.
create or replace function plan.removals_of(change_set_id bigint) returns table (collection text, items jsonb) stable language sql as $body$
  select i.collection, jsonb_agg(jsonb_build_object('code', i.code, 'based_on', i.based_on))
  from plan.change_item i where i.change_set = change_set_id and i.action = 'withdraw' and not plan.is_excluded(i) group by i.collection order by i.collection
$body$;

create or replace function plan.withdraw_features(target plan.change_set, actor text, detail jsonb, written_at timestamptz) returns void language plpgsql as $body$
declare
  removed record;
  standing constant text := '(select s ->> ''code'' as code, (s ->> ''based_on'')::integer as version, ''withdrawn'' as state, ''withdrawn'' as action, $1 #> ''{0,detail}'' as detail from jsonb_array_elements($1) s)';
begin
  for removed in select * from plan.removals_of(target.id) loop
    perform plan.close_versions(removed.collection, standing, removed.items, actor, written_at);
    perform plan.note_events(removed.collection, standing, jsonb_set(removed.items, '{0,detail}', detail));
  end loop;
end
$body$;

-- Acts on a set as it was seen at a version; a submission brings the contents that were checked, an approval may exclude features (a
-- list of {code, reason}), a decision keeps the checks that were made for it ({collection, code, version, result}). Returns the set as
-- it is now.
drop function if exists review.act(text, text[], bigint, integer, text, text, jsonb);
create or replace function review.act(
  actor text, roles text[], change_set_id bigint, seen integer, wanted text, comment text default null, contents jsonb default '[]',
  excluded jsonb default '[]', checks jsonb default '[]')
returns jsonb language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $body$
declare
  target plan.change_set := plan.lock_set(actor, roles, change_set_id, seen);
  step plan.review_transition;
  written_at timestamptz := plan.begin_write();
  detail jsonb := jsonb_strip_nulls(jsonb_build_object('change_set', target.id, 'comment', comment));
begin
  select * into step from plan.review_transition t where t.from_state = target.state and t.action = wanted and t.who <> 'process';
  if step.action is null then
    raise restrict_violation using message = format('change set %s is %s: %s is not possible', target.id, target.state, wanted), constraint = 'transition_is_known';
  elsif step.who = 'other' and target.author = actor then
    raise check_violation using message = format('change set %s: nobody decides on their own', target.id), constraint = 'approver_is_not_author';
  elsif step.who = 'author' and target.author <> actor then
    raise insufficient_privilege using message = format('change set %s: only its author may %s it', target.id, wanted), constraint = 'actor_is_author';
  elsif step.role is null or not step.role = any(roles) then
    raise insufficient_privilege using message = format('change set %s: to %s it needs the role %s', target.id, wanted, step.role), constraint = 'role_is_held';
  end if;

  case
    when wanted = 'submit' then
      perform plan.submit_set(target, actor, contents, written_at);
    when target.state = 'in-review' then
      if wanted = 'approve' and jsonb_array_length(excluded) > 0 then
        perform plan.exclude_features(target, actor, excluded, written_at);
      end if;
      perform plan.keep_decision_checks(target, checks);
      perform plan.decide_versions(actor, wanted, plan.submitted_of(target.id), detail, written_at);
      if wanted = 'approve' then
        perform plan.withdraw_features(target, actor, detail, written_at);
      end if;
    else
      null;
  end case;
  update plan.change_set c
  set state = step.to_state, updated_at = written_at, version = c.version + 1, comment = act.comment,
    submitted_at = case when wanted = 'submit' then written_at else c.submitted_at end,
    decided_at = case when wanted = 'submit' then null else written_at end,
    decided_by = case when wanted = 'submit' then null else actor end
  where c.id = target.id returning * into target;
  perform plan.note_set(target, actor, wanted, comment);
  perform plan.finish_write(actor, written_at, wanted = 'approve');
  return plan.change_set_as_json(target, actor, roles);
end
$body$;
