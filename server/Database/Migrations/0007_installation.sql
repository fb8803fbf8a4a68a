-- Which database this is. Revisions count from 1 in each of them, so that an answer is named by both.
create table plan.installation (
  only_row boolean primary key default true check (only_row),
  id uuid not null,
  -- Where the id was drawn; see plan.identify_installation.
  place text not null
);
insert into plan.installation (id, place) values (gen_random_uuid(), '');
