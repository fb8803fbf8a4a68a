import { useComputed } from "@preact/signals";
import { isLarge } from "../features/large.ts";
import { t } from "../language/t.ts";
import { language } from "../language/view.ts";
import { LongProjectList } from "./parts/long-project-list.tsx";
import { ListFrame, ProjectGroup } from "./parts/project-group.tsx";
import { listedProjects, PROJECTS, sortProjects } from "./projects.ts";
import { listScope, listSort } from "./view.ts";

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
