import { batch } from "@preact/signals";
import { active, begun, dragging, geometry, isEmpty, log, mode, settle } from "./editor.ts";
import { verticesAt } from "./geometry.ts";
import { type Log, redo, undo } from "./log.ts";
import { NOTHING_BEGUN } from "./place.ts";
import { type SaidCode, say } from "./said.ts";

/** The ways back: of the drawing in hand, and of what a hand has begun. */

/** Esc: one thing at a time. False when there is nothing left to step back from. */
export function stepBack(): boolean {
  if (dragging.value) dragging.value = null;
  else if (begun.value.pending.length > 0) begun.value = { loose: null, pending: begun.value.pending.slice(0, -1) };
  else if (hasDrawnNothingOn()) letLineGo();
  else if (begun.value.loose) undoStep();
  else if (active.value) active.value = null;
  else if (mode.value !== "edit" && !isEmpty(geometry.value)) mode.value = "edit";
  else return false;
  return true;
}

/** A line is taken up at its end, and nothing was added: the steps before are none of that. */
export function hasDrawnNothingOn(): boolean {
  const { loose, goesOn } = begun.value;
  return loose !== null && goesOn !== undefined && verticesAt(geometry.value, loose).length <= goesOn.vertices;
}

function letLineGo(): void {
  begun.value = NOTHING_BEGUN;
  mode.value = "edit";
}

export const undoStep = (): void => step(undo, "undone");
export const redoStep = (): void => step(redo, "redone");

function step(way: (log: Log) => Log | null, code: SaidCode): void {
  const next = way(log.value);
  if (!next) return;
  batch(() => {
    if (hasDrawnNothingOn()) letLineGo();
    else begun.value = { ...begun.value, pending: [] };
    log.value = next;
    dragging.value = null;
    settle();
    say(code, { count: next.done.length });
  });
}
