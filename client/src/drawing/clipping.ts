import type { Position } from "geojson";
import polygonClipping, { type MultiPolygon } from "polygon-clipping";
import { CannotClip, type Drawn, ofParts, type Part, partsOf, ringOf, rounded } from "./geometry.ts";

const { union: unite, intersection: intersect, difference: subtract } = polygonClipping;

/** Areas as the clipping library has them, and back: closed rings, rounded as a drawing is kept, what rounding has left of a sliver gone. */

const asClipped = (parts: readonly Part[]): MultiPolygon => parts as unknown as MultiPolygon;

function asParts(areas: MultiPolygon): Part[] {
  return areas.flatMap((rings) => {
    const [outside, ...holes] = rings.map((ring) => cornersOnce(ring.slice(0, -1).map(rounded)));
    if (!outside || outside.length < 3) return [];
    return [[outside, ...holes.filter(({ length }) => length > 2)].map(ringOf)];
  });
}

const isSame = (a: Position | undefined, b: Position | undefined): boolean => a?.[0] === b?.[0] && a?.[1] === b?.[1];

/** Without a corner that rounding has put upon the one before. */
const cornersOnce = (corners: readonly Position[]): Position[] =>
  corners.filter((corner, i) => !isSame(corner, corners.at(i - 1)));

/** The library throws where edges all but lie upon each other. */
function clipped(clip: () => MultiPolygon): Part[] {
  try {
    return asParts(clip());
  } catch (fault) {
    throw new CannotClip("the areas cannot be clipped", { cause: fault });
  }
}

/** All areas as one, where they touch or overlap. */
export function union(drawn: Drawn): Drawn {
  const [first, ...others] = partsOf(drawn).map((part) => asClipped([part]));
  return first ? ofParts(clipped(() => unite(first, ...others))) : drawn;
}

/** What is left of the areas without others. */
export const difference = (drawn: Drawn, others: readonly Part[]): Drawn =>
  ofParts(clipped(() => subtract(asClipped(partsOf(drawn)), asClipped(others))));

/** The areas on the one side and on the other of a ring, as parts of one drawing. */
export function apart(drawn: Drawn, ring: readonly Position[]): Drawn {
  const [all, side] = [asClipped(partsOf(drawn)), asClipped([[ring]])];
  return ofParts([...clipped(() => intersect(all, side)), ...clipped(() => subtract(all, side))]);
}
