import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { hold } from "./hold.ts";

/** The locks of a browser as their specification has them, for one name: the environment of these tests has none. */
function fakeLocks() {
  let holder: { end: () => void; fail: (fault: Error) => void } | null = null;
  const queue: (() => void)[] = [];
  const grant = (
    run: (lock: object | null) => Promise<void> | undefined,
    resolve: () => void,
    reject: (fault: Error) => void,
  ) => {
    const mine = {
      end: () => {
        if (holder === mine) holder = null;
        resolve();
        if (!holder) queue.shift()?.();
      },
      fail: reject,
    };
    holder = mine;
    void Promise.resolve(run({})).then(mine.end);
  };
  return {
    request: (_: string, options: LockOptions, run: (lock: object | null) => Promise<void> | undefined) =>
      new Promise<void>((resolve, reject) => {
        options.signal?.addEventListener("abort", () => reject(new DOMException("", "AbortError")));
        if (options.steal) {
          holder?.fail(new DOMException("", "AbortError"));
          holder = null;
        }
        if (!holder) grant(run, resolve, reject);
        else if (options.ifAvailable) void Promise.resolve(run(null)).then(resolve);
        else queue.push(() => !options.signal?.aborted && grant(run, resolve, reject));
      }),
  };
}

beforeEach(() => vi.stubGlobal("navigator", { locks: fakeLocks() }));
afterEach(() => vi.unstubAllGlobals());

describe("a hold", () => {
  it("is of the first tab; the second is told, and holds it when the first has let go", async () => {
    const first = hold("drawing");
    const second = hold("drawing");
    await vi.waitFor(() => expect([first.state.value, second.state.value]).toEqual(["held", "elsewhere"]));
    first.release();
    await vi.waitFor(() => expect(second.state.value).toBe("held"));
  });

  it("can be taken, and whoever had it is told", async () => {
    const first = hold("drawing");
    const second = hold("drawing");
    await vi.waitFor(() => expect(second.state.value).toBe("elsewhere"));
    second.take();
    await vi.waitFor(() => expect([first.state.value, second.state.value]).toEqual(["taken", "held"]));
    first.take();
    await vi.waitFor(() => expect([first.state.value, second.state.value]).toEqual(["held", "taken"]));
  });

  it("is everybody's where the browser has no locks", () => {
    vi.stubGlobal("navigator", {});
    expect(hold("drawing").state.value).toBe("held");
  });
});
