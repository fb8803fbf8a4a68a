import { effect } from "@preact/signals";
import * as L from "leaflet";
import "leaflet/dist/leaflet.css";
import { shownTheme } from "../appearance/view.ts";
import { basemap } from "../basemap/view.ts";
import { product } from "../catalogue.ts";
import { fetched } from "../features/fetched.ts";
import { largeCollections } from "../features/large.ts";
import { appearance, collections } from "../features/plan.ts";
import { filterParameters } from "../filter/query.ts";
import { colourBy } from "../filter/view.ts";
import { horizon } from "../horizon/view.ts";
import { language } from "../language/view.ts";
import { layers } from "../layers/view.ts";
import { shownFeatures } from "../reading/shown.ts";
import { selectedFeature } from "../selection/selected.ts";
import { hovered, selection } from "../selection/view.ts";
import { symbols } from "../symbols/style.ts";
import {
  type FeatureRef,
  insets,
  inView,
  mapRequest,
  moreInView,
  planChanges,
  thinned,
  tilesState,
} from "../viewport/map-link.ts";
import { startBasemap } from "./basemap.ts";
import { createDrawing, type Drawing } from "./drawing.ts";
import { featuresInView } from "./in-view.ts";
import { startInteraction } from "./interaction.ts";
import { warmFonts } from "./labels/measure.ts";
import { startMeasuring } from "./measure.ts";
import { nextTask } from "./next-task.ts";
import { watchPixelRatio } from "./pixel-ratio.ts";
import { PlanLayer } from "./plan-layer.ts";
import { startPrinting } from "./print-picture.ts";
import { fitZone, reducedMotion, startViewSync } from "./view-sync.ts";
import "./plan-map.css";

const NAMES_WAIT_MS = 250;
const RENEW_MS = 30_000;

