-- What waits for review and somebody may see, the newest first, as asked: {before, author, submitted_before, among, claimed}, each
-- optional; `among` are the ids of those that contain what is sought. With the numbers of all of them that are mine to review,
-- nobody's and others'.
create or replace function review.queue(actor text, roles text[], asked jsonb, most integer) returns jsonb stable language sql security definer
set search_path = pg_catalog, public, pg_temp as $body$
  with matching as (
    select c as listed, c.id, plan.claim_on(c, actor) as claim
    from plan.change_set c
    where c.state = 'in-review' and plan.may_see(c, actor, roles)
      and (asked ->> 'author' is null or c.author = asked ->> 'author')
      and (asked ->> 'submitted_before' is null or c.submitted_at < (asked ->> 'submitted_before')::timestamptz)
      and (jsonb_typeof(asked -> 'among') is distinct from 'array' or c.id in (select jsonb_array_elements_text(asked -> 'among')::bigint))
  )
  select jsonb_build_object(
    'change_sets', (
      select coalesce(jsonb_agg(plan.change_set_as_json(page.listed, actor, roles) order by page.id desc), '[]')
      from (
        select m.listed, m.id from matching m
        where (asked ->> 'claimed' is null or m.claim = asked ->> 'claimed') and (asked ->> 'before' is null or m.id < (asked ->> 'before')::bigint)
        order by m.id desc limit most
      ) page),
    'counts', (
      select jsonb_build_object(
        'mine', count(*) filter (where m.claim = 'mine'), 'nobody', count(*) filter (where m.claim = 'nobody'), 'others', count(*) filter (where m.claim = 'others'))
      from matching m))
$body$;
