import { effect } from "@preact/signals";
import { shownTheme } from "../appearance/view.ts";
import { basemap } from "../basemap/view.ts";
import { emphasis } from "../features/emphasis.ts";
import { fetched } from "../features/fetched.ts";
import { largeCollections } from "../features/large.ts";
import { appearance, collections } from "../features/plan.ts";
import { statusShown } from "../features/status-shown.ts";
import { filterParameters } from "../filter/query.ts";
import { colourBy } from "../filter/view.ts";
import { horizon } from "../horizon/view.ts";
import { profileNames } from "../language/catalogue-words.ts";
import { pageLanguage } from "../language/view.ts";
import { layers } from "../layers/view.ts";
import { shownFeatures } from "../reading/shown.ts";
import { selectedFeature } from "../selection/selected.ts";
import { hovered, selection } from "../selection/view.ts";
import { symbols } from "../symbols/style.ts";
import { badgeMeasure } from "../targets/badge-measure.ts";
import { bubbles } from "../unplaced/bubbles.ts";
import { insets, mapRequest } from "../viewport/map-link.ts";
import { startBasemap } from "./basemap.ts";
import { startComparedPlaces } from "./compared-places.ts";
import { warmFonts } from "./labels/measure.ts";
import { createLeafletMap } from "./leaflet-map.ts";
import { createNameTimer } from "./name-timer.ts";
import { Painting } from "./painting.ts";
import { watchPixelRatio } from "./pixel-ratio.ts";
import { PlanLayer } from "./plan-layer.ts";
import { startPrinting } from "./print-picture.ts";
import { createTilesPublisher, publishInView } from "./publish.ts";
import { createRepaints, type Repaints } from "./repaints.ts";
import { startTools } from "./tools/start.ts";
import { fitZone, reducedMotion, startViewSync } from "./view-sync.ts";
import "./plan-map.css";

const CROSS_FADE_MS = 200;
const RENEW_MS = 30_000;

/** The map in an element; the returned function takes it away again. Panels talk to it through viewport/ only. */
export function createPlanMap(element: HTMLElement): () => void {
  const map = createLeafletMap(element);
  const layer = new PlanLayer((why) => repaints.request(why === "outside" ? "all" : why));
  const names = createNameTimer((what) => repaints.request(what));
  const painting = new Painting(map, layer, () => names.onTile(painting.tiles));
  const publishTiles = createTilesPublisher(element);
  const repaints: Repaints = createRepaints({
    layer,
    painting,
    isVisible: () => map.getSize().x > 0,
    onLabels: publishInView,
    onTiles: () => publishTiles(painting),
  });
  layer.addTo(map);
  fitZone(map, false);
  warmFonts(Object.values(symbols.labels));

  const stops = [
    startViewSync(map),
    startBasemap(map),
    startTools(map, { painted: painting.now, offset: () => layer.offset() }),
    startComparedPlaces(map),
    startPrinting(map, painting),
    watchPixelRatio(() => {
      painting.sharpen();
      repaints.request("all");
    }),
    repaintOnChange(layer, repaints),
    keepTilesFresh(painting),
  ];
  // Names set before the fonts were there have the wrong widths.
  void document.fonts?.ready.then(() => repaints.request("all"));
  return () => {
    repaints.close();
    names.close();
    painting.close();
    for (const stop of stops) stop();
    map.remove();
  };
}

/** Everything the painting reads by peek() is named here, so that it is painted again when it changes. */
function repaintOnChange(layer: PlanLayer, repaints: Repaints): () => void {
  let lastHorizon = horizon.peek();
  const stops = [
    effect(() => {
      void [
        collections.value,
        largeCollections.value,
        selectedFeature.value,
        filterParameters().toString(),
        appearance.value,
        emphasis.value,
        layers.value,
        shownTheme.value,
        pageLanguage.value,
        profileNames.value,
        colourBy.value,
        statusShown.value,
        basemap.value,
        selection.value,
        insets.value,
        badgeMeasure.value,
        bubbles.value,
      ];
      const year = horizon.value;
      if (year !== lastHorizon && !reducedMotion()) layer.crossFade(CROSS_FADE_MS);
      lastHorizon = year;
      repaints.request("all");
    }),
    effect(() => {
      void [hovered.value, shownFeatures.value, fetched.value];
      repaints.request("highlight");
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** What is in sight is asked for again from time to time: the answer is "unchanged" nearly always. */
function keepTilesFresh({ tiles }: Painting): () => void {
  const renewing = window.setInterval(() => {
    if (!document.hidden) tiles.renew();
  }, RENEW_MS);
  window.addEventListener("online", tiles.retry);
  const stop = effect(() => {
    if (mapRequest.value?.kind !== "tiles-again") return;
    tiles.retry();
    tiles.renew();
    mapRequest.value = null;
  });
  return () => {
    stop();
    window.clearInterval(renewing);
    window.removeEventListener("online", tiles.retry);
  };
}
