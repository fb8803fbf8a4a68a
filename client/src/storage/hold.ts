import { type ReadonlySignal, signal } from "@preact/signals";

/**
 * Which tab works on something. `held`: this one, which then reads what is kept and may write. `elsewhere`: another one
 * does; when it is closed, or crashes, this one holds it by itself. `taken`: another one has taken it from this one.
 */
export type HoldState = "asking" | "held" | "elsewhere" | "taken";

export type Hold = {
  readonly state: ReadonlySignal<HoldState>;
  /** Takes it from the tab that has it, which is told so by its state. */
  take(): void;
  release(): void;
};

/**
 * Holds a name among the tabs of this browser (Web Locks, which a crash lets go of too). Where a browser has no locks, as
 * without HTTPS, every tab holds it: nothing can be told then.
 */
export function hold(name: string): Hold {
  const state = signal<HoldState>("asking");
  const locks: LockManager | undefined = navigator.locks;
  let letGo = () => {};
  let waiting = new AbortController();
  const whileHeld = () => {
    state.value = "held";
    return new Promise<void>((resolve) => {
      letGo = resolve;
    });
  };
  const ask = (options: LockOptions) => {
    const asked = waiting;
    locks
      .request(`spatialplan ${name}`, options, (lock) => {
        if (asked.signal.aborted) return;
        if (lock) return whileHeld();
        state.value = "elsewhere";
        ask({ signal: asked.signal });
      })
      .catch(() => {
        // given up by ourselves, or taken by another tab
        if (!asked.signal.aborted) state.value = "taken";
      });
  };
  if (locks) ask({ ifAvailable: true });
  else state.value = "held";
  const stop = () => {
    waiting.abort();
    letGo();
  };
  return {
    state,
    take() {
      if (!locks || state.peek() === "held") return;
      stop();
      waiting = new AbortController();
      ask({ steal: true });
    },
    release: stop,
  };
}
