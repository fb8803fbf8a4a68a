create or replace view published_plan.document as
select plan, is_loaded, report, outline from plan.document;

create or replace view published_plan.paragraph as
select id, plan, kind, part, chapter, section, subsection, box, item, page, ordinal, text, page_breaks, sentences
from plan.paragraph;

grant select on published_plan.document, published_plan.paragraph to spatialplan_public;
