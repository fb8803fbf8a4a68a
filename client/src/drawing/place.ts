import type { Position } from "geojson";
import { contains } from "../geo/polygon.ts";
import { type Drawn, isArea, isLine, linesOf, partsOf, type RingAt, ringOf, verticesAt } from "./geometry.ts";
import type { Operation } from "./operations.ts";
import { rectangleByThree, rectangleByTwo } from "./shapes.ts";

/** What a press on the map means. */
export type Mode =
  | "edit"
  | "whole"
  | "point"
  | "line"
  | "polygon"
  | "rectangle"
  | "rectangle-three"
  | "hole"
  | "split"
  | "cut";

/** Whether a page with these modes is one of areas: what is done to areas alone has its place there. */
export const drawsAreas = (modes: readonly Mode[]): boolean => modes.includes("polygon");

/** What a press goes on with: the ring that is being drawn, or the corners that a rectangle has so far. */
export type Begun = {
  readonly loose: RingAt | null;
  readonly pending: readonly Position[];
  /** One of the pending was caught by a sketch. */
  readonly isSchematic?: boolean;
  /** Of a line that is drawn on: from which end, and how many vertices it had. */
  readonly goesOn?: { readonly from: "start" | "end"; readonly vertices: number };
};
export const NOTHING_BEGUN: Begun = { loose: null, pending: [] };

/** What a press does: an operation or none yet, and what the next one goes on with; or why not. */
export type Placing = { operation: Operation | null; begun: Begun } | { refused: "hole-outside" };

/** How many presses a rectangle and a line across take. */
const CORNERS: Partial<Record<Mode, number>> = { split: 2, rectangle: 2, "rectangle-three": 3 };

/** A press at a place, in longitude and latitude. */
export function placing(geometry: Drawn, mode: Mode, begun: Begun, position: Position): Placing {
  if (begun.loose) {
    const index = begun.goesOn?.from === "start" ? 0 : verticesAt(geometry, begun.loose).length;
    return { operation: { kind: "add-vertex", at: { ...begun.loose, index }, position }, begun };
  }
  if (mode === "cut") return { operation: null, begun: { loose: null, pending: [...begun.pending, position] } };
  const wanted = CORNERS[mode];
  if (wanted) {
    const pending = [...begun.pending, position];
    if (pending.length < wanted) return { operation: null, begun: { loose: null, pending } };
    const [from = position, to = position] = pending;
    const operation: Operation =
      mode === "split" ? { kind: "split", from, to } : withArea(geometry, rectangleOf(pending));
    return { operation, begun: NOTHING_BEGUN };
  }
  if (mode === "point")
    return {
      operation: { kind: "replace", geometry: { type: "Point", coordinates: position } },
      begun: NOTHING_BEGUN,
    };
  if (mode === "line") {
    const part = linesOf(geometry).length;
    return { operation: withLine(geometry, part, position), begun: { loose: { part, ring: 0 }, pending: [] } };
  }
  if (mode === "polygon") {
    const part = partsOf(geometry).length;
    return { operation: withArea(geometry, ringOf([position])), begun: { loose: { part, ring: 0 }, pending: [] } };
  }
  if (mode === "hole") return holeAt(geometry, position);
  return { operation: null, begun };
}

function rectangleOf([from, to, opposite]: readonly Position[]): Position[] {
  if (!from || !to) return [];
  return opposite ? rectangleByThree(from, to, opposite) : rectangleByTwo(from, to);
}

/** Beside the lines that are there; a point or an area gives way. */
const withLine = (geometry: Drawn, part: number, position: Position): Operation =>
  isLine(geometry)
    ? { kind: "add-part", part, rings: [[position]] }
    : { kind: "replace", geometry: { type: "LineString", coordinates: [position] } };

/** Beside the areas that are there; a point or a line gives way. */
function withArea(geometry: Drawn, ring: readonly Position[]): Operation {
  return isArea(geometry)
    ? { kind: "add-part", part: partsOf(geometry).length, rings: [ring] }
    : { kind: "replace", geometry: { type: "Polygon", coordinates: [[...ring]] } };
}

function holeAt(geometry: Drawn, position: Position): Placing {
  const point = position as [number, number];
  const part = partsOf(geometry).findIndex((rings) => contains(rings as [number, number][][], point));
  const rings = partsOf(geometry)[part];
  if (!rings) return { refused: "hole-outside" };
  const at = { part, ring: rings.length };
  return { operation: { kind: "add-ring", at, ring: ringOf([position]) }, begun: { loose: at, pending: [] } };
}
