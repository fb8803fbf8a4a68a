import { effect, untracked } from "@preact/signals";
import * as L from "leaflet";
import { product } from "../catalogue.ts";
import { boundsOf } from "../geo/bounds.ts";
import { metresPerPixelAt } from "../geo/mercator.ts";
import { fetchFeature } from "../state/fetched.ts";
import { isLarge } from "../state/large.ts";
import { type FeatureRef, insets, mapRequest, metresPerPixel } from "../state/map-link.ts";
import { findFeature } from "../state/plan.ts";
import { type MapView, mapView } from "../state/view.ts";

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

async function showFeatures(map: L.Map, refs: readonly FeatureRef[]): Promise<void> {
  // One of a large collection is on its way when its card opens.
  await Promise.all(refs.map(({ collection, code }) => isLarge(collection) && fetchFeature(collection, code)));
  const boxes = refs.flatMap(({ collection, code }) => {
    const geometry = untracked(() => findFeature(collection, code))?.geometry;
    const box = geometry && boundsOf(geometry);
    return box ? [L.latLngBounds([box[1], box[0]], [box[3], box[2]])] : [];
  });
  const [bounds, ...others] = boxes;
  if (!bounds) return;
  for (const other of others) bounds.extend(other);
  const options = { ...padding(map, 40), maxZoom: Math.max(13.5, Math.min(14, map.getZoom())) };
  if (reducedMotion()) map.fitBounds(bounds, { ...options, animate: false });
  else map.flyToBounds(bounds, { ...options, duration: 0.28 });
}

export function startViewSync(map: L.Map): () => void {
  // Until somebody moves the map it keeps the whole zone between the panels, whatever opens or closes.
  let untouched = mapView.peek() === null;
  const touch = () => {
    untouched = false;
  };
  const container = map.getContainer();
  for (const event of ["pointerdown", "wheel", "keydown"] as const)
    container.addEventListener(event, touch, { passive: true });

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
      if (untouched) fitZone(map, false);
    }),
    effect(() => {
      const request = mapRequest.value;
      if (!request) return;
      if (request.kind === "measure-clear" || request.kind === "tiles-again") return;
      touch();
      if (request.kind === "zone") fitZone(map, true);
      else if (request.kind === "zoom") map.setZoom(map.getZoom() + request.by * 0.5, { animate: !reducedMotion() });
      else {
        const refs = request.kind === "features" ? request.refs : [request.ref];
        // the panels that open with the request have their insets set by then
        queueMicrotask(() => void showFeatures(map, refs));
      }
      mapRequest.value = null;
    }),
  ];
  const onResize = () => untouched && fitZone(map, false);
  map.on("resize", onResize);
  publish();
  return () => {
    for (const stop of stops) stop();
    for (const event of ["pointerdown", "wheel", "keydown"] as const) container.removeEventListener(event, touch);
  };
}
