import type { Position } from "geojson";
import { cornersOf, type Drawn, partsOf } from "../drawing/geometry.ts";
import { fromStore, isGeographic } from "../geo/coordinate-systems.ts";
import type { Reading } from "./readings.ts";

/** Millimetres; of degrees as many digits as a drawing keeps. */
const METRE_DIGITS = 3;
const DEGREE_DIGITS = 9;

/** The corners of a drawing as a table that is read as it was written: 点号 and two figures a line, an empty line between rings. */
export function writeCorners(drawn: Drawn, { system, order }: Reading): string {
  const digits = isGeographic(system) ? DEGREE_DIGITS : METRE_DIGITS;
  let number = 0;
  const row = ([lon = 0, lat = 0]: Position): string => {
    const pair = fromStore(system, lon, lat).map((value) => value.toFixed(digits));
    number += 1;
    return [`J${number}`, ...(order === "east-first" ? pair : pair.reverse())].join("\t");
  };
  return partsOf(drawn)
    .flatMap((rings) => rings.map((ring) => cornersOf(ring).map(row).join("\n")))
    .join("\n\n");
}
