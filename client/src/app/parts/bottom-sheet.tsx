import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { AnswerLine } from "../../answer/answer-line.tsx";
import { findsOnlyOthers } from "../../answer/others.ts";
import { loadState } from "../../features/load.ts";
import { isFiltered } from "../../features/plan.ts";
import { clearFilter } from "../../filter/choose.ts";
import { FilterNotice } from "../../filter/filter-notice.tsx";
import { filterWords } from "../../filter/filter-words.ts";
import { Horizon } from "../../horizon/horizon-control.tsx";
import { FallbackSign } from "../../language/fallback-sign.tsx";
import { formatNumber } from "../../language/format.ts";
import { t } from "../../language/t.ts";
import { language } from "../../language/view.ts";
import { cardOpen } from "../../layout/layout.ts";
import {
  isTiny,
  type SheetStop,
  sheetDock,
  sheetExtent,
  sheetStop,
  sheetStops,
  windowSize,
} from "../../layout/sheet.ts";
import { page, tab } from "../../layout/view.ts";
import { projectFacets } from "../../projects/projects.ts";
import { reading } from "../../reading/view.ts";
import { FindPark } from "./find-park.tsx";
import { PageBody } from "./page-body.tsx";
import { TabBar, TabPanel } from "./tabs.tsx";
import "./bottom-sheet.css";
import { FeatureCard } from "./lazy-panels.tsx";

function nearestStop(extent: number): SheetStop {
  const distance = (stop: SheetStop) => Math.abs(sheetExtent(stop) - extent);
  return [...sheetStops.value].sort((a, b) => distance(a) - distance(b))[0] ?? "half";
}

/** Two or three stops, by dragging the grip or by pressing it: no gesture is the only way. */
export function BottomSheet() {
  const dragged = useSignal<number | null>(null);
  const start = useRef({ at: 0, extent: 0, moved: false });
  const stop = sheetStop.value;
  const isSide = sheetDock.value === "side";
  const extent = dragged.value ?? sheetExtent(stop);
  const along = (event: PointerEvent) => (isSide ? event.clientX : event.clientY);
  const onPointerDown = (event: PointerEvent) => {
    if (!(event.currentTarget instanceof HTMLElement)) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { at: along(event), extent, moved: false };
    dragged.value = extent;
  };
  const onPointerMove = (event: PointerEvent) => {
    if (dragged.value === null) return;
    const by = start.current.at - along(event);
    if (Math.abs(by) > 6) start.current.moved = true;
    const most = isSide ? windowSize.value.x : windowSize.value.y;
    dragged.value = Math.min(most, Math.max(sheetExtent("peek"), start.current.extent + by));
  };
  const onPointerUp = () => {
    if (dragged.value !== null && start.current.moved) sheetStop.value = nearestStop(dragged.value);
    dragged.value = null;
  };
  const stops = sheetStops.value;
  const next = stops[(stops.indexOf(stop) + 1) % stops.length] ?? "half";
  // at the side, and where there is room for nothing else, a folded sheet is its grip
  const folded = isSide || isTiny.value ? sheetExtent("peek") : 0;
  const onClick = () => {
    if (start.current.moved) start.current.moved = false;
    else sheetStop.value = next;
  };
  return (
    <section
      class="sheet surface"
      data-stop={stop}
      data-folded={extent <= folded}
      data-dragging={dragged.value !== null}
      style={isSide ? { width: `${extent}px` } : { height: `${extent}px` }}
      aria-label={t("sheet.title")}
      data-map-obstacle
      data-panel
    >
      <button
        type="button"
        class="sheet-grip"
        aria-label={t(`sheet.to_${next}` as const)}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={onPointerUp}
        onClick={onClick}
      >
        <span />
      </button>
      {page.value !== "map" && !cardOpen.value ? (
        <PageBody />
      ) : cardOpen.value && !(tab.value === "text" && reading.value !== null) ? (
        <FeatureCard />
      ) : (
        <SheetTabs />
      )}
    </section>
  );
}

function SheetTabs() {
  const { numberMatched, placed, unplaced, without_horizon } = projectFacets.value;
  const words = filterWords();
  const number = (value: number) => formatNumber(value, language.value);
  return (
    <>
      <div class="sheet-tabs">
        <TabBar />
        <FindPark />
      </div>
      <p class="sheet-summary note">
        <FallbackSign />
        {findsOnlyOthers.value ? (
          <AnswerLine />
        ) : (
          <span>{t("projects.on_map", { placed: number(placed), total: number(numberMatched) })}</span>
        )}
        {without_horizon > 0 && <span>{t("summary.without_year", { count: number(without_horizon) })}</span>}
      </p>
      {/* where the sheet covers the map, it covers the notice over the map too */}
      {sheetStop.value === "full" && <FilterNotice />}
      {tab.value === "layers" && (
        <div class="sheet-head">
          <h2>{t("sheet.filter")}</h2>
          {isFiltered.value && (
            <button type="button" class="button button-quiet" onClick={clearFilter}>
              {t("filter.clear", { count: words.length })}
            </button>
          )}
        </div>
      )}
      <TabPanel filtersFirst between={<SheetHorizon />} />
      {tab.value === "layers" && sheetStop.value !== "peek" && loadState.value.kind === "ready" && (
        <div class="sheet-action">
          <button
            type="button"
            class="button button-primary"
            onClick={() => {
              tab.value = "list";
            }}
          >
            {findsOnlyOthers.value ? (
              <strong>{t("sheet.see_answer")}</strong>
            ) : (
              <>
                <strong>{t("sheet.see", { count: number(numberMatched) })}</strong>
                <span>{t("projects.placed_unplaced", { placed: number(placed), unplaced: number(unplaced) })}</span>
              </>
            )}
          </button>
        </div>
      )}
    </>
  );
}

function SheetHorizon() {
  return (
    <div class="sheet-horizon">
      <div class="section-head">
        <h2>{t("horizon.title")}</h2>
      </div>
      <Horizon />
    </div>
  );
}
