import type { Position } from "geojson";
import { areaSquareMetres, type LonLat, lengthMetres } from "../geo/geodesic.ts";
import { type Drawn, isLine, partsOf, ringsOf } from "./geometry.ts";

/** Measures on the ellipsoid, as PostGIS `geography` has them. The library is large: only what comes lazily uses this file. */

const lonLat = (positions: readonly Position[]): LonLat[] =>
  positions.map(([lon, lat]) => [lon as number, lat as number]);

/** Square metres of all parts without their holes; 0 of a point or a line. */
export const areaOf = (geometry: Drawn): number =>
  partsOf(geometry).reduce(
    (sum, rings) =>
      rings.reduce((rest, ring, i) => {
        const own = areaSquareMetres(lonLat(ring.slice(0, -1)));
        return i === 0 ? rest + own : rest - own;
      }, sum),
    0,
  );

/** Metres of all edges, holes included; the length of a line. */
export const perimeterOf = (geometry: Drawn): number =>
  edgesOf(geometry).reduce((sum, { length_m }) => sum + length_m, 0);

export type Edge = { readonly from: Position; readonly to: Position; readonly length_m: number };

/** Every edge with its length. The one that closes a ring of two corners is no edge. */
export function edgesOf(geometry: Drawn): Edge[] {
  if (geometry.type === "Point") return [];
  return ringsOf(geometry).flatMap(({ vertices }) => {
    const isClosed = !isLine(geometry) && vertices.length > 2;
    const ends = isClosed ? [...vertices.slice(1), vertices[0] as Position] : vertices.slice(1);
    return ends.map((to, i) => {
      const from = vertices[i] as Position;
      return { from, to, length_m: lengthMetres(lonLat([from, to])) };
    });
  });
}
