import { batch, computed, signal } from "@preact/signals";
import type { Geometry, Position } from "geojson";
import { type Drawn, EMPTY_AREA, partsOf, ringsOf, rounded, type VertexAt, verticesAt } from "./geometry.ts";
import { act, type Log, redo, startLog, undo } from "./log.ts";
import { type Operation, perform } from "./operations.ts";
import { type Begun, type Mode, NOTHING_BEGUN, placing } from "./place.ts";
import type { Caught } from "./snap.ts";

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
/** What a press catches: nothing, what is placed to 20 m and the drawing itself, or what is drawn schematically too. */
export const SNAPPING = ["off", "surveyed", "all"] as const;
export const snapping = signal<(typeof SNAPPING)[number]>("surveyed");
/** What the pointer has caught, until it moves on. */
export const caught = signal<Caught | null>(null);
/** Where whoever asks about the drawing has found something on it. */
export const found = signal<readonly Geometry[]>([]);
/** How many corners buttons have asked for under the crosshair: the map places them, one after the other. */
export const placeAtCrosshair = signal(0);

/** What has happened, for those who hear it: a code of the words, and its figures. `time` tells two that are alike apart. */
export type Said = { readonly code: SaidCode; readonly args: Readonly<Record<string, number>>; readonly time: number };
export type SaidCode =
  | "placed"
  | "corner"
  | "moved"
  | "chosen"
  | "deleted"
  | "finished"
  | "too_few"
  | "hole_outside"
  | "undone"
  | "redone"
  | "cleared"
  | "squared"
  | "inserted";
export const said = signal<Said | null>(null);
export const say = (code: SaidCode, args: Said["args"] = {}) => {
  said.value = { code, args, time: (said.peek()?.time ?? 0) + 1 };
};

export const isEmpty = (drawn: Drawn): boolean => drawn.type.endsWith("Polygon") && partsOf(drawn).length === 0;
/** A ring or a rectangle is not finished. */
export const isBegun = computed(() => begun.value.loose !== null || begun.value.pending.length > 0);

/** As it would be if the hand let go, or pressed, now: what is shown and asked about. */
export const shown = computed<Drawn>(() => {
  if (dragging.value) return perform(geometry.value, dragging.value).geometry;
  if (!aim.value || !isBegun.value) return geometry.value;
  const next = placing(geometry.value, mode.value, begun.value, aim.value);
  return "operation" in next && next.operation ? perform(geometry.value, next.operation).geometry : geometry.value;
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

/** Does something to the drawing. `together`: one step with the one before, where they are of a kind. */
export function change(operation: Operation, together = false): void {
  batch(() => {
    log.value = act(log.value, operation, together);
    dragging.value = null;
    settle();
  });
}

/** A press at a place. */
export function place(at: Position): void {
  const position = rounded(at);
  const next = placing(geometry.value, mode.value, begun.value, position);
  batch(() => {
    if ("refused" in next) return say("hole_outside");
    if (next.operation) change(next.operation);
    begun.value = next.begun;
    if (next.begun.loose) say("corner", { count: verticesAt(geometry.value, next.begun.loose).length });
    else if (next.begun.pending.length > 0) say("corner", { count: next.begun.pending.length });
    else if (next.operation) {
      say(mode.value === "point" ? "placed" : "finished", { count: cornerCount() });
      caught.value = null;
      if (mode.value !== "point") mode.value = "edit";
    }
  });
}

const cornerCount = () => ringsOf(geometry.value).reduce((sum, { vertices }) => sum + vertices.length, 0);

/** Ends the ring that is being drawn; false when it has too few corners. */
export function finish(): boolean {
  const { loose } = begun.value;
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
    say("finished", { count: cornerCount() });
  });
  return true;
}

/** Esc: one thing at a time. False when there is nothing left to step back from. */
export function stepBack(): boolean {
  if (dragging.value) dragging.value = null;
  else if (begun.value.pending.length > 0) begun.value = { loose: null, pending: begun.value.pending.slice(0, -1) };
  else if (begun.value.loose) undoStep();
  else if (active.value) active.value = null;
  else if (mode.value !== "edit" && !isEmpty(geometry.value)) mode.value = "edit";
  else return false;
  return true;
}

export const undoStep = (): void => step(undo, "undone");
export const redoStep = (): void => step(redo, "redone");

function step(way: (log: Log) => Log | null, code: SaidCode): void {
  const next = way(log.value);
  if (!next) return;
  batch(() => {
    log.value = next;
    begun.value = { loose: begun.value.loose, pending: [] };
    dragging.value = null;
    settle();
    say(code, { count: next.done.length });
  });
}

/** A ring of fewer than three corners is one that is being drawn, however it came to be. */
function settle(): void {
  const drawn = geometry.value;
  const isArea = drawn.type.endsWith("Polygon");
  const rings = ringsOf(drawn);
  const loose = isArea ? rings.find(({ vertices }) => vertices.length < 3)?.at : undefined;
  if (loose) {
    begun.value = { loose, pending: [] };
    mode.value = loose.ring > 0 ? "hole" : "polygon";
  } else if (begun.value.loose && !isThere(drawn, { ...begun.value.loose, index: 0 })) begun.value = NOTHING_BEGUN;
  if (active.value && !isThere(drawn, active.value)) active.value = null;
}

const isThere = (drawn: Drawn, at: VertexAt): boolean =>
  ringsOf(drawn).some((one) => one.at.part === at.part && one.at.ring === at.ring && at.index < one.vertices.length);

export function clear(): void {
  if (isEmpty(geometry.value)) return;
  batch(() => {
    letGo();
    change({ kind: "replace", geometry: EMPTY_AREA });
    mode.value = "polygon";
    say("cleared");
  });
}
