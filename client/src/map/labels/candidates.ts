import type { Box } from "../../geo/line.ts";
import { boxOf, contains } from "../../geo/polygon.ts";
import type { Point } from "../../symbols/primitives.ts";
import { alongLine } from "./along-line.ts";
import { airOf, block, type Candidate, type Measure, straightWidth, twoLines } from "./block.ts";
import type { LabelPlace, LabelRequest, Side } from "./request.ts";

/** The ordered places a label may take, most wanted first; made lazily, for most labels take an early one. */
export function* candidates(request: LabelRequest, view: Box, measure: Measure): Generator<Candidate> {
  const { place } = request;
  if (place.kind === "point") {
    yield* aroundPoint(request, place, measure);
    for (const text of request.bubble?.shorter ?? []) yield* aroundPoint({ ...request, text }, place, measure);
  } else if (place.kind === "area") yield* insideArea(request, place, view, measure);
  else yield* alongLine(request, place, view, measure);
}

function* aroundPoint(
  request: LabelRequest,
  place: Extract<LabelPlace, { kind: "point" }>,
  measure: Measure,
): Generator<Candidate> {
  const air = airOf(request);
  const width = straightWidth(request, measure) + 2 * air.x;
  const half = request.look.size * 0.62 + air.y;
  const lines = twoLines(request).length;
  const [x, y] = place.at;
  const offsets: Record<Side, Point> = {
    centre: [0, 0],
    below: [0, place.clear + half * lines],
    above: [0, -place.clear - half * lines],
    right: [place.clear + 3 + width / 2, 0],
    left: [-place.clear - 3 - width / 2, 0],
    "below-right": [width / 2 - half, place.clear + half * lines],
    "above-right": [width / 2 - half, -place.clear - half * lines],
    "below-left": [half - width / 2, place.clear + half * lines],
    "above-left": [half - width / 2, -place.clear - half * lines],
    // beside the sign, past a name that stands beside it
    "right-lower": [place.clear + width / 2, half * 1.9],
    "right-upper": [place.clear + width / 2, -half * 1.9],
    "left-lower": [-place.clear - width / 2, half * 1.9],
    "left-upper": [-place.clear - width / 2, -half * 1.9],
    "below-far": [0, place.clear + half * 2.7],
    "above-far": [0, -place.clear - half * 2.7],
  };
  for (const side of place.sides) {
    const [dx, dy] = offsets[side];
    yield block(request, [x + dx, y + dy], measure);
  }
}

/** The centre first, then a lattice over the area, nearest to the centre first; a name stays in its area. */
function* insideArea(
  request: LabelRequest,
  place: Extract<LabelPlace, { kind: "area" }>,
  view: Box,
  measure: Measure,
): Generator<Candidate> {
  const full = boxOf(place.rings);
  const box = {
    left: Math.max(full.left, view.left),
    right: Math.min(full.right, view.right),
    top: Math.max(full.top, view.top),
    bottom: Math.min(full.bottom, view.bottom),
  };
  const width = straightWidth(request, measure);
  const half = request.look.size * (request.second && request.look.second > 0 ? 0.7 : 0.5);
  const small = full.right - full.left < 90 && width > (full.right - full.left) * 0.8;
  const stepX = Math.max(12, (box.right - box.left) / 12);
  const stepY = Math.max(9, (box.bottom - box.top) / 16);
  const spots: { at: Point; far: number }[] = small ? [{ at: place.centre, far: -1 }] : [];
  const loose: typeof spots = [];
  if (small) {
    // A small lake carries its name across its middle or just outside.
    const [below, above, right, left] = outside(full, place.centre, width, request.look.size);
    spots.push({ at: below, far: 0 }, { at: above, far: 1 }, { at: right, far: 2 }, { at: left, far: 3 });
  } else {
    for (let x = box.left + stepX / 2; x < box.right; x += stepX) {
      for (let y = box.top + stepY / 2; y < box.bottom; y += stepY) {
        const spot = { at: [x, y] as const, far: Math.hypot(x - place.centre[0], (y - place.centre[1]) * 1.15) };
        const inside = (
          [
            [-1, -1],
            [1, -1],
            [1, 1],
            [-1, 1],
          ] as const
        ).every(([sx, sy]) => contains(place.rings, [x + sx * width * 0.48, y + sy * half]));
        if (inside) spots.push(spot);
        else if (contains(place.rings, [x, y])) loose.push(spot);
      }
    }
  }
  const nearest = (a: { at: Point; far: number }, b: { at: Point; far: number }) =>
    a.far - b.far || a.at[0] - b.at[0] || a.at[1] - b.at[1];
  spots.sort(nearest);
  loose.sort(nearest);
  for (const { at } of spots) yield block(request, at, measure);
  // Rather the name alone inside than nothing; rather over the edge than not at all.
  if (request.second && request.look.second > 0) for (const { at } of spots) yield block(request, at, measure, false);
  for (const { at } of loose) yield block(request, at, measure, false);
  // An area that is full of other signs, and small enough to be known by a name beside it.
  if (!small && full.right - full.left < width * 2)
    for (const at of outside(full, place.centre, width, request.look.size)) yield block(request, at, measure, false);
}

/** Just outside of an area: below, above, to the right, to the left. */
function outside(area: Box, [x, y]: Point, width: number, size: number): readonly [Point, Point, Point, Point] {
  const dy = (area.bottom - area.top) / 2 + size * 0.7;
  const dx = (area.right - area.left) / 2 + width / 2 + 4;
  return [
    [x, y + dy],
    [x, y - dy],
    [x + dx, y],
    [x - dx, y],
  ];
}
