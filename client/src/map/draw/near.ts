import { effect } from "@preact/signals";
import type * as L from "leaflet";
import type { PlanFeature } from "../../api/types.ts";
import { SURVEYED_M } from "../../drawing/from-feature.ts";
import { snapping } from "../../drawing/snapping.ts";
import { askedCollections } from "../../features/features-in.ts";
import { getItemPage } from "../../features/requests.ts";
import { layers } from "../../layers/view.ts";
import { planChanges } from "../../viewport/map-link.ts";

/** Where a hand can point at single corners; further out very many features would be asked for. */
const NEAREST_ZOOM = 14;
/** As many of a layer as are asked for: what lies beyond is caught when the map comes nearer. */
const MOST = 500;
const REST_MS = 200;

/**
 * What lies in the window of layers of which the map has tiles alone: asked for by the box of the window, because a tile
 * has its lines rounded to its own grid, half a metre off, and does not say how finely they are placed.
 */
export function startNear(map: L.Map) {
  let found: ReadonlyMap<string, readonly PlanFeature[]> = new Map();
  let given = new AbortController();
  let rest = 0;
  const ask = () => {
    window.clearTimeout(rest);
    given.abort();
    const wanted = new Set(askedCollections.peek());
    const shown = layers.peek().filter(({ id, visible }) => visible && wanted.has(id));
    if (snapping.peek() === "off" || shown.length === 0 || map.getZoom() < NEAREST_ZOOM) return;
    const now = new AbortController();
    given = now;
    rest = window.setTimeout(async () => {
      const bounds = map.getBounds();
      const bbox = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()].join();
      const accurate = snapping.peek() === "all" ? {} : { filter: `accuracy_m <= ${SURVEYED_M}` };
      const answers = await Promise.all(
        shown.map(async ({ id }) => {
          const query = new URLSearchParams({ bbox, limit: String(MOST), ...accurate });
          return [id, await getItemPage(id, query, now.signal)] as const;
        }),
      );
      if (now.signal.aborted) return;
      // a layer that does not answer catches nothing, and drawing goes on
      found = new Map(answers.flatMap(([id, answer]) => (answer.ok ? [[id, answer.data.features] as const] : [])));
    }, REST_MS);
  };
  map.on("moveend", ask);
  const stop = effect(() => {
    void [askedCollections.value, layers.value, snapping.value, planChanges.value];
    ask();
  });
  return {
    features: () => found,
    stop() {
      stop();
      map.off("moveend", ask);
      window.clearTimeout(rest);
      given.abort();
    },
  };
}
