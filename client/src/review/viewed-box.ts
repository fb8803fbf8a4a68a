import { windowSize } from "../layout/sheet.ts";
import { insets } from "../viewport/map-link.ts";
import { mapView } from "../viewport/view.ts";

const TILE_PX = 256;

/** West, south, east, north of the ground that the panels leave of the map, in degrees; null until the map is there. */
export function viewedBox(): readonly [number, number, number, number] | null {
  const view = mapView.peek();
  if (!view) return null;
  const { left, right, top, bottom } = insets.peek();
  const { x, y } = windowSize.peek();
  const degreesPerPixel = 360 / (TILE_PX * 2 ** view.zoom);
  const halfWidth = (Math.max(1, x - left - right) / 2) * degreesPerPixel;
  // as high as wide on the ground: a degree of latitude is longer than one of longitude
  const halfHeight = (Math.max(1, y - top - bottom) / 2) * degreesPerPixel * Math.cos((view.lat * Math.PI) / 180);
  return [view.lon - halfWidth, view.lat - halfHeight, view.lon + halfWidth, view.lat + halfHeight];
}
