import { effect } from "@preact/signals";
import * as L from "leaflet";
import "leaflet/dist/leaflet.css";
import { product } from "../catalogue.ts";
import { type FeatureRef, insets, inView } from "../state/map-link.ts";
import { appearance, collections } from "../state/plan.ts";
import { shownFeatures } from "../state/shown.ts";
import { basemap, colourBy, horizon, hovered, language, layers, selection, shownTheme } from "../state/view.ts";
import { symbols } from "../symbols/style.ts";
import { startBasemap } from "./basemap.ts";
import { createDrawing, type Drawing } from "./drawing.ts";
import { featuresInView } from "./in-view.ts";
import { startInteraction } from "./interaction.ts";
import { warmFonts } from "./labels/measure.ts";
import { startMeasuring } from "./measure.ts";
import { PlanLayer } from "./plan-layer.ts";
import { fitZone, reducedMotion, startViewSync } from "./view-sync.ts";
import "./plan-map.css";

/** The map in an element; the returned function takes it away again. Panels talk to it through state/ only. */
export function createPlanMap(element: HTMLElement): () => void {
  const map = L.map(element, {
    zoomControl: false,
    attributionControl: true,
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
  map.attributionControl.setPrefix(false);
  const [west, south, east, north] = product.bbox as [number, number, number, number];
  map.setView([(south + north) / 2, (west + east) / 2], 12, { animate: false });

  let wanted: "none" | "highlight" | "all" = "none";
  let frame = 0;
  const request = (what: "highlight" | "all") => {
    if (wanted !== "all") wanted = what;
    // One drawing a frame, however many signals have changed.
    if (!frame) frame = requestAnimationFrame(flush);
  };
  const flush = () => {
    frame = 0;
    const what = wanted;
    wanted = "none";
    if (what === "highlight") drawing.drawHighlight();
    if (what !== "all" || map.getSize().x === 0) return;
    performance.mark("plan-draw-start");
    const drawn = drawing.drawAll();
    performance.measure("plan-draw", "plan-draw-start");
    publishInView(drawn);
  };
  const publishInView = ({ scene, view }: Drawing) => {
    const next = featuresInView(scene.hits, view);
    const held = inView.peek();
    const same = (ref: FeatureRef, other: FeatureRef | undefined) =>
      ref.code === other?.code && ref.collection === other.collection;
    if (next.length !== held.length || next.some((ref, index) => !same(ref, held[index]))) inView.value = next;
  };

  const layer = new PlanLayer(() => request("all"));
  const drawing = createDrawing(map, layer);
  layer.addTo(map);
  fitZone(map, false);

  warmFonts(Object.values(symbols.labels));

  let lastHorizon = horizon.peek();
  const stops = [
    startViewSync(map),
    startBasemap(map),
    startInteraction(map, drawing.current, () => ({ x: layer.frame?.marginX ?? 0, y: layer.frame?.marginY ?? 0 })),
    startMeasuring(map),
    effect(() => {
      // Everything the drawing reads by peek() is named here, so that it is drawn again when it changes.
      void [
        collections.value,
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
      void hovered.value;
      void shownFeatures.value;
      request("highlight");
    }),
  ];
  // Names set before the fonts were there have the wrong widths.
  void document.fonts?.ready.then(() => request("all"));
  return () => {
    cancelAnimationFrame(frame);
    for (const stop of stops) stop();
    map.remove();
  };
}
