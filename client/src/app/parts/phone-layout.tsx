import { AccuracyBadge } from "../../accuracy/accuracy-badge.tsx";
import { product } from "../../catalogue.ts";
import { changesOpen } from "../../changes/view.ts";
import { IconButton } from "../../controls/icon-button.tsx";
import { Icon } from "../../controls/icons.tsx";
import { Popover } from "../../controls/popover.tsx";
import { inLanguage } from "../../language/names.ts";
import { t } from "../../language/t.ts";
import { isTiny, sheetDock, sheetStop } from "../../layout/sheet.ts";
import { showTab } from "../../layout/show-tab.ts";
import { MeasurePanel } from "../../measure/measure-panel.tsx";
import { Toasts } from "../../notices/toasts.tsx";
import { Attribution, ThinnedLine } from "../../over-map/map-strips.tsx";
import { ScaleBar } from "../../over-map/scale-bar.tsx";
import { SearchBox } from "../../search/search-box.tsx";
import { mapRequest } from "../../viewport/map-link.ts";
import { hasOwnPanel } from "../../viewport/tool.ts";
import { BottomSheet } from "./bottom-sheet.tsx";
import { Seal } from "./header.tsx";
import { MapMessages } from "./map-messages.tsx";
import { PhoneSettings } from "./phone-settings.tsx";

/** One panel at a time: the map with what belongs to it, and beside or below it the sheet or the tool in its place. */
export function PhoneLayout() {
  const isCovered = !changesOpen.value && !hasOwnPanel.value && sheetStop.value === "full";
  // at the side, and where there is no room for both, a sheet that is all the way out leaves nothing of the map
  const isGone = isTiny.value
    ? isCovered || changesOpen.value || hasOwnPanel.value
    : isCovered && sheetDock.value === "side";
  return (
    <>
      <div class="phone-map">
        {!isGone && (
          <header class="phone-top surface" data-map-obstacle>
            <h1 class="spoken">{inLanguage(product.title)}</h1>
            <Seal size={36} />
            <SearchBox shortcut={false} />
          </header>
        )}
        {!isCovered && !isGone && (
          <>
            <div class="phone-messages">
              <MapMessages />
              <Toasts />
            </div>
            <div class="phone-foot">
              <section class="phone-furniture" aria-label={t("map.controls")}>
                <ThinnedLine />
                <Attribution />
                <ScaleBar />
                <AccuracyBadge />
              </section>
              <PhoneTools />
            </div>
          </>
        )}
        {(isCovered || isGone) && <Toasts />}
      </div>
      {!changesOpen.value && (hasOwnPanel.value ? <MeasurePanel /> : <BottomSheet />)}
    </>
  );
}

function PhoneTools() {
  return (
    <nav class="phone-tools surface" aria-label={t("map.state")} data-map-obstacle>
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
          mapRequest.value = { kind: "whole" };
        }}
      />
      <Popover label={t("view.settings")} buttonClass="icon-button" button={<Icon name="more" size={22} />}>
        {(close) => <PhoneSettings done={close} />}
      </Popover>
    </nav>
  );
}
