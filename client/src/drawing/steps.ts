import { batch } from "@preact/signals";
import { active, begun, dragging, geometry, isEmpty, log, mode, settle } from "./editor.ts";
import { type Log, redo, undo } from "./log.ts";
import { type SaidCode, say } from "./said.ts";

/** The ways back: of the drawing in hand, and of what a hand has begun. */

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
