import type { Box } from "../../geo/line.ts";
import { area, group, outline, type Point, type Primitive } from "../../symbols/primitives.ts";
import type { PlacedLabel } from "./place.ts";

/** A label as it is painted, on screen and on paper: its texts, and below them the surface of a bubble. */
export function labelPrimitives({ request, texts, boxes }: PlacedLabel): Primitive[] {
  const { bubble, place } = request;
  const [box] = boxes;
  if (!bubble || place.kind !== "point" || !box) return group(request.opacity, texts);
  const shapes = [pointer(box, place.at, place.clear - 1), pill(box)];
  return group(request.opacity, [
    // both outlines before both surfaces: one shape, without a line where they meet
    outline(shapes, { paint: bubble.line, width: 2.2 }),
    ...shapes.map((shape) => area([shape], bubble.ground)),
    ...texts,
  ]);
}

const STEPS = 6;

/** A box whose short sides are half circles. */
function pill({ left, top, right, bottom }: Box): Point[] {
  const r = (bottom - top) / 2;
  const y = (top + bottom) / 2;
  const cap = (x: number, from: number) =>
    Array.from({ length: STEPS + 1 }, (_, step): Point => {
      const angle = from + (step / STEPS) * Math.PI;
      return [x + r * Math.cos(angle), y + r * Math.sin(angle)];
    });
  return [...cap(right - r, -Math.PI / 2), ...cap(left + r, Math.PI / 2)];
}

const HALF_FOOT = 3.5;

/** From inside of a box to `clear` pixels from the place it belongs to. */
function pointer({ left, top, right, bottom }: Box, [x, y]: Point, clear: number): Point[] {
  const r = (bottom - top) / 2;
  const foot: Point = [Math.min(right - r, Math.max(left + r, x)), (top + bottom) / 2];
  const far = Math.max(1e-6, Math.hypot(foot[0] - x, foot[1] - y));
  const [dx, dy] = [(foot[0] - x) / far, (foot[1] - y) / far];
  return [
    [x + dx * clear, y + dy * clear],
    [foot[0] - dy * HALF_FOOT, foot[1] + dx * HALF_FOOT],
    [foot[0] + dy * HALF_FOOT, foot[1] - dx * HALF_FOOT],
  ];
}
