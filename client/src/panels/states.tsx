import { formatNumber } from "../i18n/format.ts";
import { collectionTitle, featureName, inLanguage, termName } from "../i18n/names.ts";
import { problemText } from "../i18n/problem-text.ts";
import { t } from "../i18n/t.ts";
import { fetchFeature } from "../state/fetched.ts";
import { filterInForce } from "../state/filter-match.ts";
import { isLarge } from "../state/large.ts";
import { width } from "../state/layout.ts";
import { failedCollections, loadState, online, retryLoading } from "../state/load.ts";
import { collections, definitionOf, isFiltered, selectedFeature } from "../state/plan.ts";
import { projectFacets, projectsCounting } from "../state/projects.ts";
import { clearFilter, closeFeature, featureState } from "../state/select.ts";
import { sheetStop } from "../state/sheet.ts";
import { language, selection } from "../state/view.ts";
import { Icon } from "./controls/icons.tsx";
import "./states.css";

/** What of a condition stands among words. */
const LONGEST = 40;

/** The words of the filter that is on: chains, then statuses, then the condition that was written. */
export function filterWords(): string[] {
  const { industry_chain, plan_status, rest } = filterInForce.value;
  const written = rest.length > LONGEST ? `${rest.slice(0, LONGEST - 1)}…` : rest;
  return [
    ...industry_chain.map((code) => termName("industry_chain", code)),
    ...plan_status.map((code) => termName("plan_status", code)),
    ...(written === "" ? [] : [written]),
  ];
}

/** The filter hides everything: the card names it and takes it back. */
export function NothingMatches() {
  if (!isFiltered.value) return <p class="state-empty">{t("states.no_projects")}</p>;
  return (
    <div class="state-card" role="status">
      <strong>{t("states.nothing_matches")}</strong>
      <p>{t("states.filtered_by", { filter: filterWords().join(t("list.separator")) })}</p>
      <button type="button" class="button" onClick={clearFilter}>
        {t("filter.clear", { count: filterWords().length })}
      </button>
    </div>
  );
}

/** Over the map, when nothing of the projects is left to see there. */
export function MapNotice() {
  const { numberMatched, placed } = projectFacets.value;
  if (loadState.value.kind !== "ready" || !isFiltered.value || placed > 0 || projectsCounting.value) return null;
  // where the sheet covers the map, there is no map to speak about
  if (width.value === "phone" && sheetStop.value === "full") return null;
  return (
    <div class="map-notice surface" role="status" data-map-obstacle>
      {numberMatched === 0 ? (
        <NothingMatches />
      ) : (
        <div class="state-card">
          <strong>{t("states.none_placed", { count: formatNumber(numberMatched, language.value) })}</strong>
          <p>{t("states.filtered_by", { filter: filterWords().join(t("list.separator")) })}</p>
          <button type="button" class="button" onClick={clearFilter}>
            {t("filter.clear", { count: filterWords().length })}
          </button>
        </div>
      )}
    </div>
  );
}

/** Nothing of the plan came. */
export function LoadFailed() {
  const state = loadState.value;
  if (state.kind !== "failed") return null;
  return (
    <div class="map-notice surface" role="alert" data-map-obstacle>
      <div class="state-card">
        <strong>
          <Icon name={online.value ? "warning" : "offline"} size={18} />
          {t(online.value ? "states.load_failed" : "states.offline")}
        </strong>
        <p>{problemText(state.problem)}</p>
        <button type="button" class="button button-primary" onClick={() => void retryLoading()}>
          <Icon name="reset" size={16} />
          {t("states.retry")}
        </button>
      </div>
    </div>
  );
}

/** Part of the plan is missing, or the connection is: what is on screen stays useful. */
export function ConnectionStrip() {
  if (loadState.value.kind !== "ready") return null;
  const failed = failedCollections.value;
  if (online.value && failed.length === 0) return null;
  const names = failed.map(collectionTitle);
  return (
    <div class="strip" role="status" data-map-obstacle>
      <Icon name="offline" size={16} />
      <span>
        {failed.length > 0
          ? t("states.partly_failed", { names: names.join(t("list.separator")) })
          : t("states.offline_kept")}
      </span>
      {failed.length > 0 && (
        <button type="button" class="button button-quiet" onClick={() => void retryLoading()}>
          {t("states.retry")}
        </button>
      )}
    </div>
  );
}

/** A link to something that is not, or no longer, in the plan. */
export function UnknownFeature() {
  const chosen = selection.value;
  if (chosen.kind !== "feature") return null;
  const definition = definitionOf(chosen.collection);
  const failed = featureState(chosen.collection, chosen.code) === "failed";
  return (
    <div class="card-missing" role="alert">
      <strong>{t(failed ? "states.load_failed" : "states.unknown_feature")}</strong>
      <p class="note">
        {definition ? inLanguage(definition.title) : ""} <code>{chosen.code}</code>
      </p>
      {failed && isLarge(chosen.collection) && (
        <button
          type="button"
          class="button button-primary"
          onClick={() => void fetchFeature(chosen.collection, chosen.code)}
        >
          <Icon name="reset" size={16} />
          {t("states.retry")}
        </button>
      )}
      <button type="button" class="button" onClick={closeFeature}>
        {t("card.close")}
      </button>
    </div>
  );
}

/** Spoken when the view changes: what a sighted person sees in the counts and the card. */
export function LiveRegion() {
  const { numberMatched, placed } = projectFacets.value;
  const open = selectedFeature.value;
  const loaded = loadState.value.kind === "ready" && collections.value.size > 0;
  return (
    <div class="spoken" role="status" aria-live="polite">
      {loaded &&
        isFiltered.value &&
        t("live.filter", { count: numberMatched, placed, filter: filterWords().join(t("list.separator")) })}
      {open && t("live.selected", { name: featureName(open.feature) })}
    </div>
  );
}
