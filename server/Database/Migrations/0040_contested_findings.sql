-- What a reviewer says to a finding of the check that the author of a set has contested. An answer is of the version that was
-- submitted; what is submitted anew is looked at anew.
create table plan.finding_answer (
  id bigint generated always as identity primary key,
  change_set bigint not null references plan.change_set (id),
  collection text collate "C" not null,
  code text collate "C" not null,
  version integer not null,
  finding text collate "C" not null,
  outcome text collate "C" not null check (outcome in ('accepted', 'refused')),
  answer text not null check (answer ~ '\S' and char_length(answer) <= 2000),
  answered_by text collate "C" not null check (answered_by ~ '\S'),
  answered_at timestamptz not null default clock_timestamp()
);
create index finding_answer_of_set on plan.finding_answer (change_set, collection, code, version, finding, id desc);

-- What was answered when a decision was made: {contested: […]}; null of decisions before there was such a thing.
alter table plan.decision add column answers jsonb;
