import { effect, untracked } from "@preact/signals";
import * as L from "leaflet";
import type { PlanFeature } from "../api/types.ts";
import { product } from "../catalogue.ts";
import { featuresIn } from "../features/features-in.ts";
import { collections, findFeature } from "../features/plan.ts";
import { boundsOf } from "../geo/bounds.ts";
import { freeBox } from "../geo/free-box.ts";
import type { Box } from "../geo/line.ts";
import { metresPerPixelAt } from "../geo/mercator.ts";
import { selectedFeature } from "../selection/selected.ts";
import type { MapView } from "../url/map-part.ts";
import { type FeatureRef, insets, mapRequest, metresPerPixel } from "../viewport/map-link.ts";
import { mapView } from "../viewport/view.ts";
import { obstacleBoxes } from "./obstacles.ts";

/** Map and `mapView` in step both ways, without loops; the panels' requests answered by moving. */

const ZONE = (([west, south, east, north]) => L.latLngBounds([south, west], [north, east]))(
  product.bbox as [number, number, number, number],
);

export const reducedMotion = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** As precise as the address: a view read from it is the view written to it. */
const rounded = (map: L.Map): MapView => {
  const { lat, lng } = map.getCenter();
  return {
    zoom: Math.round(map.getZoom() * 100) / 100,
    lat: Math.round(lat * 1e4) / 1e4,
    lon: Math.round(lng * 1e4) / 1e4,
  };
};
const same = (a: MapView, b: MapView): boolean =>
  a.zoom === b.zoom && Math.abs(a.lat - b.lat) < 6e-5 && Math.abs(a.lon - b.lon) < 6e-5;

/** Room left by the open panels, with a little air. */
function padding(map: L.Map, air: number): L.FitBoundsOptions {
  const { top, right, bottom, left } = insets.peek();
  const size = map.getSize();
  // Panels that leave no room (a sheet at 92 %) do not count.
  const fits = size.x - left - right > 160 && size.y - top - bottom > 160;
  return fits
    ? { paddingTopLeft: [left + air, top + air], paddingBottomRight: [right + air, bottom + air] }
    : { paddingTopLeft: [air, air], paddingBottomRight: [air, air] };
}

export function fitZone(map: L.Map, animate: boolean): void {
  const options = padding(map, 4);
  if (animate && !reducedMotion()) map.flyToBounds(ZONE, { ...options, duration: 0.28 });
  else map.fitBounds(ZONE, { ...options, animate: false });
}

/** What floats over the map between the panels: those are in the insets, wherever they are on their way. */
const FURNITURE = "[data-map-obstacle]:not(.panel, .sheet)";
const AIR_PX = 24;
/** As near as a single feature is shown. */
const NEAREST = 13.5;
/** As near as a place by itself is shown: what moves by a hundred metres is seen to. */
const NEAREST_PLACE = 16;

/** The part of the window that nothing covers, in its pixels. */
function freePart(map: L.Map): Box {
  const { top, right, bottom, left } = insets.peek();
  const size = map.getSize();
  const open = { left, top, right: size.x - right, bottom: size.y - bottom };
  return freeBox(open, obstacleBoxes(map.getContainer(), { x: 0, y: 0 }, FURNITURE));
}

function isWithin(map: L.Map, bounds: L.LatLngBounds, free: Box): boolean {
  const { x: left, y: top } = map.latLngToContainerPoint(bounds.getNorthWest());
  const { x: right, y: bottom } = map.latLngToContainerPoint(bounds.getSouthEast());
  return left >= free.left && top >= free.top && right <= free.right && bottom <= free.bottom;
}

/** Shows the whole of it in the free part of the map, no nearer than `maxZoom`. */
function frame(map: L.Map, bounds: L.LatLngBounds, maxZoom: number, animate: boolean): void {
  const { left, top, right, bottom } = freePart(map);
  const size = map.getSize();
  const air = Math.min(AIR_PX, (right - left) / 8, (bottom - top) / 8);
  const options: L.FitBoundsOptions = {
    paddingTopLeft: [left + air, top + air],
    paddingBottomRight: [size.x - right + air, size.y - bottom + air],
    maxZoom,
  };
  if (animate && !reducedMotion()) map.flyToBounds(bounds, { ...options, duration: 0.28 });
  else map.fitBounds(bounds, { ...options, animate: false });
}

