import type { Geometry } from "geojson";
import type { Conflict, ReviewComment } from "../api/answers.ts";
import { boundsOfPlaces, type Placed, placesOf } from "../changes/compare.ts";
import {
  type ComparedPlace,
  comparedHow,
  comparedPlaces,
  comparedSoon,
  mapPins,
  mapRequest,
} from "../viewport/map-link.ts";
import { areaChangeOf } from "./area-change.ts";
import type { Comparison } from "./view.ts";

/** What of a change set the map shows: the places of its features, and the comments that are pinned to a place. */

const BLINK_MS = 900;

/** Of more than these what comes and goes is not clipped: nobody could tell it apart, and it would take longer than a look. */
const MOST_CLIPPED = 50;

const comparedOf = (item: Placed, isClipped: boolean): ComparedPlace => {
  const change = isClipped ? areaChangeOf(item) : null;
  return { ...placesOf(item), added: change?.added ?? null, removed: change?.removed ?? null };
};

/** With a conflict the place is shown in its three versions, the ancestor also where it is the same as mine. */
const inConflict = (item: Placed, conflict: Conflict | undefined, isClipped: boolean): ComparedPlace => ({
  ...comparedOf(item, isClipped),
  ...(conflict && { theirs: (conflict.theirs?.geometry ?? null) as Geometry | null }),
});

export function showItems(
  items: readonly (Placed & { position: number })[],
  conflicts: readonly Conflict[] = [],
): void {
  const ofItem = new Map(conflicts.map((conflict) => [conflict.position, conflict]));
  comparedPlaces.value = items.map((item) => inConflict(item, ofItem.get(item.position), items.length <= MOST_CLIPPED));
  lookAt(items);
}

/** Moves the map to where these features were and shall be. */
export function lookAt(items: readonly Placed[]): void {
  const bounds = boundsOfPlaces(items.map(placesOf));
  if (bounds) mapRequest.value = { kind: "extent", bounds };
}

export const numberOf = (comments: readonly ReviewComment[], id: number): number =>
  comments.findIndex((comment) => comment.id === id) + 1;

export function showPins(comments: readonly ReviewComment[]): void {
  const pins: typeof mapPins.value = comments.flatMap(({ place, is_resolved }, at) => {
    const [lon, lat] = place ?? [];
    return lon === undefined || lat === undefined ? [] : [{ number: at + 1, place: [lon, lat], isMuted: is_resolved }];
  });
  // nothing in the place of nothing would draw hundreds of places once more
  if (pins.length + mapPins.peek().length > 0) mapPins.value = pins;
}

/** A set is about to be shown; the returned function takes it off the map. */
export function beginOnMap(): () => void {
  comparedSoon.value = true;
  return clearMap;
}

function clearMap(): void {
  comparedSoon.value = false;
  comparedPlaces.value = [];
  mapPins.value = [];
  comparedHow.value = "overlay";
}

/** Draws before and after as somebody has chosen; the returned function ends it. Who wants no motion turns them by hand. */
export function compareAs(comparison: Comparison): () => void {
  comparedHow.value = comparison === "blink" ? "before" : comparison;
  if (comparison !== "blink" || window.matchMedia("(prefers-reduced-motion: reduce)").matches) return () => {};
  const timer = window.setInterval(turn, BLINK_MS);
  return () => window.clearInterval(timer);
}

/** From before to after, and back. */
export function turn(): void {
  comparedHow.value = comparedHow.peek() === "before" ? "after" : "before";
}
