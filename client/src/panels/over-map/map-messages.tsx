import { width } from "../../state/layout.ts";
import { FilterNotice } from "../filter/filter-notice.tsx";
import { ShownSet } from "../reading/shown-set.tsx";
import { ConnectionStrip, LoadFailed, MapNotice } from "../states.tsx";
import { BasemapStrip, PartsStrip, ReturnToZone, TilesStrip } from "./map-strips.tsx";
import { MeasurePanel } from "./measure-panel.tsx";

/** What there is to say about the map at the moment, wherever the layout has room for it. */
export function MapMessages() {
  return (
    <>
      <ConnectionStrip />
      <FilterNotice spoken />
      <PartsStrip />
      <BasemapStrip />
      <TilesStrip />
      <ReturnToZone />
      <ShownSet />
      {width.value !== "phone" && <MeasurePanel />}
      <MapNotice />
      <LoadFailed />
    </>
  );
}
