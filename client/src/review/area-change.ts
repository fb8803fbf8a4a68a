import type { Geometry } from "geojson";
import type { Placed } from "../changes/compare.ts";
import { difference } from "../drawing/clipping.ts";
import { CannotClip, type Drawn, EMPTY_AREA, partsOf } from "../drawing/geometry.ts";
import { areaOf } from "../drawing/measures.ts";

/** How an area changes: square metres on the ellipsoid, and the ground that comes and goes (null where it cannot be clipped). */
export type AreaChange = { before: number; after: number; added: Geometry | null; removed: Geometry | null };

const changes = new WeakMap<Placed, AreaChange | null>();

/** Of an item of a set; reckoned once, however often the map and the table of it ask. Null where it is no area that changes. */
export function areaChangeOf(item: Placed): AreaChange | null {
  const known = changes.get(item);
  if (known !== undefined) return known;
  const after = item.action === "withdraw" ? null : item.after?.geometry;
  const change = areaChange((item.before?.geometry ?? null) as Geometry | null, (after ?? null) as Geometry | null);
  changes.set(item, change);
  return change;
}

/** Null where it is no area that changes. */
export function areaChange(before: Geometry | null, after: Geometry | null): AreaChange | null {
  const [was, shall] = [asArea(before), asArea(after)];
  if (!was || !shall || (isNothing(was) && isNothing(shall))) return null;
  return { before: areaOf(was), after: areaOf(shall), added: without(shall, was), removed: without(was, shall) };
}

const isNothing = (area: Drawn): boolean => partsOf(area).length === 0;

/** Nothing is an empty area; what is no area is none. */
const asArea = (geometry: Geometry | null): Drawn | null =>
  geometry === null ? EMPTY_AREA : geometry.type === "Polygon" || geometry.type === "MultiPolygon" ? geometry : null;

/** What of one lies outside the other; null where either is nothing, or edges all but lie upon each other. */
function without(these: Drawn, those: Drawn): Geometry | null {
  if (isNothing(these) || isNothing(those)) return null;
  try {
    const left = difference(these, partsOf(those));
    return isNothing(left) ? null : left;
  } catch (fault) {
    if (!(fault instanceof CannotClip)) throw fault;
    return null;
  }
}
