import { effect } from "@preact/signals";
import type * as L from "leaflet";
import { lazyPart } from "../api/lazy-part.ts";
import { comparedPlaces, comparedSoon, mapPins } from "../viewport/map-link.ts";

const sheetPart = lazyPart(() => import("./compared/sheet.ts"));

/** What somebody proposes is drawn over the plan by a part that comes when there is something of it. */
export function startComparedPlaces(map: L.Map): () => void {
  let isStopped = false;
  let remove: (() => void) | null = null;
  const stop = effect(() => {
    const isWanted = comparedSoon.value || comparedPlaces.value.length + mapPins.value.length > 0;
    if (!isWanted || remove) return;
    remove = () => {};
    void sheetPart().then(({ startComparedSheet }) => {
      if (!isStopped) remove = startComparedSheet(map);
    });
  });
  return () => {
    isStopped = true;
    stop();
    remove?.();
  };
}
