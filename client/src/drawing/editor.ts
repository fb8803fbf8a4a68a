import { batch, computed, signal } from "@preact/signals";
import type { Geometry, Position } from "geojson";
import {
  CannotClip,
  type Drawn,
  EMPTY_AREA,
  hasVertex,
  partsOf,
  ringOf,
  ringsOf,
  rounded,
  type VertexAt,
  vertexCount,
  verticesAt,
} from "./geometry.ts";
import { act, type Log, startLog } from "./log.ts";
import { attempt, type Operation } from "./operations.ts";
import { type Begun, type Mode, NOTHING_BEGUN, placing } from "./place.ts";
import { say } from "./said.ts";
import { caught } from "./snapping.ts";

/** The drawing in hand: what it is, what was done to it, and what a press or a key does to it next. Map and panels read and change it here. */

export const log = signal<Log>(startLog(EMPTY_AREA));
export const geometry = computed(() => log.value.geometry);
export const mode = signal<Mode>("edit");
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
/** A ring or a rectangle is not finished. */
export const isBegun = computed(() => begun.value.loose !== null || begun.value.pending.length > 0);

/** As it would be if the hand let go, or pressed, now: what is shown and asked about. */
export const shown = computed<Drawn>(() => {
  if (dragging.value) return attempt(geometry.value, dragging.value);
  if (!aim.value || !isBegun.value) return geometry.value;
  const next = placing(geometry.value, mode.value, begun.value, aim.value);
  return "operation" in next && next.operation ? attempt(geometry.value, next.operation) : geometry.value;
});

/** Goes on with another geometry; what was done to the one before is forgotten. */
export function open(drawn: Drawn, first: Mode = "polygon"): void {
  batch(() => {
    log.value = startLog(drawn);
    mode.value = isEmpty(drawn) ? first : "edit";
    placeAtCrosshair.value = 0;
    letGo();
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

/** Does something to the drawing; false, and said, where it cannot be done. `together`: one step with the one before, where they are of a kind. */
export function change(operation: Operation, together = false): boolean {
  try {
    const next = act(log.value, operation, together);
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

/** A press at a place. */
export function place(at: Position): void {
  const position = rounded(at);
  const next = placing(geometry.value, mode.value, begun.value, position);
  batch(() => {
    if ("refused" in next) return say("hole_outside");
    const isDone = !next.operation || change(next.operation);
    begun.value = next.begun;
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

/** Ends the ring that is being drawn; false when it has too few corners. */
export function finish(): boolean {
  const { loose, pending } = begun.value;
  if (mode.value === "cut" && pending.length > 0) return cutOut(pending);
  if (!loose) return true;
  if (verticesAt(geometry.value, loose).length < 3) {
    say("too_few");
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
function cutOut(corners: readonly Position[]): boolean {
  if (corners.length < 3) {
    say("too_few");
    return false;
  }
  batch(() => {
    const isDone = change({ kind: "cut-out", ring: ringOf(corners) });
    letGo();
    aim.value = null;
    mode.value = isEmpty(geometry.value) ? "polygon" : "edit";
    if (isDone) say("cut_out");
  });
  return true;
}

/** A ring of fewer than three corners is one that is being drawn, however it came to be. */
export function settle(): void {
  const drawn = geometry.value;
  const isArea = drawn.type.endsWith("Polygon");
  const rings = ringsOf(drawn);
  const loose = isArea ? rings.find(({ vertices }) => vertices.length < 3)?.at : undefined;
  if (loose) {
    begun.value = { loose, pending: [] };
    mode.value = loose.ring > 0 ? "hole" : "polygon";
  } else if (begun.value.loose && !hasVertex(drawn, { ...begun.value.loose, index: 0 })) begun.value = NOTHING_BEGUN;
  if (active.value && !hasVertex(drawn, active.value)) active.value = null;
}

export function clear(): void {
  if (isEmpty(geometry.value)) return;
  batch(() => {
    letGo();
    change({ kind: "replace", geometry: EMPTY_AREA });
    mode.value = "polygon";
    say("cleared");
  });
}
