import type { Position } from "geojson";
import { begun, geometry, place } from "./editor.ts";
import { verticesAt } from "./geometry.ts";
import { fromPlane, toPlane } from "./plane.ts";

/** The edge that comes next, by its length and bearing as they are typed: metres of the plane, degrees clockwise from its grid north. */

/** A side of a site, and no voyage. */
export const LONGEST_M = 100_000;

/** The last corner of what is being drawn; null when nothing is. */
export function lastCorner(): Position | null {
  const { loose, pending, goesOn } = begun.value;
  const last = goesOn?.from === "start" ? 0 : -1;
  return (loose ? verticesAt(geometry.value, loose).at(last) : pending.at(-1)) ?? null;
}

/** A figure as it was typed, full-width digits too; null when it is none. */
export function figureOf(text: string): number | null {
  const plain = text.normalize("NFKC").replace(/[,\s]/g, "");
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : null;
}

export function cornerAt([lon, lat]: Position, metres: number, bearing: number): Position {
  const [x, y] = toPlane([lon as number, lat as number]);
  const angle = (bearing * Math.PI) / 180;
  return fromPlane([x + metres * Math.sin(angle), y + metres * Math.cos(angle)]);
}

/** Places the corner at the end of the edge; false where the figures are none of an edge. */
export function placeNext(length: string, bearing: string): boolean {
  const [metres, degrees, from] = [figureOf(length), figureOf(bearing), lastCorner()];
  if (!from || metres === null || degrees === null || metres <= 0 || metres > LONGEST_M) return false;
  place(cornerAt(from, metres, degrees));
  return true;
}
