import {
  type Drawn,
  isArea,
  isLine,
  linesOf,
  NotThere,
  ofLines,
  ofParts,
  type Part,
  partsOf,
  spliced,
} from "../geometry.ts";
import type { Done } from "../operations.ts";

/** Another area, or beside a line another line: its only ring. */
export function addPart(geometry: Drawn, part: number, rings: Part): Done {
  const reverse = { kind: "delete-part", part } as const;
  const [parts, lines] = [partsOf(geometry), linesOf(geometry)];
  if (part < 0 || part > Math.max(parts.length, lines.length)) throw new NotThere(`part ${part}`);
  if (isArea(geometry)) return { geometry: ofParts(spliced(parts, part, 0, rings)), reverse };
  if (!isLine(geometry) || rings.length !== 1) throw new NotThere(`part ${part} of ${geometry.type}`);
  return { geometry: ofLines(spliced(lines, part, 0, rings[0] as Part[number])), reverse };
}
