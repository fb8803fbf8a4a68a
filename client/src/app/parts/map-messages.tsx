import { AnswerStrip } from "../../answer/answer-strip.tsx";
import { FilterNotice } from "../../filter/filter-notice.tsx";
import { AsOfStrip } from "../../history/as-of-strip.tsx";
import { width } from "../../layout/layout.ts";
import { MeasurePanel } from "../../measure/measure-panel.tsx";
import { BasemapStrip, PartsStrip, ReturnToZone, TilesStrip } from "../../over-map/map-strips.tsx";
import { ShownSet } from "../../reading/shown-set.tsx";
import { CatalogueStrip, ConnectionStrip, LoadFailed, MapNotice } from "./states.tsx";

/** What there is to say about the map at the moment, wherever the layout has room for it. */
export function MapMessages() {
  return (
    <>
      <ConnectionStrip />
      <CatalogueStrip />
      <AsOfStrip />
      <FilterNotice spoken />
      <PartsStrip />
      <BasemapStrip />
      <TilesStrip />
      <ReturnToZone />
      <ShownSet />
      {width.value !== "phone" && <MeasurePanel />}
      <AnswerStrip />
      <MapNotice />
      <LoadFailed />
    </>
  );
}
