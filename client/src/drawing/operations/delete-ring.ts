import { type Drawn, NotThere, partsOf, type RingAt, spliced, withRings } from "../geometry.ts";
import type { Done } from "../operations.ts";

/** Takes a hole away. The outside goes with its part (delete-part). */
export function deleteRing(geometry: Drawn, at: RingAt): Done {
  const rings = partsOf(geometry)[at.part];
  const ring = rings?.[at.ring];
  if (!ring || rings.length === 1) throw new NotThere(`ring ${at.part}.${at.ring}`);
  return {
    geometry: withRings(geometry, at.part, (before) => spliced(before, at.ring, 1)),
    reverse: { kind: "add-ring", at, ring },
  };
}
