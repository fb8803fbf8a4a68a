import { answer } from "../../answer/answer.ts";
import { answerWords } from "../../answer/answer-line.tsx";
import { findsOnlyOthers } from "../../answer/others.ts";
import { Icon } from "../../controls/icons.tsx";
import { failedCollections, loadState, online, retryLoading } from "../../features/load.ts";
import { collections, isFiltered } from "../../features/plan.ts";
import { filterWords } from "../../filter/filter-words.ts";
import { NothingMatches } from "../../filter/nothing-matches.tsx";
import { collectionTitle, featureName } from "../../language/names.ts";
import { problemText } from "../../language/problem-text.ts";
import { t } from "../../language/t.ts";
import { width } from "../../layout/layout.ts";
import { sheetStop } from "../../layout/sheet.ts";
import { projectFacets, projectsCounting } from "../../projects/projects.ts";
import { selectedFeature } from "../../selection/selected.ts";
import { isCatalogueOld } from "../catalogue-watch.ts";
import "./states.css";

/** Over the map, when nothing of the filter is left to see there; what is there instead says the strip of the answer. */
export function MapNotice() {
  if (loadState.value.kind !== "ready" || !isFiltered.value || projectsCounting.value) return null;
  if (answer.value.length === 0 || answer.value.some(({ matched }) => matched > 0)) return null;
  // where the sheet covers the map, there is no map to speak about
  if (width.value === "phone" && sheetStop.value === "full") return null;
  return (
    <div class="map-notice surface" role="status" data-map-obstacle>
      <NothingMatches />
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

/** Another catalogue has been loaded: the page goes on with its own, and offers the new one. The view is in the address. */
export function CatalogueStrip() {
  if (!isCatalogueOld.value) return null;
  return (
    <div class="strip" role="status" data-map-obstacle>
      <Icon name="reset" size={16} />
      <span>{t("states.catalogue_changed")}</span>
      <button type="button" class="button button-quiet" onClick={() => location.reload()}>
        {t("states.reload")}
      </button>
    </div>
  );
}

/** Spoken when the view changes: what a sighted person sees in the counts and the card. */
export function LiveRegion() {
  const { numberMatched, placed } = projectFacets.value;
  const filter = filterWords().join(t("list.separator"));
  const open = selectedFeature.value;
  const loaded = loadState.value.kind === "ready" && collections.value.size > 0;
  return (
    <div class="spoken" role="status" aria-live="polite">
      {loaded &&
        isFiltered.value &&
        (findsOnlyOthers.value
          ? t("live.filter_answer", { answer: answerWords(), filter })
          : t("live.filter", { count: numberMatched, placed, filter }))}
      {open && t("live.selected", { name: featureName(open.feature) })}
    </div>
  );
}
