import type { Geometry, Position } from "geojson";
import { boundsOf } from "./bounds.ts";
import { svgPath } from "./svg-path.ts";

/** The radius of a point, in units of the square. */
const DOT = 4;

/** Geometries as SVG paths in one square of `side`, all to the same scale, with north above. Empty where there is none. */
export function outlinesOf(geometries: readonly (Geometry | null)[], side: number, edge: number): string[] {
  const boxes = geometries.flatMap((geometry) => (geometry && boundsOf(geometry)) || []);
  if (boxes.length === 0) return geometries.map(() => "");
  const of = (at: number) => boxes.filter((_, place) => place % 4 === at);
  const [west, south, east, north] = [Math.min(...of(0)), Math.min(...of(1)), Math.max(...of(2)), Math.max(...of(3))];
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = (side - 2 * edge) / Math.max((east - west) * shrink, north - south, 1e-9);
  const at = ([lon = 0, lat = 0]: Position) =>
    `${(side / 2 + (lon - (west + east) / 2) * shrink * scale).toFixed(1)} ${(side / 2 - (lat - (south + north) / 2) * scale).toFixed(1)}`;
  return geometries.map((geometry) => (geometry ? svgPath(geometry, at, DOT) : ""));
}
