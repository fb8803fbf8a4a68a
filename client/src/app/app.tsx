import { useRef } from "preact/hooks";
import { AccuracyBadge } from "../accuracy/accuracy-badge.tsx";
import { Horizon } from "../horizon/horizon-control.tsx";
import { t } from "../language/t.ts";
import {
  cardOpen,
  cardWidth,
  changeOnSide,
  leftOpen,
  leftWidth,
  queueOnLeft,
  sideOpen,
  siteOnLeft,
  width,
} from "../layout/layout.ts";
import { isTiny, sheetCover, sheetDock, windowSize } from "../layout/sheet.ts";
import { page } from "../layout/view.ts";
import { Toasts } from "../notices/toasts.tsx";
import { MapListbox } from "../over-map/map-listbox.tsx";
import { Attribution, ThinnedLine } from "../over-map/map-strips.tsx";
import { MapTools } from "../over-map/map-tools.tsx";
import { ScaleBar } from "../over-map/scale-bar.tsx";
import { PrintSheet } from "../print/print-sheet.tsx";
import { SearchBox } from "../search/search-box.tsx";
import { TrayHandle } from "../unplaced/tray-handle.tsx";
import { hasOwnPanel } from "../viewport/tool.ts";
import { useBars } from "./insets.ts";
import {
  AccountSheet,
  CorrectionSheet,
  DeskSheet,
  EnquirySheet,
  ExportSheet,
  FeatureCard,
  KeyboardSheet,
  OwnChangesSheet,
  QueueSheet,
  SiteSheet,
  UnplacedTray,
} from "./parts/lazy-panels.tsx";
import { LeftPanel, Rail } from "./parts/left-panel.tsx";
import { MapMessages } from "./parts/map-messages.tsx";
import { PhoneLayout } from "./parts/phone-layout.tsx";
import { LiveRegion } from "./parts/states.tsx";
import { Summary } from "./parts/summary.tsx";
import { ViewMenu } from "./parts/view-menu.tsx";

/** The map is the page; panels float over it, one a side. */
export function App() {
  const phone = width.value === "phone";
  return (
    <div
      class="app"
      data-left={leftOpen.value ? "open" : "folded"}
      data-card={!phone && sideOpen.value ? "open" : "none"}
      data-page={page.value}
      data-dock={phone ? sheetDock.value : undefined}
      data-tiny={phone && isTiny.value}
      style={{
        "--left-width": `${leftWidth.value}px`,
        "--card-width": `${cardWidth.value}px`,
        "--sheet": `${sheetCover.value}px`,
      }}
    >
      <MapListbox />
      {phone ? <PhoneLayout /> : <WideLayout />}
      <LiveRegion />
      <KeyboardSheet />
      <QueueSheet />
      <DeskSheet />
      <OwnChangesSheet />
      <CorrectionSheet />
      <SiteSheet />
      <ExportSheet />
      <EnquirySheet />
      <AccountSheet />
      <PrintSheet />
    </div>
  );
}

/** Less than this between a panel and the edge of the window holds nothing of the map's. */
const LEAST_MAP_PX = 300;

function WideLayout() {
  // a page that takes all the room there is stands alone
  const isAlone = leftOpen.value && windowSize.value.x - leftWidth.value < LEAST_MAP_PX;
  return (
    <>
      {leftOpen.value ? !queueOnLeft.value && !siteOnLeft.value && <LeftPanel /> : <Rail />}
      {!isAlone && <MapBars />}
      {cardOpen.value && (
        <aside
          class="panel panel-card surface"
          aria-label={t("card.title")}
          data-map-obstacle
          hidden={changeOnSide.value}
        >
          <FeatureCard />
        </aside>
      )}
    </>
  );
}

/** What floats at the top and at the bottom of the map. */
function MapBars() {
  const bars = useRef<HTMLDivElement>(null);
  useBars(bars);
  // between a rail and a card there is room for the measure tool or for the counts
  const isBusy = width.value === "middle" && sideOpen.value && hasOwnPanel.value;
  return (
    <div ref={bars}>
      <section class="map-top" aria-label={t("map.state")}>
        <div class="map-top-left">
          {!leftOpen.value && (
            <div class="map-search surface" data-map-obstacle>
              <SearchBox />
            </div>
          )}
          {!isBusy && <Summary />}
          <MapMessages />
        </div>
        <div class="map-top-right">
          <ViewMenu />
        </div>
      </section>
      <section class="map-bottom" aria-label={t("map.controls")}>
        <div class="map-bottom-tools">
          <div class="unplaced">
            <UnplacedTray />
            <TrayHandle />
          </div>
          <Toasts />
          <MapTools />
        </div>
        <ThinnedLine />
        <div class="map-bottom-row">
          <Horizon />
          <div class="map-furniture">
            <AccuracyBadge />
            <ScaleBar />
            <Attribution />
          </div>
        </div>
      </section>
    </div>
  );
}
