import type { CatalogueMessage } from "../../catalogue-source.ts";
import { buffersOf } from "./columns.ts";
import { createPaintJobs, type Job, type Outcome } from "./paint-job.ts";

/** The jobs in a thread of its own. Pictures and columns are handed over, not copied. The catalogue comes first, and waits for nothing. */

export type ToWorker = CatalogueMessage | { kind: "paint"; id: number; job: Job } | { kind: "cancel"; id: number };
export type FromWorker = { id: number; outcome: Outcome };

const work = createPaintJobs();
const running = new Map<number, AbortController>();

addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === "cancel") running.get(data.id)?.abort();
  else if (data.kind === "paint") void run(data.id, data.job);
});

async function run(id: number, job: Job): Promise<void> {
  const controller = new AbortController();
  running.set(id, controller);
  const outcome = await work(job, controller.signal);
  running.delete(id);
  const handed: Transferable[] = [];
  if (outcome.kind === "painted") {
    for (const layer of outcome.tile.layers) {
      handed.push(...buffersOf(layer.columns), layer.cells.buffer as ArrayBuffer);
      if (layer.picture instanceof OffscreenCanvas) {
        const bitmap = layer.picture.transferToImageBitmap();
        Object.assign(layer, { picture: bitmap });
        handed.push(bitmap);
      }
    }
  }
  postMessage({ id, outcome } satisfies FromWorker, { transfer: handed });
}
