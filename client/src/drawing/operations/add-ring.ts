import type { Position } from "geojson";
import { type Drawn, NotThere, partsOf, type RingAt, spliced, withRings } from "../geometry.ts";
import type { Done } from "../operations.ts";

/** A ring in a part: a hole, for the outside stands first. */
export function addRing(geometry: Drawn, at: RingAt, ring: readonly Position[]): Done {
  const rings = partsOf(geometry)[at.part];
  if (!rings || at.ring < 0 || at.ring > rings.length) throw new NotThere(`ring ${at.part}.${at.ring}`);
  return {
    geometry: withRings(geometry, at.part, (before) => spliced(before, at.ring, 0, ring)),
    reverse: { kind: "delete-ring", at },
  };
}
