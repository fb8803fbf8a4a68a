-- Who has taken a change set upon them, so that two do not review the same; never its author.
alter table plan.change_set
  add column claimed_by text collate "C",
  add column claimed_at timestamptz,
  add constraint claim_says_when check ((claimed_by is null) = (claimed_at is null)),
  add constraint claimant_is_not_author check (claimed_by <> author);
create index change_set_of_claimant on plan.change_set (claimed_by) where claimed_by is not null;

-- What change sets under review contain, one view a collection as in schema published, for those who review.
create schema submitted;
revoke all on schema submitted from public;
grant usage on schema submitted to spatialplan_staff;