/** The map in an element; the returned function takes it away again. Panels talk to it through state/ only. */
export function createPlanMap(element: HTMLElement): () => void {
  const map = L.map(element, {
    zoomControl: false,
    attributionControl: false,
    minZoom: 9,
    maxZoom: 18,
    // Fine enough that "the whole zone" fills the room between the panels; buttons and keys step by half a level.
    zoomSnap: 0.05,
    zoomDelta: 0.5,
    wheelPxPerZoomLevel: 110,
    // Wide enough for a large screen at the lowest zoom, or the map would be pulled back from under the panels.
    maxBounds: [
      [31, 110],
      [40, 124],
    ],
    maxBoundsViscosity: 0.8,
    zoomAnimation: !reducedMotion(),
    inertia: !reducedMotion(),
    keyboardPanDelta: 96,
  });
  const [west, south, east, north] = product.bbox as [number, number, number, number];
  map.setView([(south + north) / 2, (west + east) / 2], 12, { animate: false });

  type What = "highlight" | "labels" | "tiles" | "moved" | "near-edge" | "all";
  const wanted = new Set<What>();
  let frame = 0;
  let isDrawing = false;
  let isClosed = false;
  // One drawing a frame, however many signals have changed, and one after the other.
  const schedule = () => {
    if (wanted.size > 0 && !frame && !isDrawing && !isClosed) frame = requestAnimationFrame(flush);
  };
  const request = (what: What) => {
    wanted.add(what);
    schedule();
  };
  const flush = async () => {
    frame = 0;
    const now = new Set(wanted);
    wanted.clear();
    if (map.getSize().x === 0) return;
    const isLeft = (now.has("moved") && !layer.covers()) || (now.has("near-edge") && layer.isNearEdge());
    const isAll = now.has("all") || isLeft;
    isDrawing = true;
    try {
      if (isAll && !layer.isZooming()) await drawAll();
      else {
        if (isAll) wanted.add("all");
        await drawSome(now);
      }
    } finally {
      isDrawing = false;
      schedule();
    }
  };
  const drawAll = async () => {
    performance.mark("plan-draw-start");
    const drawn = drawing.drawAll();
    publishTiles();
    if (!(await drawn)) {
      wanted.add("all");
      return;
    }
    // The names take as long as all the rest on this thread: a task of their own.
    await nextTask();
    const labelled = await drawing.drawLabels();
    if (isClosed) return;
    drawing.drawHighlight();
    performance.measure("plan-draw", "plan-draw-start");
    if (labelled) publishInView(labelled);
    publishTiles();
  };
  const drawSome = async (now: ReadonlySet<What>) => {
    if (now.has("tiles")) drawing.placeTiles();
    const labelled = now.has("labels") || now.has("moved") ? await drawing.drawLabels() : null;
    if (isClosed) return;
    if (labelled) publishInView(labelled);
    if (now.has("highlight") || labelled) drawing.drawHighlight();
    if (now.has("tiles") || labelled) publishTiles();
  };
  // Tiles come one by one: their names are set when they are all there, or when one keeps the others waiting.
  let namesTimer = 0;
  const onTiles = () => {
    request("tiles");
    window.clearTimeout(namesTimer);
    const isReady = drawing.tiles.state() === "ready";
    const chosen = selection.peek();
    // What is selected stands where its tile has set it, and that is known now.
    const isMoved = isReady && chosen.kind === "feature" && drawing.tiles.collections().has(chosen.collection);
    namesTimer = window.setTimeout(() => request(isMoved ? "all" : "labels"), isReady ? 0 : NAMES_WAIT_MS);
  };
  let lastRevision = "";
  const publishTiles = () => {
    const state = drawing.tiles.state();
    element.dataset.tiles = state;
    if (tilesState.peek() !== state) tilesState.value = state;
    const revision = drawing.tiles.revision();
    if (lastRevision !== "" && revision !== lastRevision) planChanges.value += 1;
    lastRevision = revision || lastRevision;
    const notes = drawing.notes();
    if (JSON.stringify(notes) !== JSON.stringify(thinned.peek())) thinned.value = notes;
  };
  const publishInView = ({ scene, view, names }: Drawing) => {
    const next = featuresInView(scene.hits, view, names.listed);
    const more = Math.max(0, names.inView - names.listed.length);
    if (moreInView.peek() !== more) moreInView.value = more;
    const held = inView.peek();
    const same = (ref: FeatureRef, other: FeatureRef | undefined) =>
      ref.code === other?.code && ref.collection === other.collection;
    if (next.length !== held.length || next.some((ref, index) => !same(ref, held[index]))) inView.value = next;
  };

  const layer = new PlanLayer((why) => request(why === "outside" ? "all" : why));
  const drawing = createDrawing(map, layer, onTiles);
  layer.addTo(map);
  fitZone(map, false);

  warmFonts(Object.values(symbols.labels));

  let lastHorizon = horizon.peek();
  const stops = [
    startViewSync(map),
    startBasemap(map),
    startInteraction(map, drawing.current, () => layer.offset()),
    startMeasuring(map),
    startPrinting(map, drawing),
    watchPixelRatio(() => {
      drawing.sharpen();
      request("all");
    }),
    effect(() => {
      // Everything the drawing reads by peek() is named here, so that it is drawn again when it changes.
      void [
        collections.value,
        largeCollections.value,
        selectedFeature.value,
        filterParameters().toString(),
        appearance.value,
        layers.value,
        shownTheme.value,
        language.value,
        colourBy.value,
        basemap.value,
        selection.value,
        insets.value,
      ];
      const year = horizon.value;
      if (year !== lastHorizon && !reducedMotion()) layer.crossFade(200);
      lastHorizon = year;
      request("all");
    }),
    effect(() => {
      if (mapRequest.value?.kind !== "tiles-again") return;
      drawing.tiles.retry();
      mapRequest.value = null;
    }),
    effect(() => {
      void hovered.value;
      void shownFeatures.value;
      void fetched.value;
      request("highlight");
    }),
  ];
  // What is in sight is asked for again from time to time: the answer is "unchanged" nearly always.
  const renewing = window.setInterval(() => {
    if (!document.hidden) drawing.tiles.renew();
  }, RENEW_MS);
  window.addEventListener("online", drawing.tiles.retry);
  // Names set before the fonts were there have the wrong widths.
  void document.fonts?.ready.then(() => request("all"));
  return () => {
    isClosed = true;
    cancelAnimationFrame(frame);
    window.clearTimeout(namesTimer);
    window.clearInterval(renewing);
    window.removeEventListener("online", drawing.tiles.retry);
    drawing.close();
    for (const stop of stops) stop();
    map.remove();
  };
}
