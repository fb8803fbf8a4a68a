import type { Position } from "geojson";
import { type Drawn, isLine, ringsOf, type VertexAt } from "../../drawing/geometry.ts";
import type { Point } from "../../symbols/primitives.ts";

/** What can be taken hold of: a vertex, the middle of an edge, where a new vertex comes to be before `at`, all of it, or what turns all of it about its middle. */
export type CornerHandle = { readonly kind: "vertex" | "edge"; readonly at: VertexAt; readonly point: Point };
export type WholeHandle = { readonly kind: "whole" | "turn"; readonly about: Position; readonly point: Point };
export type Handle = CornerHandle | WholeHandle;

/** Pixels that an edge has at least to be taken in its middle. */
const EDGE_PX = 44;
/** More handles than anybody can tell apart: vertices alone then, as many as this. */
const MOST = 400;

/** The handles inside the window, in its pixels. `isLoose`: the last edge of what is being drawn is none yet. */
export function handlesOf(
  drawn: Drawn,
  toPixels: (position: Position) => Point,
  [width, height]: Point,
  isLoose: (at: VertexAt) => boolean,
): CornerHandle[] {
  const isIn = ([x, y]: Point) => x >= 0 && y >= 0 && x <= width && y <= height;
  const vertices: CornerHandle[] = [];
  const edges: CornerHandle[] = [];
  for (const { at, vertices: positions } of ringsOf(drawn)) {
    const points = positions.map(toPixels);
    points.forEach((point, index) => {
      if (isIn(point)) vertices.push({ kind: "vertex", at: { ...at, index }, point });
      const next = points[index + 1] ?? (isLine(drawn) ? undefined : points[0]);
      if (!next || points.length < 2 || (isLoose({ ...at, index }) && index === points.length - 1)) return;
      const middle: Point = [(point[0] + next[0]) / 2, (point[1] + next[1]) / 2];
      if (isIn(middle) && Math.hypot(next[0] - point[0], next[1] - point[1]) >= EDGE_PX)
        edges.push({ kind: "edge", at: { ...at, index: index + 1 }, point: middle });
    });
  }
  return vertices.length > MOST ? vertices.slice(0, MOST) : [...vertices, ...edges].slice(0, MOST);
}

/** The one that a press means: the nearest vertex, else the nearest middle of an edge. */
export function handleAt(handles: readonly Handle[], point: Point, tolerance: number): Handle | null {
  const nearest = (kind: Handle["kind"]) => {
    let best: Handle | null = null;
    let least = tolerance;
    for (const handle of handles) {
      const distance = Math.hypot(handle.point[0] - point[0], handle.point[1] - point[1]);
      if (handle.kind === kind && distance <= least) [best, least] = [handle, distance];
    }
    return best;
  };
  return nearest("turn") ?? nearest("vertex") ?? nearest("edge");
}
