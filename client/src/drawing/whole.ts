import { computed } from "@preact/signals";
import type { Position } from "geojson";
import { change, geometry, isEmpty } from "./editor.ts";
import type { Drawn } from "./geometry.ts";
import type { Operation } from "./operations.ts";
import { fromPlane, middlePoint, type PlanePoint, toPlane } from "./plane.ts";
import { say } from "./said.ts";

/** Moving and turning all of it, by hand, by keys and by figures. */

/** What a drawing turns about. */
export const middleOf = (drawn: Drawn): Position => fromPlane(middlePoint(drawn));
/** Null of nothing. */
export const centre = computed<Position | null>(() => (isEmpty(geometry.value) ? null : middleOf(geometry.value)));

/** One step with the move before, as arrows go. Metres of the plane. */
export function moveWhole(east_m: number, north_m: number): void {
  if (isEmpty(geometry.value) || (east_m === 0 && north_m === 0)) return;
  if (change({ kind: "translate", east_m, north_m }, { together: true })) say("whole_moved");
}

/** Clockwise about its middle; one step with the turn before. */
export function turnWhole(degrees: number): void {
  const about = centre.value;
  if (about && degrees !== 0 && change({ kind: "rotate", degrees, about }, { together: true })) say("whole_turned");
}

/** What dragging all of it from a place to another one does. */
export function dragged(from: Position, to: Position): Operation {
  const [a, b] = [toPlane(from), toPlane(to)];
  return { kind: "translate", east_m: b[0] - a[0], north_m: b[1] - a[1] };
}

/** What dragging its handle around its middle does: whole degrees, or any where the hand is free. */
export function turned(from: Position, to: Position, about: Position, isFree: boolean): Operation {
  const middle = toPlane(about);
  const degrees = bearing(middle, toPlane(to)) - bearing(middle, toPlane(from));
  return { kind: "rotate", degrees: isFree ? degrees : Math.round(degrees), about };
}

const bearing = (from: PlanePoint, to: PlanePoint): number =>
  (Math.atan2(to[0] - from[0], to[1] - from[1]) * 180) / Math.PI;
