import type { Drawn } from "./geometry.ts";
import { type Operation, perform } from "./operations.ts";

/** One step: what it was, and what takes it back, or does it again. */
export type LogEntry = {
  readonly kind: Operation["kind"];
  readonly operation: Operation;
  /** The next one of its kind may be one step with it. */
  readonly isOpen?: boolean;
  /** What it put where a sketch lies, somebody having chosen to snap to sketches. */
  readonly isSchematic?: boolean;
};

/** A drawing with all that was done to it, as data: undo and redo have no limit. */
export type Log = {
  readonly geometry: Drawn;
  /** What takes each step back; the last one last. */
  readonly done: readonly LogEntry[];
  /** What does each undone step again; the next one last. */
  readonly undone: readonly LogEntry[];
  /** What it was opened with rests on a sketch. */
  readonly fromSchematic?: boolean;
};

export const startLog = (geometry: Drawn, fromSchematic = false): Log => ({
  geometry,
  done: [],
  undone: [],
  ...(fromSchematic && { fromSchematic }),
});

/** Whether a place of the drawing was taken from a sketch; what was replaced as a whole counts no more. */
export function restsOnSchematic({ done, fromSchematic = false }: Log): boolean {
  const since = done.findLastIndex(({ kind }) => kind === "replace");
  return done.slice(Math.max(since, 0)).some(({ isSchematic }) => isSchematic) || (since < 0 && fromSchematic);
}

export type How = {
  /** One step with the one before, which it must be of a kind with: a vertex that is moved on by the arrows. */
  readonly together?: boolean;
  /** It puts something where a sketch lies. */
  readonly isSchematic?: boolean;
};

/** Does something; what was undone before is gone then. */
export function act(log: Log, operation: Operation, { together = false, isSchematic = false }: How = {}): Log {
  const { geometry, reverse } = perform(log.geometry, operation);
  const last = log.done.at(-1);
  const isOn = together && last?.isOpen && last.kind === operation.kind && canJoin(last.operation, reverse);
  const entry: LogEntry = {
    kind: operation.kind,
    operation: isOn ? last.operation : reverse,
    ...(together && { isOpen: true }),
    ...(isSchematic && { isSchematic }),
  };
  // the same object as long as nothing about it has changed: it is kept once
  const isSame = isOn && Boolean(last.isSchematic) === isSchematic;
  return {
    ...log,
    geometry,
    done: isSame ? log.done : [...log.done.slice(0, isOn ? -1 : undefined), entry],
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
  return { ...log, geometry, done: log.done.slice(0, -1), undone: [...log.undone, again(last, reverse)] };
}

/** Null when there is nothing to do again. */
export function redo(log: Log): Log | null {
  const next = log.undone.at(-1);
  if (!next) return null;
  const { geometry, reverse } = perform(log.geometry, next.operation);
  return { ...log, geometry, done: [...log.done, again(next, reverse)], undone: log.undone.slice(0, -1) };
}

const again = ({ kind, isSchematic = false }: LogEntry, operation: Operation): LogEntry => ({
  kind,
  operation,
  ...(isSchematic && { isSchematic }),
});
