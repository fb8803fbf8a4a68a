import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { read } from "../storage/records.ts";
import { begun, change, geometry, log, open, place } from "./editor.ts";
import { type Drawn, EMPTY_AREA } from "./geometry.ts";
import { type KeptDrawing, keepDrawing } from "./kept.ts";
import { KEPT_STEPS } from "./log-records.ts";
import { redoStep, undoStep } from "./steps.ts";

const SQUARE: Drawn = {
  type: "Polygon",
  coordinates: [
    [
      [116.6, 35.4],
      [116.61, 35.4],
      [116.61, 35.41],
      [116.6, 35.4],
    ],
  ],
};
const at = (i: number) => [116.6 + i / 1e4, 35.4 + (i % 7) / 1e4];
let kept: KeptDrawing | null = null;
const keep = async (of: string, mark = "") => {
  kept = keepDrawing(of, () => mark);
  await vi.waitFor(() => expect(kept?.state.value).toBe("kept"));
};
/** The page is gone and comes back: nothing of its memory is left. */
const reload = async (of: string, with_: Drawn = EMPTY_AREA, mark = "") => {
  await kept?.stop();
  open(with_);
  await keep(of, mark);
};

beforeEach(() => open(EMPTY_AREA));
afterEach(async () => {
  await kept?.stop();
  kept = null;
});

describe("a drawing that is kept", () => {
  it("is there after a reload with all its steps, those undone too, and goes on", async () => {
    await keep("one");
    for (let i = 0; i < 6; i++) place(at(i));
    for (let i = 0; i < 2; i++) undoStep();
    const [before, hand] = [log.value, begun.value];
    await reload("one");
    expect(log.value).toEqual(before);
    expect(begun.value).toEqual(hand);
    redoStep();
    redoStep();
    for (let i = 0; i < 6; i++) undoStep();
    expect(geometry.value).toEqual(EMPTY_AREA);
  });

  it("is the same after any sequence of steps, undos and reloads as without reloads", async () => {
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return Math.floor((seed / 2147483648) * below);
    };
    await keep("any");
    for (let round = 0; round < 40; round++) {
      for (let step = random(8); step > 0; step--)
        [undoStep, redoStep, () => place(at(random(500))), () => place(at(random(500)))][random(4)]?.();
      const before = { log: log.value, begun: begun.value };
      await reload("any");
      expect({ log: log.value, begun: begun.value }).toEqual(before);
    }
  });

  it("stands behind what a page has opened instead, one undo away", async () => {
    await keep("link", "its question");
    for (let i = 0; i < 4; i++) place(at(i));
    const mine = geometry.value;
    await reload("link", SQUARE, "another question");
    expect(geometry.value).toEqual(SQUARE);
    undoStep();
    expect(geometry.value).toEqual(mine);
  });

  it("is what the page knows when it has been left and is back, and what was done before it was read is not lost", async () => {
    await keep("left");
    for (let i = 0; i < 4; i++) place(at(i));
    const before = log.value;
    await kept?.stop();
    await keep("left");
    expect(log.value).toBe(before);

    await kept?.stop();
    open(EMPTY_AREA);
    kept = keepDrawing("left", () => "");
    place(at(77));
    const early = geometry.value;
    await vi.waitFor(() => expect(kept?.state.value).toBe("kept"));
    expect(geometry.value).toEqual(early);
    undoStep();
    expect(geometry.value).toEqual(before.geometry);
  });

  it("is that of its name alone, and nothing once it is forgotten", async () => {
    await keep("sent");
    place(at(1));
    await reload("another");
    expect(geometry.value).toEqual(EMPTY_AREA);
    await reload("sent");
    expect(geometry.value).not.toEqual(EMPTY_AREA);
    await kept?.stop(true);
    expect([...(await read(["drawing", "sent"])), ...(await read(["drawing-heads", "sent"]))]).toEqual([]);
    await reload("sent");
    expect(geometry.value).toEqual(EMPTY_AREA);
  });

  it("keeps the newest steps of very many, and does not grow", async () => {
    await keep("many");
    open(SQUARE);
    for (let i = 0; i < KEPT_STEPS + 50; i++)
      change({ kind: "move-vertex", at: { part: 0, ring: 0, index: i % 3 }, position: at(i) });
    const before = geometry.value;
    await kept?.settled();
    expect(await read(["drawing", "many"])).toHaveLength(KEPT_STEPS);
    await reload("many");
    expect(geometry.value).toEqual(before);
    expect(log.value.done).toHaveLength(KEPT_STEPS);
    // goes on, and is again what it was: the steps have other places now
    for (let i = 0; i < 3; i++)
      change({ kind: "move-vertex", at: { part: 0, ring: 0, index: 0 }, position: at(900 + i) });
    const newest = log.value.done.slice(-KEPT_STEPS);
    const now = geometry.value;
    await reload("many");
    expect(geometry.value).toEqual(now);
    expect(log.value.done).toEqual(newest);
  });
});
