import type { Point } from "../symbols/primitives.ts";

/** Polylines in pixels: length, points along, the part inside a box, crossings. */

export type Box = { left: number; top: number; right: number; bottom: number };

export function lengthOf(line: readonly Point[]): number {
  let sum = 0;
  for (let i = 1; i < line.length; i++) sum += distance(line[i - 1] as Point, line[i] as Point);
  return sum;
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

/** A walker along a line: place and direction (radians) at a distance from its start, held at the ends. */
export function walker(line: readonly Point[]): {
  length: number;
  at: (along: number) => { point: Point; angle: number };
} {
  const sums = [0];
  for (let i = 1; i < line.length; i++)
    sums.push((sums[i - 1] as number) + distance(line[i - 1] as Point, line[i] as Point));
  const length = sums[sums.length - 1] as number;
  return {
    length,
    at(along) {
      const wanted = Math.min(Math.max(along, 0), length);
      let low = 0;
      let high = line.length - 2;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((sums[middle] as number) <= wanted) low = middle;
        else high = middle - 1;
      }
      const a = line[low] as Point;
      const b = (line[low + 1] ?? a) as Point;
      const step = distance(a, b);
      const t = step === 0 ? 0 : (wanted - (sums[low] as number)) / step;
      return {
        point: [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t],
        angle: Math.atan2(b[1] - a[1], b[0] - a[0]),
      };
    },
  };
}

/** The stretch between two distances. */
export function stretch(line: readonly Point[], from: number, to: number): Point[] {
  const { at, length } = walker(line);
  const points: Point[] = [at(from).point];
  let along = 0;
  for (let i = 1; i < line.length - 1; i++) {
    along += distance(line[i - 1] as Point, line[i] as Point);
    if (along > from && along < Math.min(to, length)) points.push(line[i] as Point);
  }
  points.push(at(to).point);
  return points;
}

const WHOLE = [0, 1] as const;

/** Liang–Barsky for one segment: the parameters where it enters and leaves the box. */
function enterLeave(a: Point, b: Point, box: Box): readonly [number, number] | null {
  const { left, top, right, bottom } = box;
  const [ax, ay] = a;
  const [bx, by] = b;
  // Nearly all segments lie wholly on one side of the box, or in it.
  if ((ax < left && bx < left) || (ax > right && bx > right) || (ay < top && by < top) || (ay > bottom && by > bottom))
    return null;
  const isIn = (x: number, y: number) => x >= left && x <= right && y >= top && y <= bottom;
  if (isIn(ax, ay) && isIn(bx, by)) return WHOLE;
  let t0 = 0;
  let t1 = 1;
  const dx = bx - ax;
  const dy = by - ay;
  const edges: [number, number][] = [
    [-dx, ax - left],
    [dx, right - ax],
    [-dy, ay - top],
    [dy, bottom - ay],
  ];
  for (const [p, q] of edges) {
    if (p === 0) {
      if (q < 0) return null;
    } else if (p < 0) t0 = Math.max(t0, q / p);
    else t1 = Math.min(t1, q / p);
  }
  return t0 <= t1 ? [t0, t1] : null;
}

/** The parts of a line inside a box, each as its own line. */
export function clipLine(line: readonly Point[], box: Box): Point[][] {
  const parts: Point[][] = [];
  let current: Point[] | null = null;
  for (let i = 1; i < line.length; i++) {
    const a = line[i - 1] as Point;
    const b = line[i] as Point;
    const range = enterLeave(a, b, box);
    if (!range) {
      current = null;
      continue;
    }
    const on = (t: number): Point => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
    if (!current || range[0] > 0) {
      current = [on(range[0])];
      parts.push(current);
    }
    current.push(on(range[1]));
    if (range[1] < 1) current = null;
  }
  return parts.filter((part) => lengthOf(part) > 0);
}

/** Where two lines first cross, as the distance along the first; null when they do not. */
export function crossing(first: readonly Point[], second: readonly Point[]): number | null {
  let along = 0;
  for (let i = 1; i < first.length; i++) {
    const a = first[i - 1] as Point;
    const b = first[i] as Point;
    for (let j = 1; j < second.length; j++) {
      const c = second[j - 1] as Point;
      const d = second[j] as Point;
      const det = (b[0] - a[0]) * (d[1] - c[1]) - (b[1] - a[1]) * (d[0] - c[0]);
      if (det === 0) continue;
      const t = ((c[0] - a[0]) * (d[1] - c[1]) - (c[1] - a[1]) * (d[0] - c[0])) / det;
      const u = ((c[0] - a[0]) * (b[1] - a[1]) - (c[1] - a[1]) * (b[0] - a[0])) / det;
      if (t >= 0 && t <= 1 && u >= 0 && u <= 1) return along + t * distance(a, b);
    }
    along += distance(a, b);
  }
  return null;
}

export function distanceToLine(at: Point, line: readonly Point[]): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 1; i < line.length; i++) {
    const a = line[i - 1] as Point;
    const b = line[i] as Point;
    const dx = b[0] - a[0];
    const dy = b[1] - a[1];
    const square = dx * dx + dy * dy;
    const t = square === 0 ? 0 : Math.min(1, Math.max(0, ((at[0] - a[0]) * dx + (at[1] - a[1]) * dy) / square));
    best = Math.min(best, Math.hypot(at[0] - a[0] - t * dx, at[1] - a[1] - t * dy));
  }
  return best;
}
