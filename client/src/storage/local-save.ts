import type { ReadonlySignal } from "@preact/signals";
import { coalesced, type SaveState } from "./coalesce.ts";
import { type Key, read, write } from "./records.ts";

/** A value with when it was kept, in milliseconds of the clock of this computer. */
export type Saved<Value> = { readonly value: Value; readonly saved_at: number };

export type LocalSave<Value> = {
  readonly state: ReadonlySignal<SaveState>;
  /** What was kept; null where there is nothing, or nothing that can be read. */
  read(): Promise<Saved<Value> | null>;
  /** Keeps a value in the place of the one before, at once: a tab that crashes has lost nothing that was kept. */
  keep(value: Value): void;
  /** For good: what was sent is not work that is unfinished. */
  forget(): Promise<boolean>;
};

/**
 * One value that outlives a reload, a crash of the tab and a sign-in, under a key of its own: what somebody has typed into
 * a form. What belongs to an account has its id in the key, so that nobody else reads it here.
 * `parse` gives null of what is of an older form or none of this at all.
 */
export function localSave<Value>(key: Key, parse: (kept: unknown) => Value | null): LocalSave<Value> {
  const { state, keep, settled } = coalesced<Value>((value) =>
    write([{ put: key, value: { value, saved_at: Date.now() } }]),
  );
  return {
    state,
    keep,
    async read() {
      const kept = (await read(key)).find(([found]) => found.length === key.length)?.[1];
      if (typeof kept !== "object" || kept === null || !("value" in kept)) return null;
      const value = parse(kept.value);
      const saved_at = "saved_at" in kept && typeof kept.saved_at === "number" ? kept.saved_at : 0;
      return value === null ? null : { value, saved_at };
    },
    async forget() {
      await settled();
      return write([{ removeAll: key }]);
    },
  };
}
