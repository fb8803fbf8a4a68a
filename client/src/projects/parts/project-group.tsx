import { useEffect, useRef } from "preact/hooks";
import { OtherFeatures } from "../../answer/other-features.tsx";
import { findsOnlyOthers } from "../../answer/others.ts";
import type { PlanFeature } from "../../api/types.ts";
import { ProjectMarker } from "../../controls/swatch.tsx";
import { ExportButton } from "../../export/export-button.tsx";
import { PAGE } from "../../features/asked-list.ts";
import type { FeatureList } from "../../features/collection-features.ts";
import { confirmedOf, statusShown } from "../../features/status-shown.ts";
import { statusWords } from "../../features/status-words.ts";
import { NothingMatches } from "../../filter/nothing-matches.tsx";
import { formatMoney, formatNumber } from "../../language/format.ts";
import { featureName, termName } from "../../language/names.ts";
import { problemText } from "../../language/problem-text.ts";
import { t } from "../../language/t.ts";
import { language } from "../../language/view.ts";
import { pointsAt } from "../../selection/points-at.ts";
import { openFeature } from "../../selection/select.ts";
import { isSame } from "../../selection/selection.ts";
import { hovered, selection } from "../../selection/view.ts";
import { oneOf } from "../../url/field.ts";
import { PROJECTS, projectFacets, projects, projectsCounting, projectsLoaded } from "../projects.ts";
import { listScope, listSort, SORTS } from "../view.ts";
import { InvestmentSum } from "./investment-sum.tsx";
import "../project-list.css";

/** What the list of projects is made of, whether its rows are held or come in pages. */

type FrameProps = { placed: number; children: preact.ComponentChildren };

/** Counts, order and sum over the groups, whichever way they are fetched. */
export function ListFrame({ placed, children }: FrameProps) {
  const { numberMatched } = projectFacets.value;
  const number = (value: number) => formatNumber(value, language.value);
  return (
    <section class="project-list" aria-label={t("tabs.list")} aria-busy={projectsCounting.value}>
      <div class="project-list-head">
        <p aria-live="polite">
          <strong>{t("projects.count", { count: number(numberMatched) })}</strong>
          {!findsOnlyOthers.value && (
            <span>{t("projects.on_map", { placed: number(placed), total: number(numberMatched) })}</span>
          )}
        </p>
        <ExportButton collection={PROJECTS} />
        <label>
          <span class="spoken">{t("list.sort")}</span>
          <select
            value={listSort.value}
            onChange={(event) => {
              listSort.value = oneOf(SORTS, event.currentTarget.value);
            }}
          >
            {SORTS.map((sort) => (
              <option key={sort} value={sort}>
                {sort === "plan" ? t(`list.sort_${projects.value.ownOrder}` as const) : t(`list.sort_${sort}` as const)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <InvestmentSum />
      {projectsLoaded.value &&
        !projectsCounting.value &&
        numberMatched === 0 &&
        (findsOnlyOthers.value ? <OtherFeatures /> : <NothingMatches />)}
      {listScope.value === "unplaced" && placed > 0 && (
        <button
          type="button"
          class="button list-all"
          onClick={() => {
            listScope.value = "all";
          }}
        >
          {t("list.show_all", { count: number(numberMatched) })}
        </button>
      )}
      {children}
    </section>
  );
}

type GroupProps = { title: string; note?: string; list: FeatureList; total: number };

export function ProjectGroup({ title, note, list, total }: GroupProps) {
  const { features, state } = list.shown.value;
  return (
    <div class="project-group">
      <div class="section-head">
        <h2>{title}</h2>
        <span>{formatNumber(total, language.value)}</span>
      </div>
      {note && <p class="note">{note}</p>}
      <ul>
        {features.map((project) => (
          <ProjectRow key={project.properties.code} project={project} />
        ))}
      </ul>
      {state === "loading" && features.length === 0 && (
        <span class="skeleton list-skeleton" role="status" aria-label={t("states.loading")} />
      )}
      <More list={list} total={total} />
    </div>
  );
}

/** A list that comes in pages is made longer, or asked for again. */
function More({ list, total }: Pick<GroupProps, "list" | "total">) {
  const { features, hasMore, state, problem } = list.shown.value;
  if (!hasMore && state !== "failed") return null;
  const number = (value: number) => formatNumber(value, language.value);
  return (
    <>
      {problem && <p class="note">{problemText(problem)}</p>}
      <p class="list-more">
        <button type="button" class="button" aria-disabled={state === "loading"} onClick={() => void list.more()}>
          {state === "failed"
            ? t("states.retry")
            : t("list.more", { count: number(Math.min(PAGE, Math.max(0, total - features.length))) })}
        </button>
        <span>{t("list.listed", { shown: number(features.length), total: number(total) })}</span>
      </p>
    </>
  );
}

function ProjectRow({ project }: { project: PlanFeature }) {
  const { code, plan_status, placement, industry_chain, investment_cny } = project.properties;
  const row = useRef<HTMLButtonElement>(null);
  const selected = isSame(selection.value, PROJECTS, code);
  useEffect(() => {
    if (selected) row.current?.scrollIntoView({ block: "nearest" });
  }, [selected]);
  const facts = [industry_chain ? termName("industry_chain", industry_chain) : null, statusWords(project)].filter(
    (fact) => fact !== null,
  );
  return (
    <li>
      <button
        ref={row}
        type="button"
        class="project-row"
        data-code={code}
        aria-current={selected}
        data-hovered={isSame(hovered.value, PROJECTS, code)}
        onClick={() => openFeature(PROJECTS, code)}
        {...pointsAt(PROJECTS, code)}
      >
        <ProjectMarker
          status={confirmedOf(project, statusShown.value === "confirmed") ?? plan_status}
          chain={industry_chain ?? null}
          hollow={placement === "inferred"}
        />
        <span class="project-words">
          <span class="project-name">{featureName(project)}</span>
          <span class="project-facts">{facts.join(" · ")}</span>
        </span>
        <span class="project-figure">
          {typeof investment_cny === "number" ? (
            formatMoney(investment_cny, "CNY", language.value)
          ) : (
            <span class="pill-not-stated">{t("not_stated_short")}</span>
          )}
        </span>
      </button>
    </li>
  );
}
