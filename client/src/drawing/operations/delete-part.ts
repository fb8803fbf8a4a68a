import { type Drawn, isLine, linesOf, NotThere, ofLines, ofParts, partsOf, spliced } from "../geometry.ts";
import type { Done } from "../operations.ts";
import { replace } from "./replace.ts";

/** Takes an area away, with its holes, or a line. */
export function deletePart(geometry: Drawn, part: number): Done {
  if (isLine(geometry)) return deleteLine(geometry, part);
  const parts = partsOf(geometry);
  const rings = parts[part];
  if (!rings) throw new NotThere(`part ${part}`);
  return { geometry: ofParts(spliced(parts, part, 1)), reverse: { kind: "add-part", part, rings } };
}

/** After the last line there is nothing beside which it could be put back: it comes back as the whole. */
function deleteLine(geometry: Drawn, part: number): Done {
  const lines = linesOf(geometry);
  const line = lines[part];
  if (!line) throw new NotThere(`part ${part}`);
  const left = ofLines(spliced(lines, part, 1));
  if (lines.length === 1) return replace(geometry, left);
  return { geometry: left, reverse: { kind: "add-part", part, rings: [line] } };
}
