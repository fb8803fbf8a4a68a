import { type Drawn, NotThere, ofParts, partsOf, spliced } from "../geometry.ts";
import type { Done } from "../operations.ts";

/** Takes an area away, with its holes. */
export function deletePart(geometry: Drawn, part: number): Done {
  const parts = partsOf(geometry);
  const rings = parts[part];
  if (!rings) throw new NotThere(`part ${part}`);
  return { geometry: ofParts(spliced(parts, part, 1)), reverse: { kind: "add-part", part, rings } };
}
