import type { Position } from "geojson";
import { type Drawn, ofParts, type Part, ringOf } from "../../drawing/geometry.ts";
import { contains } from "../../geo/polygon.ts";

type Place = readonly [number, number];

/**
 * Rings as areas with their holes, by where they lie: a ring in a ring is its hole, one in a hole another part. Texts say
 * it in different ways, or not at all.
 */
export function nested(rings: readonly (readonly Position[])[]): Drawn {
  const inside = rings.map((ring) => placeInside(ring as unknown as readonly Place[]));
  const around = rings.map((_, i) =>
    rings.flatMap((other, k) =>
      k !== i && inside[i] && contains([other as unknown as readonly Place[]], inside[i]) ? [k] : [],
    ),
  );
  const parts: Part[] = [];
  rings.forEach((ring, i) => {
    const depth = around[i]?.length ?? 0;
    if (depth % 2 === 1) return;
    const holes = rings.filter((_, k) => around[k]?.length === depth + 1 && around[k]?.includes(i));
    parts.push([ringOf(ring), ...holes.map(ringOf)]);
  });
  return ofParts(parts);
}

/** A place inside a ring, away from its corners: parcels that touch share those. Null of a ring without an inside. */
function placeInside(ring: readonly Place[]): Place | null {
  const heights = [...new Set(ring.map(([, lat]) => lat))].sort((a, b) => a - b);
  const middle = heights.length >> 1;
  const [below, above] = [heights[middle - 1], heights[middle]];
  if (below === undefined || above === undefined) return null;
  const y = (below + above) / 2;
  const crossings = ring
    .flatMap(([x1, y1], i) => {
      const [x2, y2] = ring[(i + 1) % ring.length] as Place;
      return y1 > y !== y2 > y ? [x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)] : [];
    })
    .sort((a, b) => a - b);
  const [left, right] = crossings;
  return left === undefined || right === undefined ? null : [(left + right) / 2, y];
}
