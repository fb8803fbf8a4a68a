-- Which departments an account speaks for. The departments themselves are a vocabulary of the package.
create table account.membership (
  account uuid not null references account.account (id),
  department text collate "C" not null check (char_length(department) between 1 and 100),
  primary key (account, department)
);
create index membership_of_department on account.membership (department);

-- What a reviewer asks of a department before a set is decided on, of the whole or of one finding of its check, and its word. The
-- question never changes; it is answered once, or taken back with a reason.
create table plan.consultation (
  id bigint generated always as identity primary key,
  change_set bigint not null references plan.change_set (id),
  set_version integer not null,
  department text collate "C" not null,
  collection text collate "C",
  code text collate "C",
  finding text collate "C",
  question text not null check (question ~ '\S' and char_length(question) <= 2000),
  asked_by text collate "C" not null check (asked_by ~ '\S'),
  asked_at timestamptz not null default clock_timestamp(),
  opinion text collate "C" check (opinion in ('no-objection', 'conditions', 'objection', 'taken-back')),
  answer text check (answer ~ '\S' and char_length(answer) <= 2000),
  answered_by text collate "C" check (answered_by ~ '\S'),
  answered_at timestamptz,
  constraint about_a_feature_or_the_whole check (num_nonnulls(collection, code) in (0, 2) and (finding is null or code is not null)),
  constraint word_is_whole check (num_nonnulls(opinion, answered_by, answered_at) in (0, 3)),
  constraint whoever_is_not_content_says_why check (coalesce(opinion, 'no-objection') = 'no-objection' or answer is not null)
);
create index consultation_of_set on plan.consultation (change_set, id);
create unique index one_open_question on plan.consultation (change_set, department, coalesce(code, ''), coalesce(finding, '')) where opinion is null;
create index consultation_open on plan.consultation (department) where opinion is null;
