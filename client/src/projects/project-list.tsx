import { LocatedAnswer } from "../answer/located-answer.tsx";
import { t } from "../language/t.ts";
import { placedList, unplacedList } from "./lists.ts";
import { ListFrame, ProjectGroup } from "./parts/project-group.tsx";
import { projectFacets } from "./projects.ts";
import { listScope } from "./view.ts";

/** What the two lists show; the counts are of all projects, however many of them are listed. */
export function ProjectList() {
  const { placed, unplaced } = projectFacets.value;
  return (
    <>
      <LocatedAnswer />
      <ListFrame placed={placed}>
        {listScope.value === "all" && placed > 0 && (
          <ProjectGroup title={t("list.placed")} list={placedList.value} total={placed} />
        )}
        {unplaced > 0 && (
          <ProjectGroup
            title={t("list.unplaced")}
            note={t("list.unplaced_note")}
            list={unplacedList.value}
            total={unplaced}
          />
        )}
      </ListFrame>
    </>
  );
}
