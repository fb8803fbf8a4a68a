import { useComputed } from "@preact/signals";
import { t } from "../../i18n/t.ts";
import { isLarge } from "../../state/large.ts";
import { listedProjects, PROJECTS, sortProjects } from "../../state/projects.ts";
import { language, listScope, listSort } from "../../state/view.ts";
import { LongProjectList } from "./long-project-list.tsx";
import { ListFrame, ProjectGroup } from "./project-group.tsx";

/** The projects under filter and horizon, those without a place in a group of their own: none leaves without a word. */
export function ProjectList() {
  return isLarge(PROJECTS) ? <LongProjectList /> : <WholeProjectList />;
}

function WholeProjectList() {
  const sorted = useComputed(() => sortProjects(listedProjects.value, listSort.value, language.value));
  const placed = sorted.value.filter((project) => project.geometry !== null);
  const unplaced = sorted.value.filter((project) => project.geometry === null);
  return (
    <ListFrame placed={placed.length}>
      {listScope.value === "all" && placed.length > 0 && (
        <ProjectGroup title={t("list.placed")} projects={placed} total={placed.length} />
      )}
      {unplaced.length > 0 && (
        <ProjectGroup
          title={t("list.unplaced")}
          note={t("list.unplaced_note")}
          projects={unplaced}
          total={unplaced.length}
        />
      )}
    </ListFrame>
  );
}
