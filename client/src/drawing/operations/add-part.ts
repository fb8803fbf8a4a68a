import { type Drawn, NotThere, ofParts, type Part, partsOf, spliced } from "../geometry.ts";
import type { Done } from "../operations.ts";

/** Another area. */
export function addPart(geometry: Drawn, part: number, rings: Part): Done {
  const parts = partsOf(geometry);
  const isArea = geometry.type === "Polygon" || geometry.type === "MultiPolygon";
  if (!isArea || part < 0 || part > parts.length) throw new NotThere(`part ${part}`);
  return { geometry: ofParts(spliced(parts, part, 0, rings)), reverse: { kind: "delete-part", part } };
}