function boundsOfFeature(feature: Pick<PlanFeature, "geometry"> | null | undefined): L.LatLngBounds | null {
  const box = feature?.geometry && boundsOf(feature.geometry);
  return box ? L.latLngBounds([box[1], box[0]], [box[3], box[2]]) : null;
}

/** Twice, for the panels that open with a request are laid out between. */
const laidOut = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

/** `gently`: moves only if not all of it can be seen, and never nearer. */
async function showFeatures(map: L.Map, refs: readonly FeatureRef[], gently: boolean): Promise<void> {
  // What is not held is on its way when its card opens.
  await Promise.all(refs.map(({ collection, code }) => untracked(() => featuresIn(collection).want(code))));
  await laidOut();
  const boxes = refs.flatMap(
    ({ collection, code }) => boundsOfFeature(untracked(() => findFeature(collection, code))) ?? [],
  );
  const [bounds, ...others] = boxes;
  if (!bounds || map.getSize().x === 0) return;
  for (const other of others) bounds.extend(other);
  if (gently && isWithin(map, bounds, freePart(map))) return;
  frame(map, bounds, gently ? map.getZoom() : Math.max(NEAREST, Math.min(14, map.getZoom())), true);
}

async function showExtent(
  map: L.Map,
  [west, south, east, north]: readonly [number, number, number, number],
): Promise<void> {
  await laidOut();
  if (map.getSize().x > 0) frame(map, L.latLngBounds([south, west], [north, east]), NEAREST_PLACE, true);
}

export function startViewSync(map: L.Map): () => void {
  // Until somebody moves the map it keeps the whole zone between the panels, or what a link has opened beside its card.
  let untouched = mapView.peek() === null;
  const touch = () => {
    untouched = false;
  };
  const container = map.getContainer();
  for (const event of ["pointerdown", "wheel", "keydown"] as const)
    container.addEventListener(event, touch, { passive: true });

  let isClosed = false;
  const home = () => {
    if (!untouched || isClosed) return;
    const bounds = boundsOfFeature(selectedFeature.peek()?.feature);
    if (bounds) frame(map, bounds, NEAREST, false);
    else fitZone(map, false);
  };
  const publish = () => {
    metresPerPixel.value = metresPerPixelAt(map.getCenter().lat, map.getZoom());
    const now = rounded(map);
    const held = mapView.peek();
    if (!untouched && (!held || !same(held, now))) mapView.value = now;
  };
  map.on("moveend", publish);
  map.on("zoom", () => {
    metresPerPixel.value = metresPerPixelAt(map.getCenter().lat, map.getZoom());
  });

  const stops = [
    effect(() => {
      const wanted = mapView.value;
      if (!wanted) return;
      untouched = false;
      if (!same(wanted, rounded(map))) map.setView([wanted.lat, wanted.lon], wanted.zoom, { animate: false });
    }),
    effect(() => {
      void insets.value;
      void selectedFeature.value;
      void collections.value;
      home();
      // what stands over the map says how much there is of it: it is laid out by then
      void laidOut().then(home);
    }),
    effect(() => {
      const request = mapRequest.value;
      if (!request) return;
      if (request.kind === "measure-clear" || request.kind === "tiles-again") return;
      touch();
      if (request.kind === "whole") fitZone(map, true);
      else if (request.kind === "pan") map.panBy(request.by, { animate: false });
      else if (request.kind === "zoom") map.setZoom(map.getZoom() + request.by * 0.5, { animate: !reducedMotion() });
      else if (request.kind === "extent") void showExtent(map, request.bounds);
      else {
        const refs = request.kind === "features" ? request.refs : [request.ref];
        void showFeatures(map, refs, request.kind === "feature" && request.gently === true);
      }
      mapRequest.value = null;
    }),
  ];
  map.on("resize", home);
  publish();
  return () => {
    isClosed = true;
    for (const stop of stops) stop();
    for (const event of ["pointerdown", "wheel", "keydown"] as const) container.removeEventListener(event, touch);
  };
}
