import { beforeEach, describe, expect, it, vi } from "vitest";
import { childrenOf, keyOf, type TileAddress } from "./address.ts";
import { plainLook as look } from "./fixture.ts";
import type { Job, Outcome } from "./paint-job.ts";
import { TileCache } from "./tile-cache.ts";

/** The worker is driven by hand, so that the order in which tiles come is the test's. */
type Asked = { job: Job; signal: AbortSignal; answer: (outcome: Outcome) => Promise<void> };

const tile: TileAddress = { z: 11, row: 808, col: 1687 };
const from = (key: string) => ({ key, hrefOf: (at: TileAddress) => `${keyOf(at)}?${key}` });
const painted = (etag = "1"): Outcome => ({
  kind: "painted",
  etag,
  fetchedAt: Date.now(),
  tile: { layers: [], thinned: [] },
});
const failed: Outcome = { kind: "failed", problem: { status: 503, code: "database-away" } };

let asked: Asked[] = [];
let changes = 0;
function cacheByHand() {
  asked = [];
  changes = 0;
  const make = (job: Job, signal: AbortSignal) =>
    new Promise<Outcome>((resolve) => {
      const answer = async (outcome: Outcome) => {
        resolve(outcome);
        await Promise.resolve();
        await Promise.resolve();
      };
      asked.push({ job, signal, answer });
    });
  return new TileCache({ make }, () => {
    changes += 1;
  });
}
const last = () => asked.at(-1) as Asked;

beforeEach(() => {
  vi.useFakeTimers();
});

describe("the tiles on the cache", () => {
  it("stay while those of another filter are on their way", async () => {
    const cache = cacheByHand();
    cache.want([tile], from("a"), look);
    await last().answer(painted());
    cache.want([tile], from("b"), look);
    expect(cache.shown().map(({ source }) => source)).toEqual(["a"]);
    expect(cache.state()).toBe("loading");
    await last().answer(painted());
    expect(cache.shown().map(({ source }) => source)).toEqual(["b"]);
    expect(cache.state()).toBe("ready");
    expect(changes).toBe(2);
  });

  it("are not asked for any more when the map has gone on", () => {
    const cache = cacheByHand();
    cache.want([tile], from("a"), look);
    cache.want([{ ...tile, col: 1 }], from("a"), look);
    expect(asked[0]?.signal.aborted).toBe(true);
    expect(last().job.tile.col).toBe(1);
  });

  it("that come too late change nothing", async () => {
    const cache = cacheByHand();
    cache.want([tile], from("a"), look);
    const first = last();
    cache.want([tile], from("b"), look);
    await last().answer(painted());
    await first.answer(painted());
    expect(cache.shown().map(({ source }) => source)).toEqual(["b"]);
  });

  it("of another filter go when the right ones do not come, and those are asked for again", async () => {
    const cache = cacheByHand();
    cache.want([tile], from("a"), look);
    await last().answer(painted());
    cache.want([tile], from("b"), look);
    await last().answer(failed);
    expect(cache.shown()).toEqual([]);
    expect(cache.state()).toBe("failed");
    const before = asked.length;
    await vi.advanceTimersByTimeAsync(2100);
    expect(asked.length).toBe(before + 1);
    await last().answer(painted());
    expect(cache.state()).toBe("ready");
  });

  it("of the same filter stay when renewing them fails", async () => {
    const cache = cacheByHand();
    cache.want([tile], from("a"), look);
    await last().answer(painted());
    await vi.advanceTimersByTimeAsync(11_000);
    cache.refresh();
    await last().answer(failed);
    expect(cache.shown()).toHaveLength(1);
  });

  it("are renewed after a while, and painted again only when the plan has changed", async () => {
    const cache = cacheByHand();
    cache.want([tile], from("a"), look);
    await last().answer(painted("1"));
    cache.refresh();
    expect(asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(11_000);
    cache.refresh();
    expect(last().job.shown).toEqual({ etag: "1", href: `${keyOf(tile)}?a` });
    await last().answer({ kind: "same", fetchedAt: Date.now() });
    expect(cache.state()).toBe("ready");
    expect(cache.latest().etag).toBe("1");
  });

  it("are few at a time, however many are wanted", async () => {
    const cache = cacheByHand();
    const many = childrenOf(tile).flatMap(childrenOf);
    cache.want(many, from("a"), look);
    expect(asked).toHaveLength(3);
    await asked[0]?.answer(painted());
    expect(asked).toHaveLength(4);
  });
});
