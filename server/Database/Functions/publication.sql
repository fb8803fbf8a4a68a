-- What everybody may know of what was published and of what was taken off the plan: by which revision, when, how many and which
-- features, and under which number the decision is kept; nobody's name, and nothing of what was said.

create or replace trigger publications_are_final before update or delete on plan.publication for each row execute function plan.refuse_rewriting('publications_are_final');
create or replace trigger publications_are_never_emptied before truncate on plan.publication for each statement execute function plan.refuse_rewriting('publications_are_final');

create or replace view published_plan.publication as select p.revision, p.collection, p.at, p.number from plan.publication p;

create or replace view published_plan.change as
select e.revision, e.collection, e.id, e.code, e.version, case e.action when 'withdrawn' then 'withdrawn' else 'published' end as action
from plan.event e where e.code is not null and e.action in ('approve', 'added', 'changed', 'withdrawn');

create or replace view published_plan.decision as select d.id, d.revision from plan.decision d where d.action = 'approved';

grant select on published_plan.publication, published_plan.change, published_plan.decision to spatialplan_public;
