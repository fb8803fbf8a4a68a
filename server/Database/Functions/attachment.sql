-- Files and contact of a draft, and what of them goes with the change set that it becomes part of.

-- What was submitted keeps its files.
create or replace function plan.refuse_changed_attachments() returns trigger language plpgsql as $body$
begin
  if old.change_set is not null and (select c.state from plan.change_set c where c.id = old.change_set) not in ('draft', 'returned') then
    raise restrict_violation using message = format('attachment %s was submitted', old.id), constraint = 'change_sets_are_final';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end
$body$;
create or replace trigger attachments_are_final before update or delete on plan.attachment for each row execute function plan.refuse_changed_attachments();

-- Whom to ask is nobody's business any more when a set is decided on.
create or replace function plan.forget_contacts() returns trigger language plpgsql as $body$
begin
  delete from plan.change_set_contact c where c.change_set = new.id;
  return null;
end
$body$;
create or replace trigger contacts_are_forgotten after update of state on plan.change_set for each row
when (new.state in ('approved', 'withdrawn')) execute function plan.forget_contacts();

create or replace function plan.attachment_as_json(kept plan.attachment) returns jsonb stable language sql
return jsonb_build_object(
  'id', kept.id, 'code', kept.code, 'name', kept.name, 'media_type', kept.media_type, 'size', octet_length(kept.content),
  'sha256', encode(kept.hash, 'hex'), 'added_at', kept.added_at);

-- The files of a draft: its own, and those of the set that it mends.
create or replace function plan.attachments_of(kept plan.draft) returns setof plan.attachment stable language sql as $body$
  select a.* from plan.attachment a
  where a.draft = kept.id or (a.change_set = kept.change_set and a.owner = kept.owner and a.code = kept.code)
$body$;

-- Null when there is no such draft of this owner.
create or replace function review.attachments(actor text, draft_id uuid) returns jsonb stable language sql security definer
set search_path = pg_catalog, public, pg_temp as $body$
  select (select coalesce(jsonb_agg(plan.attachment_as_json(a) order by a.added_at, a.id), '[]') from plan.attachments_of(d) a)
  from plan.draft d where d.id = draft_id and d.owner = actor
$body$;

-- Keeps a file of a draft; null when there is no such draft of this owner.
create or replace function review.add_attachment(actor text, draft_id uuid, name text, media_type text, content bytea) returns jsonb language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $body$
declare
  most constant integer := 20;
  most_bytes constant bigint := 100 * 1024 * 1024;
  target plan.draft;
  kept plan.attachment;
begin
  -- Others who add to it wait here, so that the count holds.
  select * into target from plan.draft d where d.id = draft_id and d.owner = actor for update;
  if target.id is null then
    return null;
  end if;
  if (select count(*) from plan.attachments_of(target)) >= most then
    raise program_limit_exceeded using message = format('draft %s has %s attachments', target.id, most), constraint = 'attachments_are_not_too_many';
  end if;
  if (select coalesce(sum(octet_length(a.content)), 0) from plan.attachment a where a.owner = actor and a.draft is not null) + octet_length(content) > most_bytes then
    raise program_limit_exceeded using message = format('the drafts of %s have more than %s bytes', actor, most_bytes), constraint = 'attachments_of_drafts_are_not_too_large';
  end if;
  insert into plan.attachment (owner, draft, code, name, media_type, content) values (actor, target.id, target.code, name, media_type, content) returning * into kept;
  return plan.attachment_as_json(kept);
end
$body$;

-- Returns whether there was one.
create or replace function review.delete_attachment(actor text, draft_id uuid, attachment_id uuid) returns boolean language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $body$
begin
  delete from plan.attachment a using plan.draft d
  where d.id = draft_id and d.owner = actor and a.id = attachment_id and a.id in (select o.id from plan.attachments_of(d) o);
  return found;
end
$body$;

create or replace function review.draft_attachment(actor text, draft_id uuid, attachment_id uuid) returns table (name text, media_type text, content bytea) stable language sql security definer
set search_path = pg_catalog, public, pg_temp as $body$
  select a.name, a.media_type, a.content from plan.draft d cross join lateral plan.attachments_of(d) a
  where d.id = draft_id and d.owner = actor and a.id = attachment_id
$body$;

-- Files and contacts are for the author of a set and, once it was submitted, for its reviewers.
create or replace function plan.may_see_evidence(listed plan.change_set, actor text, roles text[]) returns boolean immutable language sql
return listed.author = actor or (listed.submitted_at is not null and 'reviewer' = any(roles));

-- {contacts, attachments, checks} of a set; null where somebody may not see them.
create or replace function review.evidence(actor text, roles text[], change_set_id bigint) returns jsonb stable language sql security definer
set search_path = pg_catalog, public, pg_temp as $body$
  select jsonb_build_object(
    'contacts', (select coalesce(jsonb_agg(jsonb_build_object('code', k.code, 'contact', k.contact) order by k.code), '[]') from plan.change_set_contact k where k.change_set = c.id),
    'attachments', (select coalesce(jsonb_agg(plan.attachment_as_json(a) order by a.code, a.added_at, a.id), '[]') from plan.attachment a where a.change_set = c.id),
    'checks', (
      select coalesce(jsonb_agg(jsonb_build_object('collection', v.collection, 'code', v.code, 'version', v.version, 'result', v.result) order by v.collection, v.code, v.version), '[]')
      from (select * from plan.version_check v where v.change_set = c.id order by v.version desc limit 20) v))
  from plan.change_set c where c.id = change_set_id and plan.may_see_evidence(c, actor, roles)
$body$;

create or replace function review.change_set_attachment(actor text, roles text[], change_set_id bigint, attachment_id uuid)
returns table (name text, media_type text, content bytea) stable language sql security definer
set search_path = pg_catalog, public, pg_temp as $body$
  select a.name, a.media_type, a.content from plan.change_set c join plan.attachment a on a.change_set = c.id
  where c.id = change_set_id and a.id = attachment_id and plan.may_see_evidence(c, actor, roles)
$body$;

-- The drafts that a set is made of end as its items; their files and contacts are the set's from now on.
create or replace function plan.take_drafts(change_set_id bigint, actor text, drafts uuid[]) returns void language plpgsql as $body$
begin
  delete from plan.change_set_contact k using plan.draft d
  where k.change_set = change_set_id and k.code = d.code and d.id = any(drafts) and d.owner = actor;
  insert into plan.change_set_contact (change_set, code, contact)
  select change_set_id, d.code, max(d.contact) from plan.draft d where d.id = any(drafts) and d.owner = actor and d.contact <> '' group by d.code;
  update plan.attachment a set change_set = change_set_id, draft = null
  from plan.draft d where a.draft = d.id and d.id = any(drafts) and d.owner = actor;
  delete from plan.draft d where d.id = any(drafts) and d.owner = actor;
end
$body$;
