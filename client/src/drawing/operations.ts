import type { Position } from "geojson";
import { CannotClip, type Drawn, type Part, type RingAt, type VertexAt } from "./geometry.ts";
import { addPart } from "./operations/add-part.ts";
import { addRing } from "./operations/add-ring.ts";
import { addVertex } from "./operations/add-vertex.ts";
import { cutOut } from "./operations/cut-out.ts";
import { deletePart } from "./operations/delete-part.ts";
import { deleteRing } from "./operations/delete-ring.ts";
import { deleteVertex } from "./operations/delete-vertex.ts";
import { merge } from "./operations/merge.ts";
import { moveVertex } from "./operations/move-vertex.ts";
import { replace } from "./operations/replace.ts";
import { rightAngles } from "./operations/right-angles.ts";
import { rotate } from "./operations/rotate.ts";
import { setArea } from "./operations/set-area.ts";
import { split } from "./operations/split.ts";
import { translate } from "./operations/translate.ts";

/** What can be done to a drawing, as data: it can be kept, and done again. Metres are those of the plane (EPSG:4548). */
export type Operation =
  | { readonly kind: "add-vertex"; readonly at: VertexAt; readonly position: Position }
  | { readonly kind: "move-vertex"; readonly at: VertexAt; readonly position: Position }
  | { readonly kind: "delete-vertex"; readonly at: VertexAt }
  /** `ring` is closed; the ring of a place that is taken moves up. */
  | { readonly kind: "add-ring"; readonly at: RingAt; readonly ring: readonly Position[] }
  | { readonly kind: "delete-ring"; readonly at: RingAt }
  | { readonly kind: "add-part"; readonly part: number; readonly rings: Part }
  | { readonly kind: "delete-part"; readonly part: number }
  | { readonly kind: "translate"; readonly east_m: number; readonly north_m: number }
  /** Clockwise, about a place. */
  | { readonly kind: "rotate"; readonly degrees: number; readonly about: Position }
  | { readonly kind: "right-angles" }
  /** On the ellipsoid: by the edge that follows a vertex, or by all of it where there is none. */
  | { readonly kind: "set-area"; readonly area_m2: number; readonly edge: VertexAt | null }
  | { readonly kind: "merge" }
  /** By the straight line through two places. */
  | { readonly kind: "split"; readonly from: Position; readonly to: Position }
  /** `ring` is closed. */
  | { readonly kind: "cut-out"; readonly ring: readonly Position[] }
  | { readonly kind: "replace"; readonly geometry: Drawn };

/** What an operation makes of a geometry, and the operation that takes it back. The geometry it is done to stays as it is. */
export type Done = { readonly geometry: Drawn; readonly reverse: Operation };

type Of<Kind extends Operation["kind"]> = Extract<Operation, { kind: Kind }>;
const operations: { [Kind in Operation["kind"]]: (geometry: Drawn, operation: Of<Kind>) => Done } = {
  "add-vertex": (geometry, { at, position }) => addVertex(geometry, at, position),
  "move-vertex": (geometry, { at, position }) => moveVertex(geometry, at, position),
  "delete-vertex": (geometry, { at }) => deleteVertex(geometry, at),
  "add-ring": (geometry, { at, ring }) => addRing(geometry, at, ring),
  "delete-ring": (geometry, { at }) => deleteRing(geometry, at),
  "add-part": (geometry, { part, rings }) => addPart(geometry, part, rings),
  "delete-part": (geometry, { part }) => deletePart(geometry, part),
  translate: (geometry, { east_m, north_m }) => translate(geometry, east_m, north_m),
  rotate: (geometry, { degrees, about }) => rotate(geometry, degrees, about),
  "right-angles": (geometry) => rightAngles(geometry),
  "set-area": (geometry, { area_m2, edge }) => setArea(geometry, area_m2, edge),
  merge: (geometry) => merge(geometry),
  split: (geometry, { from, to }) => split(geometry, from, to),
  "cut-out": (geometry, { ring }) => cutOut(geometry, ring),
  replace: (geometry, operation) => replace(geometry, operation.geometry),
};

/**
 * Does an operation to a geometry.
 * @throws CannotClip where areas are too nearly degenerate to be split, merged or cut.
 * @throws NotThere when it names a vertex, ring or part that the geometry does not have.
 */
export const perform = (geometry: Drawn, operation: Operation): Done =>
  (operations[operation.kind] as (geometry: Drawn, operation: Operation) => Done)(geometry, operation);

/** What an operation would make of a geometry; the geometry itself where it can make nothing. */
export function attempt(drawn: Drawn, operation: Operation): Drawn {
  try {
    return perform(drawn, operation).geometry;
  } catch (fault) {
    if (fault instanceof CannotClip) return drawn;
    throw fault;
  }
}
