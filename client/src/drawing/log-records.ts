import type { Change, Key } from "../storage/records.ts";
import type { Drawn } from "./geometry.ts";
import { type Log, type LogEntry, restsOnSchematic } from "./log.ts";
import type { Begun, Mode } from "./place.ts";

/** The drawing in hand as it is kept: what was done to it, and what a press goes on with. */
export type Hand = { readonly log: Log; readonly begun: Begun; readonly mode: Mode };
/** `mark`: which state of whatever it belongs to it goes on from: a link, a version of a draft. */
export type KeptHand = Hand & { readonly mark: string };

/** Of another form it is not read. */
const FORMAT = 1;
/** As many steps as can be taken back after a reload; in the page itself there is no limit. */
export const KEPT_STEPS = 500;

type Head = {
  format: number;
  geometry: Drawn;
  done: number;
  undone: number;
  begun: Begun;
  mode: Mode;
  mark: string;
  saved_at: number;
  /** As {@link restsOnSchematic} has it of the steps that are kept no more. */
  fromSchematic: boolean;
};
type Step = { index: number; entry: LogEntry };
const STACKS = ["done", "undone"] as const;

const stepsKey = (of: string): Key => ["drawing", of];
const HEADS: Key = ["drawing-heads"];
const headKey = (of: string): Key => [...HEADS, of];
export const recordsOf = { steps: stepsKey, head: headKey, heads: HEADS };

/**
 * What has to be written so that a drawing is kept as it is now: its head, and the steps that were not there before. A
 * step takes the place of the one that is as many before it as are kept, so that nothing grows.
 */
export function changesTo(
  of: string,
  before: Log | null,
  { log, begun, mode, mark }: KeptHand,
  saved_at: number,
): Change[] {
  const [done, undone] = [log.done.length, log.undone.length];
  const fromSchematic = restsOnSchematic({ ...log, done: log.done.slice(0, -KEPT_STEPS) });
  const head: Head = {
    format: FORMAT,
    geometry: log.geometry,
    done,
    undone,
    begun,
    mode,
    mark,
    saved_at,
    fromSchematic,
  };
  const steps = STACKS.flatMap((stack) =>
    newSteps(before?.[stack] ?? [], log[stack]).map(({ index, entry }): Change => {
      return { put: [...stepsKey(of), stack, index % KEPT_STEPS], value: { index, entry } satisfies Step };
    }),
  );
  return [{ put: headKey(of), value: head }, ...steps];
}

/** The steps from where two stacks part, as many of the last as are kept. Entries are the same objects as long as nothing was done to them. */
function newSteps(before: readonly LogEntry[], after: readonly LogEntry[]): Step[] {
  let common = Math.min(before.length, after.length);
  while (common > 0 && before[common - 1] !== after[common - 1]) common--;
  const from = Math.max(common, after.length - KEPT_STEPS);
  return after.slice(from).map((entry, i) => ({ index: from + i, entry }));
}

export const removalOf = (of: string): Change[] => [{ removeAll: stepsKey(of) }, { removeAll: headKey(of) }];

/** A drawing from its records; null where they are none, or of another form. `isWhole`: all its steps are there, each in the place it was kept in. */
export function handOf(
  head: unknown,
  records: readonly (readonly [Key, unknown])[],
): (KeptHand & { readonly isWhole: boolean }) | null {
  if (!isHead(head)) return null;
  const stack = (name: (typeof STACKS)[number], length: number): LogEntry[] => {
    const found = new Map(
      records.flatMap(([key, value]) => {
        const { index, entry } = value as Step;
        return key.at(-2) === name ? [[index, entry] as const] : [];
      }),
    );
    const steps: LogEntry[] = [];
    for (let index = length - 1; index >= 0; index--) {
      const entry = found.get(index);
      if (!entry) break;
      steps.unshift(entry);
    }
    return steps;
  };
  const log = { geometry: head.geometry, done: stack("done", head.done), undone: stack("undone", head.undone) };
  const kept = head.fromSchematic ? { ...log, fromSchematic: true } : log;
  const isWhole = log.done.length === head.done && log.undone.length === head.undone;
  return { log: kept, begun: head.begun, mode: head.mode, mark: head.mark, isWhole };
}

const isHead = (value: unknown): value is Head =>
  typeof value === "object" && value !== null && "format" in value && value.format === FORMAT;

/** Which drawings nobody has touched since. */
export const untouchedSince = (heads: readonly (readonly [Key, unknown])[], time: number): string[] =>
  heads.flatMap(([key, head]) => (isHead(head) && head.saved_at >= time ? [] : [String(key.at(-1))]));
