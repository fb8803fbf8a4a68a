import { expect, test } from "vitest";
import { type SheetJob, viaWorker } from "./painter.ts";
import type { FromPainter, ToPainter } from "./worker.ts";

/** The end of a thread that the page holds; the test is the thread. */
class Thread extends EventTarget {
  asked: ToPainter[] = [];
  isOver = false;
  postMessage = (message: ToPainter) => void this.asked.push(message);
  terminate = () => {
    this.isOver = true;
  };
  say = (data: FromPainter) => this.dispatchEvent(new MessageEvent("message", { data }));
}

const frame = { zoom: 12, left: 0, top: 0, width: 10, height: 10, marginX: 1, marginY: 1 };
const jobs: SheetJob[] = [{ primitives: [], frame }];
const bitmaps = [{}] as ImageBitmap[];

const painterOf = (thread: Thread) => viaWorker(thread as unknown as Worker, () => 1);

test("the page paints until the thread is there", async () => {
  const thread = new Thread();
  const painter = painterOf(thread);
  expect(await painter.paint(jobs)).toBeNull();
  thread.say({ kind: "ready" });
  const painted = painter.paint(jobs);
  thread.say({ kind: "painted", id: thread.asked[0]?.id ?? 0, bitmaps });
  expect(await painted).toBe(bitmaps);
});

test("the page paints what a thread has left that broke", async () => {
  const thread = new Thread();
  const painter = painterOf(thread);
  thread.say({ kind: "ready" });
  const painted = painter.paint(jobs);
  thread.dispatchEvent(new Event("error"));
  expect(await painted).toBeNull();
  expect(await painter.paint(jobs)).toBeNull();
  expect(thread.isOver).toBe(true);
});

test("nobody waits for ever on a map that is gone", async () => {
  const thread = new Thread();
  const painter = painterOf(thread);
  thread.say({ kind: "ready" });
  const painted = painter.paint(jobs);
  painter.close();
  expect(await painted).toBeNull();
});
