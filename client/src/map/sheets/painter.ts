import type { Primitive } from "../../symbols/primitives.ts";
import type { Frame } from "../frame.ts";
import type { FromPainter, ToPainter } from "./worker.ts";

/** Has sheets painted in another thread, where the browser can; else, and until that thread is there, the page paints. */

export type SheetJob = { primitives: readonly Primitive[]; frame: Frame };
export type SheetPainter = {
  /** A bitmap for each sheet, in their order; null when the page has to paint them itself. */
  paint: (jobs: readonly SheetJob[]) => Promise<ImageBitmap[] | null>;
  close: () => void;
};

const NOBODY: SheetPainter = { paint: () => Promise.resolve(null), close: () => undefined };

export function createSheetPainter(pixelRatio: () => number): SheetPainter {
  if (typeof OffscreenCanvas === "undefined" || typeof Worker === "undefined") return NOBODY;
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "sheets" });
  return viaWorker(worker, pixelRatio);
}

export function viaWorker(
  worker: Pick<Worker, "addEventListener" | "postMessage" | "terminate">,
  pixelRatio: () => number,
): SheetPainter {
  const waiting = new Map<number, (bitmaps: ImageBitmap[] | null) => void>();
  let isReady = false;
  let last = 0;
  const close = () => {
    isReady = false;
    worker.terminate();
    for (const settle of waiting.values()) settle(null);
    waiting.clear();
  };
  worker.addEventListener("message", ({ data }: MessageEvent<FromPainter>) => {
    if (data.kind === "ready") isReady = true;
    else {
      waiting.get(data.id)?.(data.bitmaps);
      waiting.delete(data.id);
    }
  });
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    close();
  });
  return {
    paint(jobs) {
      if (!isReady || jobs.length === 0) return Promise.resolve(null);
      const id = ++last;
      worker.postMessage({ id, pixelRatio: pixelRatio(), jobs } satisfies ToPainter);
      return new Promise((resolve) => waiting.set(id, resolve));
    },
    close,
  };
}
