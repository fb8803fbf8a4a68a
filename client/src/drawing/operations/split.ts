import type { Position } from "geojson";
import { apart } from "../clipping.ts";
import { type Drawn, mapPositions, partsOf, ringOf } from "../geometry.ts";
import type { Done } from "../operations.ts";
import { fromPlane, type PlanePoint, toPlane } from "../plane.ts";
import { replace } from "./replace.ts";

/** Parts on either side of the straight line through two places, which runs on as far as the areas do. */
export function split(geometry: Drawn, from: Position, to: Position): Done {
  if (partsOf(geometry).length === 0) return replace(geometry, geometry);
  return replace(geometry, apart(geometry, sideOf(geometry, toPlane(from), toPlane(to))));
}

/** All ground to the left of the line, as far as the areas reach. */
function sideOf(geometry: Drawn, a: PlanePoint, b: PlanePoint): Position[] {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
  const [ux, uy] = [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
  const far = reachOf(geometry, a);
  const at = (along: number, left: number): PlanePoint => [
    a[0] + along * ux - left * uy,
    a[1] + along * uy + left * ux,
  ];
  return ringOf([at(-far, 0), at(far, 0), at(far, far), at(-far, far)].map(fromPlane));
}

function reachOf(geometry: Drawn, from: PlanePoint): number {
  let most = 1;
  mapPositions(geometry, (position) => {
    const [x, y] = toPlane(position);
    most = Math.max(most, Math.hypot(x - from[0], y - from[1]));
    return position;
  });
  return 2 * most;
}
