import { type ReadonlySignal, signal } from "@preact/signals";

/** How the last write stands; `failed`: this browser did not keep it. */
export type SaveState = "idle" | "saving" | "saved" | "failed";

export type Coalesced<Value> = {
  readonly state: ReadonlySignal<SaveState>;
  /** Begins at once; while a write is under way only the newest value waits. */
  keep(value: Value): void;
  /** When nothing is being written and nothing waits. */
  settled(): Promise<void>;
};

/** Writes values one after the other, and of those that come faster than they are written only the newest. */
export function coalesced<Value>(write: (value: Value) => Promise<boolean>): Coalesced<Value> {
  const state = signal<SaveState>("idle");
  let next: { value: Value } | null = null;
  let running: Promise<void> | null = null;
  const run = async () => {
    while (next) {
      const { value } = next;
      next = null;
      state.value = "saving";
      const isKept = await write(value);
      state.value = isKept ? "saved" : "failed";
    }
    running = null;
  };
  return {
    state,
    keep(value) {
      next = { value };
      running ??= run();
    },
    settled: async () => {
      await running;
    },
  };
}
