import { afterEach, expect, it, vi } from "vitest";
import type { Job } from "./paint-job.ts";
import type { FromWorker, ToWorker } from "./worker.ts";

/** Workers that answer when they are told to. */
class FakeWorker {
  static all: FakeWorker[] = [];
  asked: (ToWorker & { kind: "paint" })[] = [];
  #listener: (event: { data: FromWorker }) => void = () => undefined;
  constructor() {
    FakeWorker.all.push(this);
  }
  addEventListener(name: string, listener: (event: { data: FromWorker }) => void) {
    if (name === "message") this.#listener = listener;
  }
  postMessage(message: ToWorker) {
    if (message.kind === "paint") this.asked.push(message);
  }
  answer() {
    for (const { id } of this.asked) this.#listener({ data: { id, outcome: { kind: "same", fetchedAt: 0 } } });
  }
}

afterEach(() => vi.unstubAllGlobals());

it("new tiles go to the worker with the least to do, known ones to the worker that has them", async () => {
  vi.stubGlobal("Worker", FakeWorker);
  vi.stubGlobal("OffscreenCanvas", class {});
  vi.stubGlobal("navigator", { hardwareConcurrency: 2 });
  const { workerPool } = await import("./worker-pool.ts");
  const pool = workerPool();
  expect(workerPool()).toBe(pool);
  expect(FakeWorker.all).toHaveLength(2);
  const make = (href: string) => pool.make({ href } as Job, new AbortController().signal);
  const hrefs = () => FakeWorker.all.map(({ asked }) => asked.map(({ job }) => job.href));
  const outcomes = ["a", "b", "c"].map(make);
  expect(hrefs()).toEqual([["a", "c"], ["b"]]);
  for (const worker of FakeWorker.all) worker.answer();
  await Promise.all(outcomes);
  void make("b");
  void make("b");
  void make("d");
  expect(hrefs()).toEqual([
    ["a", "c", "d"],
    ["b", "b", "b"],
  ]);
});
