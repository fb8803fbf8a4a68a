import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { formatNumber } from "../i18n/format.ts";
import { t } from "../i18n/t.ts";
import { cardOpen, type SheetStop, sheetStop } from "../state/layout.ts";
import { loadState } from "../state/load.ts";
import { isFiltered } from "../state/plan.ts";
import { projectFacets } from "../state/projects.ts";
import { clearFilter } from "../state/select.ts";
import { language, page, reading, tab } from "../state/view.ts";
import { FeatureCard } from "./card/feature-card.tsx";
import { FilterNotice } from "./filter/filter-notice.tsx";
import { Horizon } from "./horizon.tsx";
import { PageBody } from "./page/page-body.tsx";
import { PhoneSettings } from "./phone-settings.tsx";
import { filterWords } from "./states.tsx";
import { TabBar, TabPanel } from "./tabs.tsx";
import "./bottom-sheet.css";

const STOPS: readonly SheetStop[] = ["peek", "half", "full"];
const PEEK_PX = 88;

export const stopHeight = (stop: SheetStop, windowHeight: number): number =>
  ({ peek: PEEK_PX, half: windowHeight * 0.45, full: windowHeight * 0.92 })[stop];

function nearestStop(height: number): SheetStop {
  const distance = (stop: SheetStop) => Math.abs(stopHeight(stop, window.innerHeight) - height);
  return [...STOPS].sort((a, b) => distance(a) - distance(b))[0] ?? "half";
}

/** Three stops, by dragging the grip or by pressing it: no gesture is the only way. */
export function BottomSheet() {
  const dragged = useSignal<number | null>(null);
  const start = useRef({ y: 0, height: 0, moved: false });
  const stop = sheetStop.value;
  const height = dragged.value ?? stopHeight(stop, window.innerHeight);
  const onPointerDown = (event: PointerEvent) => {
    if (!(event.currentTarget instanceof HTMLElement)) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { y: event.clientY, height, moved: false };
    dragged.value = height;
  };
  const onPointerMove = (event: PointerEvent) => {
    if (dragged.value === null) return;
    const by = start.current.y - event.clientY;
    if (Math.abs(by) > 6) start.current.moved = true;
    dragged.value = Math.min(window.innerHeight * 0.94, Math.max(PEEK_PX, start.current.height + by));
  };
  const onPointerUp = () => {
    if (dragged.value !== null && start.current.moved) sheetStop.value = nearestStop(dragged.value);
    dragged.value = null;
  };
  const onClick = () => {
    if (start.current.moved) start.current.moved = false;
    else sheetStop.value = STOPS[(STOPS.indexOf(stop) + 1) % STOPS.length] ?? "half";
  };
  return (
    <section
      class="sheet surface"
      data-stop={stop}
      data-dragging={dragged.value !== null}
      style={{ height: `${height}px` }}
      aria-label={t("sheet.title")}
      data-map-obstacle
    >
      <button
        type="button"
        class="sheet-grip"
        aria-label={t(`sheet.from_${stop}` as const)}
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
      </div>
      <p class="sheet-summary note">
        <span>{t("projects.on_map", { placed: number(placed), total: number(numberMatched) })}</span>
        {without_horizon > 0 && <span>{t("summary.without_year", { count: number(without_horizon) })}</span>}
      </p>
      <FilterNotice />
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
      <TabPanel filtersFirst between={<SheetHorizon />} after={<PhoneSettings />} />
      {tab.value === "layers" && sheetStop.value !== "peek" && loadState.value.kind === "ready" && (
        <div class="sheet-action">
          <button
            type="button"
            class="button button-primary"
            onClick={() => {
              tab.value = "list";
            }}
          >
            <strong>{t("sheet.see", { count: number(numberMatched) })}</strong>
            <span>{t("projects.placed_unplaced", { placed: number(placed), unplaced: number(unplaced) })}</span>
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
