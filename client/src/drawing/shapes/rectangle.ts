import type { Position } from "geojson";
import { ringOf } from "../geometry.ts";
import { fromPlane, type PlanePoint, toPlane } from "../plane.ts";

/** A rectangle by two opposite corners, its sides to the grid north of the plane. A closed ring. */
export function rectangleByTwo(from: Position, to: Position): Position[] {
  const [a, c] = [toPlane(from), toPlane(to)];
  return ringOf([from, fromPlane([c[0], a[1]]), to, fromPlane([a[0], c[1]])]);
}

/** A rectangle by a side and a place on the side opposite to it: a road's edge and a depth. A closed ring. */
export function rectangleByThree(from: Position, to: Position, opposite: Position): Position[] {
  const [a, b, o] = [toPlane(from), toPlane(to), toPlane(opposite)];
  const [x, y] = normal(a, b);
  const depth = (o[0] - a[0]) * x + (o[1] - a[1]) * y;
  return withDepth(from, to, depth);
}

/** A rectangle of a side and a depth in metres, to the left of the side where it is positive. A closed ring. */
export function withDepth(from: Position, to: Position, depth: number): Position[] {
  const [a, b] = [toPlane(from), toPlane(to)];
  const [x, y] = normal(a, b);
  return ringOf([
    from,
    to,
    fromPlane([b[0] + depth * x, b[1] + depth * y]),
    fromPlane([a[0] + depth * x, a[1] + depth * y]),
  ]);
}

/** To the left of the way from a to b, one metre; nothing where they are one place. */
function normal(a: PlanePoint, b: PlanePoint): PlanePoint {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = Math.hypot(dx, dy) || 1;
  return [-dy / length, dx / length];
}
