import type { PlanFeature } from "../api/types.ts";
import { type Drawn, ofParts, rounded } from "./geometry.ts";

/** As finely placed as what is caught without being asked for: a sketch would draw a hand to where nothing is. */
export const SURVEYED_M = 20;

/** The outline of a feature as a drawing; null of what has none. */
export function fromFeature({ geometry }: PlanFeature): Drawn | null {
  const parts =
    geometry?.type === "Polygon"
      ? [geometry.coordinates]
      : geometry?.type === "MultiPolygon"
        ? geometry.coordinates
        : [];
  return parts.length === 0 ? null : ofParts(parts.map((rings) => rings.map((ring) => ring.map(rounded))));
}
