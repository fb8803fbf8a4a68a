-- What somebody is told of change sets that concern them. It repeats nothing of what is said there: a notification leads to it.
create table plan.notification (
  id bigint generated always as identity primary key,
  account text collate "C" not null,
  at timestamptz not null default clock_timestamp(),
  kind text collate "C" not null check (kind in ('submitted', 'withdrawn', 'claimed', 'assigned', 'commented', 'returned', 'approved', 'asked', 'answered')),
  actor text collate "C" not null check (actor ~ '\S'),
  change_set bigint not null references plan.change_set (id),
  read_at timestamptz
);
create index notification_of_account on plan.notification (account, id desc);
create index unread_notification on plan.notification (account) where read_at is null;
