import { aborted } from "../../api/problem.ts";
import { createWorkbench, type Job, type Outcome } from "./workbench.ts";
import type { FromWorker, ToWorker } from "./worker.ts";

/** Where tiles are made: a worker when the browser can paint in one, else the page itself. */
export type Workshop = { make: (job: Job, signal: AbortSignal) => Promise<Outcome>; close: () => void };

export function openWorkshop(): Workshop {
  if (typeof OffscreenCanvas === "undefined" || typeof Worker === "undefined") return onThePage();
  return inAWorker();
}

function onThePage(): Workshop {
  const work = createWorkbench();
  return { make: work, close: () => undefined };
}

function inAWorker(): Workshop {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "tiles" });
  const waiting = new Map<number, { job: Job; signal: AbortSignal; settle: (outcome: Outcome) => void }>();
  let last = 0;
  let instead: Workshop | null = null;
  worker.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => {
    waiting.get(data.id)?.settle(data.outcome);
    waiting.delete(data.id);
  });
  worker.addEventListener("error", (event) => {
    // A browser that does not run module workers, or an old policy: what was asked for is made here instead.
    event.preventDefault();
    if (instead) return;
    instead = onThePage();
    worker.terminate();
    for (const { job, signal, settle } of waiting.values()) void instead.make(job, signal).then(settle);
    waiting.clear();
  });
  const send = (message: ToWorker) => worker.postMessage(message);
  return {
    make(job, signal) {
      if (instead) return instead.make(job, signal);
      const id = ++last;
      return new Promise((resolve) => {
        signal.addEventListener("abort", () => {
          send({ kind: "cancel", id });
          waiting.delete(id);
          resolve({ kind: "failed", problem: aborted });
        });
        waiting.set(id, { job, signal, settle: resolve });
        send({ kind: "paint", id, job });
      });
    },
    close: () => worker.terminate(),
  };
}
