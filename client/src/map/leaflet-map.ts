import * as L from "leaflet";
import "leaflet/dist/leaflet.css";
import { product } from "../catalogue.ts";
import { reducedMotion } from "./view-sync.ts";

/** The map of Leaflet in an element, over the middle of the zone. */
export function createLeafletMap(element: HTMLElement): L.Map {
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
  return map.setView([(south + north) / 2, (west + east) / 2], 12, { animate: false });
}
