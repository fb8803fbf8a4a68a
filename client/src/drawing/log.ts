import type { Drawn } from "./geometry.ts";
import { type Operation, perform } from "./operations.ts";

/** One step: what it was, and what takes it back, or does it again. */
export type LogEntry = {
  readonly kind: Operation["kind"];
  readonly operation: Operation;
  /** The next one of its kind may be one step with it. */
  readonly isOpen?: boolean;
};

/** A drawing with all that was done to it, as data: undo and redo have no limit. */
export type Log = {
  readonly geometry: Drawn;
  /** What takes each step back; the last one last. */
  readonly done: readonly LogEntry[];
  /** What does each undone step again; the next one last. */
  readonly undone: readonly LogEntry[];
};

export const startLog = (geometry: Drawn): Log => ({ geometry, done: [], undone: [] });

/**
 * Does something; what was undone before is gone then. `together`: one step with the one before, which it must be of a
 * kind with: a vertex that is moved on by the arrows.
 */
export function act(log: Log, operation: Operation, together = false): Log {
  const { geometry, reverse } = perform(log.geometry, operation);
  const last = log.done.at(-1);
  const isOn = together && last?.isOpen && canJoin(last.operation, reverse);
  const entry: LogEntry = { kind: operation.kind, operation: reverse, ...(together && { isOpen: true }) };
  return {
    geometry,
    done: isOn ? log.done : [...log.done, entry],
    undone: [],
  };
}

/** The way back of the first says where it was before both. */
const canJoin = (before: Operation, next: Operation): boolean =>
  before.kind === "replace"
    ? next.kind === "replace"
    : before.kind === "move-vertex" &&
      next.kind === "move-vertex" &&
      before.at.part === next.at.part &&
      before.at.ring === next.at.ring &&
      before.at.index === next.at.index;

/** Null when there is nothing to take back. */
export function undo(log: Log): Log | null {
  const last = log.done.at(-1);
  if (!last) return null;
  const { geometry, reverse } = perform(log.geometry, last.operation);
  return {
    geometry,
    done: log.done.slice(0, -1),
    undone: [...log.undone, { kind: last.kind, operation: reverse }],
  };
}

/** Null when there is nothing to do again. */
export function redo(log: Log): Log | null {
  const next = log.undone.at(-1);
  if (!next) return null;
  const { geometry, reverse } = perform(log.geometry, next.operation);
  return {
    geometry,
    done: [...log.done, { kind: next.kind, operation: reverse }],
    undone: log.undone.slice(0, -1),
  };
}
