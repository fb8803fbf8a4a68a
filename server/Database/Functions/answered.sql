-- Requests with an Idempotency-Key. The first to come keeps the key to the end of its transaction; whoever comes with it again
-- waits for that and is given the answer. One that was refused leaves nothing, and may be tried again.
create or replace function review.begin_request(actor text, request_key text, request_hash text) returns jsonb language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $body$
declare
  known plan.answered;
begin
  delete from plan.answered a where a.actor = begin_request.actor and a.at < clock_timestamp() - interval '1 day';
  insert into plan.answered (actor, key, request, status, answer) values (actor, request_key, request_hash, 0, '') on conflict do nothing;
  if found then
    return null;
  end if;
  select * into known from plan.answered a where a.actor = begin_request.actor and a.key = request_key;
  if known.request <> request_hash then
    raise check_violation using message = 'the key was used for another request', constraint = 'key_is_of_this_request';
  end if;
  return jsonb_build_object('status', known.status, 'answer', known.answer);
end
$body$;

create or replace function review.end_request(actor text, request_key text, given_status integer, given_answer text) returns void language sql security definer
set search_path = pg_catalog, public, pg_temp as $body$
  update plan.answered a set status = given_status, answer = given_answer where a.actor = end_request.actor and a.key = request_key
$body$;
