import * as L from "leaflet";
import "leaflet/dist/leaflet.css";
import { product } from "../catalogue.ts";
import { reducedMotion } from "./view-sync.ts";

/** Degrees around the zone, enough for a large screen at the lowest zoom, or the map would be pulled back from under the panels. */
const AROUND = { lat: 4.5, lon: 7 } as const;

/** The map of Leaflet in an element, over the middle of the zone. */
export function createLeafletMap(element: HTMLElement): L.Map {
  const [west, south, east, north] = product.bbox as [number, number, number, number];
  const map = L.map(element, {
    zoomControl: false,
    attributionControl: false,
    minZoom: 9,
    maxZoom: 18,
    // Fine enough that "the whole zone" fills the room between the panels; buttons and keys step by half a level.
    zoomSnap: 0.05,
    zoomDelta: 0.5,
    wheelPxPerZoomLevel: 110,
    maxBounds: [
      [south - AROUND.lat, west - AROUND.lon],
      [north + AROUND.lat, east + AROUND.lon],
    ],
    maxBoundsViscosity: 0.8,
    zoomAnimation: !reducedMotion(),
    inertia: !reducedMotion(),
    keyboardPanDelta: 96,
  });
  return map.setView([(south + north) / 2, (west + east) / 2], 12, { animate: false });
}
