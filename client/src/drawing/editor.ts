import { batch, computed, signal } from "@preact/signals";
import type { Geometry, Position } from "geojson";
import {
  CannotClip,
  type Drawn,
  EMPTY_AREA,
  hasVertex,
  isLine,
  leastVertices,
  partsOf,
  ringOf,
  ringsOf,
  rounded,
  type VertexAt,
  vertexCount,
  verticesAt,
} from "./geometry.ts";
import { act, type How, type Log, restsOnSchematic, startLog } from "./log.ts";
import { attempt, type Operation } from "./operations.ts";
import { type Begun, type Mode, NOTHING_BEGUN, placing } from "./place.ts";
import { say } from "./said.ts";
import { caught } from "./snapping.ts";

/** The drawing in hand: what it is, what was done to it, and what a press or a key does to it next. Map and panels read and change it here. */

export const log = signal<Log>(startLog(EMPTY_AREA));
export const geometry = computed(() => log.value.geometry);
export const mode = signal<Mode>("edit");
/** What an empty drawing begins with. */
let firstMode: Mode = "polygon";
export const begun = signal<Begun>(NOTHING_BEGUN);
/** The vertex that keys move. */
export const active = signal<VertexAt | null>(null);
/** Where a press would place something: under the pointer, or under the crosshair. */
export const aim = signal<Position | null>(null);
/** What is being dragged, as the operation that letting go will do. */
export const dragging = signal<Operation | null>(null);
/** Where whoever asks about the drawing has found something on it. */
export const found = signal<readonly Geometry[]>([]);
/** How many corners buttons have asked for under the crosshair: the map places them, one after the other. */
export const placeAtCrosshair = signal(0);

export const isEmpty = (drawn: Drawn): boolean => drawn.type.endsWith("Polygon") && partsOf(drawn).length === 0;
/** A place of it was taken from a sketch: a site says so (`snapped_to_schematic`). */
export const snappedToSchematic = computed(() => restsOnSchematic(log.value));
/** A ring or a rectangle is not finished. */
export const isBegun = computed(() => begun.value.loose !== null || begun.value.pending.length > 0);

/** As it would be if the hand let go, or pressed, now: what is shown and asked about. */
export const shown = computed<Drawn>(() => {
  if (dragging.value) return attempt(geometry.value, dragging.value);
  if (!aim.value || !isBegun.value) return geometry.value;
  const next = placing(geometry.value, mode.value, begun.value, aim.value);
  return "operation" in next && next.operation ? attempt(geometry.value, next.operation) : geometry.value;
});

/** Goes on with another geometry, an unfinished one where it was left; what was done to the one before is forgotten. `fromSchematic`: it is said to rest on a sketch. */
export function open(drawn: Drawn, first: Mode = "polygon", fromSchematic = false): void {
  batch(() => {
    firstMode = first;
    log.value = startLog(drawn, fromSchematic);
    mode.value = isEmpty(drawn) ? first : "edit";
    placeAtCrosshair.value = 0;
    letGo();
    settle();
  });
}

/** Goes on where a drawing was left, with all that was done to it. */
export function resume(hand: { log: Log; begun: Begun; mode: Mode }): void {
  batch(() => {
    letGo();
    log.value = hand.log;
    mode.value = hand.mode;
    begun.value = hand.begun;
    settle();
  });
}

function letGo(): void {
  begun.value = NOTHING_BEGUN;
  active.value = null;
  dragging.value = null;
}

export function takeMode(next: Mode): void {
  batch(() => {
    // what has too few corners to be finished is taken up again, by its undo or by going on
    if (begun.value.loose && !finish()) return;
    letGo();
    mode.value = next;
  });
}

/** Does something to the drawing; false, and said, where it cannot be done. */
export function change(operation: Operation, how: How = {}): boolean {
  try {
    const next = act(log.value, operation, how);
    batch(() => {
      log.value = next;
      dragging.value = null;
      settle();
    });
    return true;
  } catch (fault) {
    if (!(fault instanceof CannotClip)) throw fault;
    say("not_possible");
    return false;
  }
}

/** A press at a place; `onSchematic`: it was caught by a sketch. */
export function place(at: Position, onSchematic = false): void {
  const isSchematic = onSchematic || begun.value.isSchematic === true;
  const position = rounded(at);
  const next = placing(geometry.value, mode.value, begun.value, position);
  batch(() => {
    if ("refused" in next) return say("hole_outside");
    const isDone =
      !next.operation || change(next.operation, { isSchematic: next.operation.kind !== "split" && isSchematic });
    begun.value = next.begun.pending.length > 0 ? { ...next.begun, isSchematic } : next.begun;
    if (!isDone) return;
    if (next.begun.loose) say("corner", { count: verticesAt(geometry.value, next.begun.loose).length });
    else if (next.begun.pending.length > 0) say("corner", { count: next.begun.pending.length });
    else if (next.operation) {
      say(mode.value === "point" ? "placed" : mode.value === "split" ? "split" : "finished", {
        count: mode.value === "split" ? partsOf(geometry.value).length : vertexCount(geometry.value),
      });
      caught.value = null;
      if (mode.value !== "point") mode.value = "edit";
    }
  });
}

/** Ends the ring, or the line, that is being drawn; false when it has too few corners. */
export function finish(): boolean {
  const { loose, pending } = begun.value;
  if (mode.value === "cut" && pending.length > 0) return cutOut(begun.value);
  if (!loose) return true;
  if (verticesAt(geometry.value, loose).length < leastVertices(geometry.value)) {
    say(isLine(geometry.value) ? "too_few_of_line" : "too_few");
    return false;
  }
  batch(() => {
    letGo();
    aim.value = null;
    caught.value = null;
    mode.value = "edit";
    say("finished", { count: vertexCount(geometry.value) });
  });
  return true;
}

/** Ends the ring of what is cut out. */
function cutOut({ pending: corners, isSchematic = false }: Begun): boolean {
  if (corners.length < 3) {
    say("too_few");
    return false;
  }
  batch(() => {
    const isDone = change({ kind: "cut-out", ring: ringOf(corners) }, { isSchematic });
    letGo();
    aim.value = null;
    mode.value = isEmpty(geometry.value) ? "polygon" : "edit";
    if (isDone) say("cut_out");
  });
  return true;
}

/** A ring of fewer than three corners, or a line of one, is being drawn, however it came to be. */
export function settle(): void {
  const drawn = geometry.value;
  const least = leastVertices(drawn);
  const loose = ringsOf(drawn).find(({ vertices }) => drawn.type !== "Point" && vertices.length < least)?.at;
  if (loose) {
    begun.value = { loose, pending: [] };
    mode.value = isLine(drawn) ? "line" : loose.ring > 0 ? "hole" : "polygon";
  } else if (begun.value.loose && !hasVertex(drawn, { ...begun.value.loose, index: 0 })) begun.value = NOTHING_BEGUN;
  if (active.value && !hasVertex(drawn, active.value)) active.value = null;
}

export function clear(): void {
  if (isEmpty(geometry.value)) return;
  batch(() => {
    letGo();
    change({ kind: "replace", geometry: EMPTY_AREA });
    mode.value = firstMode;
    say("cleared");
  });
}
