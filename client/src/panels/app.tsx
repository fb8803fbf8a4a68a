import { product } from "../catalogue.ts";
import { inLanguage } from "../i18n/names.ts";
import { t } from "../i18n/t.ts";
import { cardOpen, leftOpen, leftWidth, sheetStop, width } from "../state/layout.ts";
import { mapRequest } from "../state/map-link.ts";
import { page } from "../state/view.ts";
import { BottomSheet, stopHeight } from "./bottom-sheet.tsx";
import { FeatureCard } from "./card/feature-card.tsx";
import { IconButton } from "./controls/icon-button.tsx";
import { ExportSheet } from "./export/export-sheet.tsx";
import { FilterNotice } from "./filter/filter-notice.tsx";
import { Seal } from "./header.tsx";
import { Horizon } from "./horizon.tsx";
import { KeyboardSheet } from "./keyboard-sheet.tsx";
import { LeftPanel, Rail } from "./left-panel.tsx";
import { AccuracyBadge } from "./over-map/accuracy-badge.tsx";
import { MapListbox } from "./over-map/map-listbox.tsx";
import {
  Attribution,
  BasemapStrip,
  PartsStrip,
  ReturnToZone,
  ThinnedLine,
  TilesStrip,
} from "./over-map/map-strips.tsx";
import { MapTools } from "./over-map/map-tools.tsx";
import { MeasurePanel } from "./over-map/measure-panel.tsx";
import { ScaleBar } from "./over-map/scale-bar.tsx";
import { PrintSheet } from "./print/print-sheet.tsx";
import { ShownSet } from "./reading/shown-set.tsx";
import { SearchBox } from "./search/search-box.tsx";
import { showTab } from "./shortcuts.ts";
import { ConnectionStrip, LiveRegion, LoadFailed, MapNotice } from "./states.tsx";
import { Summary } from "./summary.tsx";
import { Toasts } from "./toasts.tsx";
import { ViewMenu } from "./view-menu.tsx";

/** The map is the page; panels float over it, one a side. */
export function App() {
  const phone = width.value === "phone";
  return (
    <div
      class="app"
      data-left={leftOpen.value ? "open" : "folded"}
      data-card={!phone && cardOpen.value ? "open" : "none"}
      data-page={page.value}
      style={{ "--left-width": `${leftWidth.value}px` }}
    >
      <MapListbox />
      {phone ? <PhoneLayout /> : <WideLayout />}
      <MapNotice />
      <LoadFailed />
      <Toasts />
      <LiveRegion />
      <KeyboardSheet />
      <ExportSheet />
      <PrintSheet />
    </div>
  );
}

function WideLayout() {
  return (
    <>
      {leftOpen.value ? <LeftPanel /> : <Rail />}
      <section class="map-top" aria-label={t("map.state")}>
        <div class="map-top-left">
          {!leftOpen.value && (
            <div class="map-search surface" data-map-obstacle>
              <SearchBox />
            </div>
          )}
          <Summary />
          <MapMessages />
        </div>
        <div class="map-top-right">
          <ViewMenu />
        </div>
      </section>
      <section class="map-bottom" aria-label={t("map.controls")}>
        <MapTools />
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
      {cardOpen.value && (
        <aside class="panel panel-card surface" aria-label={t("card.title")} data-map-obstacle>
          <FeatureCard />
        </aside>
      )}
    </>
  );
}

/** What there is to say about the map at the moment, wherever the layout has room for it. */
function MapMessages() {
  return (
    <>
      <ConnectionStrip />
      <FilterNotice spoken />
      <PartsStrip />
      <BasemapStrip />
      <TilesStrip />
      <ReturnToZone />
      <ShownSet />
      <MeasurePanel />
    </>
  );
}

function PhoneLayout() {
  const above = Math.min(stopHeight(sheetStop.value, window.innerHeight), window.innerHeight * 0.6) + 10;
  return (
    <>
      <header class="phone-top surface" data-map-obstacle>
        <h1 class="spoken">{inLanguage(product.title)}</h1>
        <Seal size={36} />
        <SearchBox shortcut={false} />
      </header>
      <div class="phone-messages">
        <MapMessages />
      </div>
      <section class="phone-furniture" style={{ bottom: `${above}px` }} aria-label={t("map.controls")}>
        <ThinnedLine />
        <AccuracyBadge />
        <ScaleBar />
        <Attribution />
      </section>
      <nav class="phone-tools surface" style={{ bottom: `${above}px` }} aria-label={t("map.state")} data-map-obstacle>
        <IconButton
          icon="layers"
          name={t("tabs.layers")}
          size={22}
          onClick={() => showTab("layers", ".layer-group button")}
        />
        <IconButton
          icon="locate"
          name={t("map.whole_zone")}
          size={22}
          onClick={() => {
            mapRequest.value = { kind: "zone" };
          }}
        />
      </nav>
      <BottomSheet />
    </>
  );
}
