import type { Position } from "geojson";
import type * as L from "leaflet";
import { active, aim, begun, change, dragging, finish, geometry, isBegun, mode } from "../../drawing/editor.ts";
import { isLine, type VertexAt, verticesAt } from "../../drawing/geometry.ts";
import type { Operation } from "../../drawing/operations.ts";
import { say } from "../../drawing/said.ts";
import { caught } from "../../drawing/snapping.ts";
import { choose } from "../../drawing/vertices.ts";
import { dragged, turned } from "../../drawing/whole.ts";
import type { Point } from "../../symbols/primitives.ts";
import type { CornerHandle, Handle } from "./handles.ts";

/** Pixels that a hand may tremble while it presses. */
const STILL_PX = 4;

type On = {
  map: L.Map;
  /** Where a handle at a place of the window goes: what is caught there, or the place itself. */
  toPosition: (point: Point, at: VertexAt, event: PointerEvent) => Position;
  /** A place of the window as it is, where nothing is caught. */
  toPlain: (point: Point) => Position;
  handleAt: (point: Point, isFinger: boolean) => Handle | null;
};

/** Dragging a handle, by mouse, finger or pen: pointer events, and the map stays where it is meanwhile. */
export function startHolding({ map, toPosition, toPlain, handleAt }: On) {
  const container = map.getContainer();
  let held: { handle: Handle; start: Point; pointer: number; hasMoved: boolean } | null = null;
  let hasJustEnded = false;

  const pointOf = (event: PointerEvent): Point => {
    const { left, top } = container.getBoundingClientRect();
    return [event.clientX - left, event.clientY - top];
  };
  const letGo = () => {
    if (!held) return;
    if (container.hasPointerCapture(held.pointer)) container.releasePointerCapture(held.pointer);
    held = null;
    map.dragging.enable();
  };
  const onDown = (event: PointerEvent) => {
    hasJustEnded = false;
    if (!event.isPrimary) {
      // two fingers move the map
      dragging.value = null;
      return letGo();
    }
    // the corner that is only aimed at lies under the pointer, and is none yet
    aim.value = null;
    const handle = event.button === 0 ? handleAt(pointOf(event), event.pointerType === "touch") : null;
    if (!handle) return;
    held = { handle, start: pointOf(event), pointer: event.pointerId, hasMoved: false };
    map.dragging.disable();
    container.setPointerCapture(event.pointerId);
  };
  const onMove = (event: PointerEvent) => {
    if (!held || event.pointerId !== held.pointer) return;
    const point = pointOf(event);
    if (!held.hasMoved && Math.hypot(point[0] - held.start[0], point[1] - held.start[1]) < STILL_PX) return;
    // Esc has given it back
    if (held.hasMoved && !dragging.peek()) return;
    held.hasMoved = true;
    const { handle, start } = held;
    if ("at" in handle) dragging.value = operationOf(handle, toPosition(point, handle.at, event));
    else if (handle.kind === "whole") dragging.value = dragged(toPlain(start), toPlain(point));
    else dragging.value = turned(toPlain(start), toPlain(point), handle.about, event.altKey);
  };
  const onUp = (event: PointerEvent) => {
    if (!held || event.pointerId !== held.pointer) return;
    const { handle, hasMoved } = held;
    const operation = dragging.peek();
    const isSchematic = caught.peek()?.line?.isSchematic === true;
    caught.value = null;
    letGo();
    hasJustEnded = hasMoved || pressHandle(handle);
    if (!hasMoved || !operation) return;
    change(operation, { isSchematic: "at" in handle && isSchematic });
    if ("at" in handle) {
      active.value = handle.at;
      say(handle.kind === "vertex" ? "moved" : "inserted", { index: handle.at.index + 1 });
    } else say(handle.kind === "whole" ? "whole_moved" : "whole_turned");
  };
  const onCancel = () => {
    dragging.value = null;
    letGo();
  };
  const listeners = { pointerdown: onDown, pointermove: onMove, pointerup: onUp, pointercancel: onCancel };
  const entries = Object.entries(listeners) as [keyof typeof listeners, (event: PointerEvent) => void][];
  for (const [name, listener] of entries) container.addEventListener(name, listener, true);
  return {
    isHolding: () => held !== null,
    /** The press that comes with letting go means nothing more. */
    hasJustEnded: () => hasJustEnded,
    stop() {
      letGo();
      for (const [name, listener] of entries) container.removeEventListener(name, listener, true);
    },
  };
}

const operationOf = ({ kind, at }: CornerHandle, position: Position): Operation => ({
  kind: kind === "vertex" ? "move-vertex" : "add-vertex",
  at,
  position,
});

/** A press on a handle that stays where it is; false where it means the place below. */
export function pressHandle(handle: Handle): boolean {
  // a press on all of it moves nothing, and is no press on what lies below
  if (!("at" in handle)) return true;
  const { kind, at } = handle;
  const { loose, goesOn } = begun.peek();
  if (loose) {
    const isOwn = kind === "vertex" && at.part === loose.part && at.ring === loose.ring;
    const last = goesOn?.from === "start" ? 0 : verticesAt(geometry.peek(), loose).length - 1;
    // the first corner closes a ring, the last one twice ends it
    const closes = at.index === 0 && !isLine(geometry.peek());
    if (isOwn && (closes || at.index === last)) finish();
    return isOwn;
  }
  if (isBegun.peek() || mode.peek() !== "edit") return false;
  // an edge is chosen with the corner before it
  choose(kind === "vertex" ? at : { ...at, index: at.index - 1 });
  return true;
}
