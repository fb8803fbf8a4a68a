-- Whether what I review, or have asked about, waits for a word.
create or replace function plan.waits_for_me(listed plan.change_set, actor text) returns boolean stable language sql
return plan.waits_for_a_word(listed.id) and (
  listed.claimed_by = actor
  or (listed.claimed_by is null and exists (select from plan.consultation k where k.change_set = listed.id and k.opinion is null and k.asked_by = actor)));

-- Whether the checks that were frozen with what a set has submitted found what is asked: {rule, severity, contested}.
create or replace function plan.has_findings(change_set_id bigint, asked jsonb) returns boolean stable language sql
return (coalesce(asked ->> 'rule', asked ->> 'severity') is null or exists (
    select from plan.change_item i
    join plan.version_check v on v.change_set = i.change_set and v.collection = i.collection and v.code = i.code and v.version = i.version
    where i.change_set = change_set_id and jsonb_path_exists(v.result,
      '$.findings[*] ? (@.outcome == "attention" && ($rule == null || @.rule == $rule) && ($severity == null || @.severity == $severity))',
      jsonb_build_object('rule', asked -> 'rule', 'severity', asked -> 'severity'))))
  and (asked ->> 'contested' is null or exists (
    select from plan.contested_findings(change_set_id) f where asked ->> 'contested' = 'any' or f ->> 'outcome' is null));

-- What waits for review and somebody may see, the newest first, as asked: {before, author, submitted_before, among, claimed, rule, severity,
-- contested}, each optional. `among` are the ids of those that contain what is sought; `claimed` is mine, nobody, others, waiting (what I
-- review or have asked about, and a department's word is outstanding) or asked (what waits for the word of a department I speak for);
-- `rule` and `severity` are of what the check wants looked at, `contested` says whether the author contests anything (any), or there is
-- something of it to answer (open). With the numbers of all of them by `claimed`.
create or replace function review.queue(actor text, roles text[], asked jsonb, most integer) returns jsonb stable language sql security definer
set search_path = pg_catalog, public, pg_temp as $body$
  with matching as (
    select c as listed, c.id, case when plan.waits_for_me(c, actor) then 'waiting' else plan.claim_on(c, actor) end as claim, plan.is_asked(c, actor) as is_asked
    from plan.change_set c
    where c.state = 'in-review' and plan.may_see(c, actor, roles)
      and (asked ->> 'author' is null or c.author = asked ->> 'author')
      and (asked ->> 'submitted_before' is null or c.submitted_at < (asked ->> 'submitted_before')::timestamptz)
      and plan.has_findings(c.id, asked)
      and (jsonb_typeof(asked -> 'among') is distinct from 'array' or c.id in (select jsonb_array_elements_text(asked -> 'among')::bigint))
  )
  select jsonb_build_object(
    'change_sets', (
      select coalesce(jsonb_agg(plan.change_set_as_json(page.listed, actor, roles) order by page.id desc), '[]')
      from (
        select m.listed, m.id from matching m
        where (asked ->> 'claimed' is null or m.claim = asked ->> 'claimed' or (asked ->> 'claimed' = 'asked' and m.is_asked)) and (asked ->> 'before' is null or m.id < (asked ->> 'before')::bigint)
        order by m.id desc limit most
      ) page),
    'counts', (
      select jsonb_build_object(
        'waiting', count(*) filter (where m.claim = 'waiting'), 'asked', count(*) filter (where m.is_asked),
        'mine', count(*) filter (where m.claim = 'mine'), 'nobody', count(*) filter (where m.claim = 'nobody'), 'others', count(*) filter (where m.claim = 'others'))
      from matching m))
$body$;
