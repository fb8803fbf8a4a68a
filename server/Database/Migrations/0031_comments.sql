-- What people say to each other about a change set while it is reviewed. Nothing of it is changed or deleted: an answer, and
-- that a comment is resolved or taken up again, are entries of their own.
create table plan.comment (
  id bigint generated always as identity primary key,
  change_set bigint not null references plan.change_set (id),
  -- Of the set when it was said: whoever reads it later knows what it was about.
  set_version integer not null,
  at timestamptz not null default clock_timestamp(),
  author text collate "C" not null check (author ~ '\S'),
  action text collate "C" not null check (action in ('comment', 'answer', 'resolve', 'reopen')),
  about bigint references plan.comment (id),
  text text check (text ~ '\S' and length(text) <= 2000),
  -- Where it is pinned: to a feature of the set, to a property of it, to a place.
  collection text collate "C",
  code text collate "C",
  property text collate "C",
  place geometry(Point, 4490),
  constraint what_is_about_a_comment_says_which check ((action = 'comment') = (about is null)),
  constraint comment_says_something check (action in ('resolve', 'reopen') or text is not null),
  constraint only_a_comment_is_pinned check (action = 'comment' or (collection is null and place is null)),
  constraint pinned_to_a_feature_or_none check ((collection is null) = (code is null) and (property is null or code is not null))
);
create index comment_of_set on plan.comment (change_set, id);
