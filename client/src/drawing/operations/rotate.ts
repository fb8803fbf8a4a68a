import type { Position } from "geojson";
import { type Drawn, mapPositions } from "../geometry.ts";
import type { Done } from "../operations.ts";
import { fromPlane, toPlane } from "../plane.ts";
import { replace } from "./replace.ts";

/** The whole of it about a place, clockwise in degrees, in the plane: form and size stay. */
export function rotate(geometry: Drawn, degrees: number, about: Position): Done {
  const [cx, cy] = toPlane(about);
  const angle = (-degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return replace(
    geometry,
    mapPositions(geometry, (position) => {
      const [x, y] = toPlane(position);
      return fromPlane([cx + (x - cx) * cos - (y - cy) * sin, cy + (x - cx) * sin + (y - cy) * cos]);
    }),
  );
}
