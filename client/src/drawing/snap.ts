import type { Point } from "../symbols/primitives.ts";

/**
 * Catching what is near the pointer: a vertex, an edge, the last edge run on, a right angle to it. In pixels of one zoom,
 * with an index of our own, so that a move looks at a few edges and not at all of them.
 */

/** A line, the ring of an area or a single point that can be caught. */
export type SnapLine = { readonly name: string; readonly isSchematic: boolean; readonly points: readonly Point[] };

export type Caught = {
  readonly kind: "vertex" | "edge" | "extension" | "right-angle";
  readonly point: Point;
  /** How far the hand is from it, in pixels. */
  readonly off: number;
  /** Null of what is the drawing's own: an extension, a right angle. */
  readonly line: SnapLine | null;
};

export type SnapIndex = { readonly cells: ReadonlyMap<string, readonly Segment[]> };
type Segment = { readonly line: SnapLine; readonly a: Point; readonly b: Point };

/** Side of a cell, larger than any reach of a hand. */
const CELL_PX = 64;

/** An index of lines; `box` is what can be pointed at: what lies outside is left out. */
export function buildSnapIndex(
  lines: readonly SnapLine[],
  [[left, top], [right, bottom]]: readonly [Point, Point],
): SnapIndex {
  const cells = new Map<string, Segment[]>();
  const clamp = (value: number, from: number, to: number) => Math.floor(Math.min(to, Math.max(from, value)) / CELL_PX);
  for (const line of lines)
    line.points.forEach((a, i) => {
      const b = line.points[i + 1] ?? (line.points.length === 1 ? a : null);
      if (!b) return;
      const [x1, x2, y1, y2] = [Math.min(a[0], b[0]), Math.max(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[1], b[1])];
      if (x2 < left || x1 > right || y2 < top || y1 > bottom) return;
      const segment = { line, a, b };
      for (let x = clamp(x1, left, right); x <= clamp(x2, left, right); x++)
        for (let y = clamp(y1, top, bottom); y <= clamp(y2, top, bottom); y++) {
          if (!passes(segment, x, y)) continue;
          const key = `${x} ${y}`;
          const cell = cells.get(key);
          if (cell) cell.push(segment);
          else cells.set(key, [segment]);
        }
    });
  return { cells };
}

/** Whether a segment comes near a cell: a long one crosses few of those in its box. */
function passes({ a, b }: Segment, x: number, y: number): boolean {
  const middle: Point = [(x + 0.5) * CELL_PX, (y + 0.5) * CELL_PX];
  return distance(middle, nearest(middle, a, b)) <= CELL_PX * Math.SQRT1_2 + 1;
}

const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

function nearest(at: Point, a: Point, b: Point): Point {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const square = dx * dx + dy * dy;
  const t = square === 0 ? 0 : Math.min(1, Math.max(0, ((at[0] - a[0]) * dx + (at[1] - a[1]) * dy) / square));
  return [a[0] + t * dx, a[1] + t * dy];
}

/**
 * What a pointer catches within `reach` pixels in any of the indexes, a vertex before an edge before a direction; null when nothing.
 * `last` is the edge that has just been drawn, which the next one may run on or stand upright on.
 */
export function snap(
  indexes: readonly SnapIndex[],
  at: Point,
  reach: number,
  last: readonly [Point, Point] | null,
): Caught | null {
  let vertex: Caught | null = null;
  let edge: Caught | null = null;
  let [toVertex, toEdge] = [reach, reach];
  const [cx, cy] = [Math.floor(at[0] / CELL_PX), Math.floor(at[1] / CELL_PX)];
  for (let x = cx - 1; x <= cx + 1; x++)
    for (let y = cy - 1; y <= cy + 1; y++)
      for (const { line, a, b } of indexes.flatMap(({ cells }) => cells.get(`${x} ${y}`) ?? [])) {
        const point = nearest(at, a, b);
        const off = distance(at, point);
        if (off > reach) continue;
        if (off < toEdge) [edge, toEdge] = [{ kind: "edge", point, off, line }, off];
        for (const end of [a, b]) {
          const away = distance(at, end);
          if (away < toVertex) [vertex, toVertex] = [{ kind: "vertex", point: end, off: away, line }, away];
        }
      }
  return vertex ?? edge ?? (last ? direction(at, reach, last) : null);
}

function direction(at: Point, reach: number, [a, b]: readonly [Point, Point]): Caught | null {
  const length = distance(a, b);
  if (length === 0 || distance(at, b) <= reach) return null;
  const [ux, uy] = [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
  const [dx, dy] = [at[0] - b[0], at[1] - b[1]];
  const [along, across] = [dx * ux + dy * uy, dx * -uy + dy * ux];
  if (along > 0 && Math.abs(across) <= reach)
    return { kind: "extension", point: [b[0] + along * ux, b[1] + along * uy], off: Math.abs(across), line: null };
  return Math.abs(along) <= reach
    ? { kind: "right-angle", point: [b[0] - across * uy, b[1] + across * ux], off: Math.abs(along), line: null }
    : null;
}
