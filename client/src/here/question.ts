import type { Position } from "geojson";
import { type Drawn, isLine, ofParts, partsOf, ringOf } from "../drawing/geometry.ts";

/**
 * A point or an outline as a link carries it: `116.6,35.4` is a point, `…/…/…` the corners of a ring, `:` stands before a
 * hole, `=` before another part. Six decimals are a tenth of a metre.
 */

/** Corners that a link holds: what messengers and proxies still pass on as one address. */
export const MOST_CORNERS = 200;
const DIGITS = 6;
const NUMBER = /^-?\d{1,3}(?:\.\d{1,9})?$/;

/** Null when it is no place on earth, or too long to have come from here. */
export function parseQuestion(text: string | null): Drawn | null {
  if (!text) return null;
  const parts = text.split("=").map((part) => part.split(":").map((ring) => ring.split("/").map(positionOf)));
  const all = parts.flat(2);
  if (all.length > MOST_CORNERS || all.includes(null)) return null;
  const known = parts as Position[][][];
  const [first] = all as Position[];
  if (all.length === 1 && first) return { type: "Point", coordinates: first };
  if (known.some((part) => part.some((ring) => ring.length < 3))) return null;
  return ofParts(known.map((part) => part.map(ringOf)));
}

function positionOf(text: string): Position | null {
  const [lon = "", lat = "", ...more] = text.split(",");
  if (more.length > 0 || !NUMBER.test(lon) || !NUMBER.test(lat)) return null;
  return Math.abs(Number(lon)) <= 180 && Math.abs(Number(lat)) <= 90 ? [Number(lon), Number(lat)] : null;
}

/** Empty when there is nothing, or more than a link holds. */
export function serialiseQuestion(drawn: Drawn | null): string {
  if (drawn?.type === "Point") return written(drawn.coordinates);
  if (!drawn || !fitsLink(drawn)) return "";
  return partsOf(drawn)
    .map((rings) => rings.map((ring) => ring.slice(0, -1).map(written).join("/")).join(":"))
    .join("=");
}

/** Whether a link holds all of it: a line is none of its forms. */
export const fitsLink = (drawn: Drawn): boolean =>
  !isLine(drawn) &&
  partsOf(drawn).reduce((sum, rings) => sum + rings.reduce((of, ring) => of + ring.length - 1, 0), 0) <= MOST_CORNERS &&
  partsOf(drawn).every((rings) => rings.every((ring) => ring.length > 3));

const written = (position: Position): string =>
  position
    .slice(0, 2)
    .map((value) => String(Number(value.toFixed(DIGITS))))
    .join(",");
