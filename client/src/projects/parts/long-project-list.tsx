import { formatNumber } from "../../language/format.ts";
import { problemText } from "../../language/problem-text.ts";
import { t } from "../../language/t.ts";
import { language } from "../../language/view.ts";
import { loadMore, PAGE, placedPages, unplacedPages } from "../project-pages.ts";
import { projectFacets } from "../projects.ts";
import { listScope } from "../view.ts";
import { ListFrame, ProjectGroup } from "./project-group.tsx";

/** More projects than a list can hold: a page at a time, the counts are of all of them. */
export function LongProjectList() {
  const { placed, unplaced } = projectFacets.value;
  return (
    <ListFrame placed={placed}>
      {listScope.value === "all" && placed > 0 && (
        <PagedGroup title={t("list.placed")} pages={placedPages} total={placed} />
      )}
      {unplaced > 0 && (
        <PagedGroup title={t("list.unplaced")} note={t("list.unplaced_note")} pages={unplacedPages} total={unplaced} />
      )}
    </ListFrame>
  );
}

type Props = { title: string; note?: string; pages: typeof placedPages; total: number };

function PagedGroup({ pages, total, ...words }: Props) {
  const { projects, next, state, problem } = pages.value;
  const number = (value: number) => formatNumber(value, language.value);
  return (
    <ProjectGroup {...words} projects={projects} total={total}>
      {state === "failed" && <p class="note">{problem ? problemText(problem) : ""}</p>}
      {state === "loading" && projects.length === 0 && (
        <span class="skeleton list-skeleton" role="status" aria-label={t("states.loading")} />
      )}
      {(next !== null || state === "failed") && (
        <p class="list-more">
          <button type="button" class="button" aria-disabled={state === "loading"} onClick={() => void loadMore(pages)}>
            {state === "failed"
              ? t("states.retry")
              : t("list.more", { count: number(Math.min(PAGE, Math.max(0, total - projects.length))) })}
          </button>
          <span>{t("list.listed", { shown: number(projects.length), total: number(total) })}</span>
        </p>
      )}
    </ProjectGroup>
  );
}
