import type { Drawn } from "../geometry.ts";
import { mapPositions } from "../geometry.ts";
import type { Done } from "../operations.ts";
import { fromPlane, toPlane } from "../plane.ts";
import { replace } from "./replace.ts";

/** The whole of it by metres of the plane: form and size stay. */
export function translate(geometry: Drawn, east: number, north: number): Done {
  return replace(
    geometry,
    mapPositions(geometry, (position) => {
      const [x, y] = toPlane(position);
      return fromPlane([x + east, y + north]);
    }),
  );
}
