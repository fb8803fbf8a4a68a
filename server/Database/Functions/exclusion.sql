-- Features that a reviewer takes out of a set when they approve the rest: each goes back to its author, in a returned set of its own
-- with its files; the set that was approved keeps what was proposed, and why it was excluded.

create or replace trigger exclusions_are_final before update or delete on plan.exclusion for each row execute function plan.refuse_rewriting('exclusions_are_final');
create or replace trigger exclusions_are_never_emptied before truncate on plan.exclusion for each statement execute function plan.refuse_rewriting('exclusions_are_final');

-- `excluded` is a list of {code, reason}; a ground and what stands on it have one code and go together. In the transaction of
-- the approval, before it: the versions of these features are returned by it.
create or replace function plan.exclude_features(target plan.change_set, actor text, excluded jsonb, written_at timestamptz) returns void language plpgsql as $body$
declare
  longest constant integer := 2000;
  codes text[] := (select array_agg(e ->> 'code') from jsonb_array_elements(excluded) e);
  sent_back plan.change_set;
  one record;
  odd text;
begin
  select asked into odd from unnest(codes) asked where not exists (select from plan.change_item i where i.change_set = target.id and i.code = asked) limit 1;
  if odd is not null then
    raise no_data_found using message = format('change set %s has nothing of %s', target.id, odd), constraint = 'item_is_known';
  elsif not exists (select from plan.change_item i where i.change_set = target.id and i.code <> all (codes)) then
    raise check_violation using message = format('nothing is left of change set %s to approve', target.id), constraint = 'something_is_approved';
  end if;
  -- What is new in the set and excluded is nothing that the rest could refer to.
  select i.code into odd
  from plan.change_item i join plan.change_item rest on rest.change_set = i.change_set and rest.code <> all (codes) and rest.action = 'change'
  where i.change_set = target.id and i.code = any(codes) and i.based_on is null and position('"' || i.code || '"' in rest.content::text) > 0 limit 1;
  if odd is not null then
    raise check_violation using message = format('change set %s refers to %s', target.id, odd), constraint = 'excluded_is_not_referred_to';
  end if;

  insert into plan.change_set (title, basis, author, excluded_from) values (target.title, target.basis, target.author, target.id) returning * into sent_back;
  insert into plan.change_item (change_set, position, collection, code, action, based_on, content, shape, version, check_reasons)
  select sent_back.id, row_number() over (order by i.position), i.collection, i.code, i.action, i.based_on, i.content, i.shape, i.version, i.check_reasons
  from plan.change_item i where i.change_set = target.id and i.code = any(codes);
  insert into plan.exclusion (change_set, position, code, reason, returned_as)
  select target.id, i.position, i.code, e ->> 'reason', sent_back.id
  from plan.change_item i join jsonb_array_elements(excluded) e on e ->> 'code' = i.code where i.change_set = target.id;
  insert into plan.change_set_contact (change_set, code, contact)
  select sent_back.id, c.code, c.contact from plan.change_set_contact c where c.change_set = target.id and c.code = any(codes);
  insert into plan.attachment (owner, change_set, code, name, media_type, content, added_at)
  select a.owner, sent_back.id, a.code, a.name, a.media_type, a.content, a.added_at from plan.attachment a where a.change_set = target.id and a.code = any(codes);

  for one in select e ->> 'code' as code, e ->> 'reason' as reason from jsonb_array_elements(excluded) e loop
    perform plan.decide_versions(actor, 'return', (
        select coalesce(jsonb_agg(jsonb_build_object('collection', i.collection, 'code', i.code, 'version', i.version)), '[]')
        from plan.change_item i where i.change_set = target.id and i.code = one.code and i.action = 'change'),
      jsonb_build_object('change_set', sent_back.id, 'comment', one.reason), written_at);
  end loop;
  update plan.change_set c
  set state = 'returned', updated_at = written_at, version = c.version + 1, submitted_at = target.submitted_at, decided_at = written_at, decided_by = actor,
    claimed_by = target.claimed_by, claimed_at = target.claimed_at,
    comment = (
      select left(string_agg(case when cardinality(codes) = 1 then e ->> 'reason' else (e ->> 'code') || ': ' || (e ->> 'reason') end, E'\n'), longest)
      from jsonb_array_elements(excluded) e)
  where c.id = sent_back.id returning * into sent_back;
  perform plan.note_set(sent_back, actor, 'exclude', sent_back.comment);
end
$body$;
