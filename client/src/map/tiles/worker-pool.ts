import { lazyPart } from "../../api/lazy-part.ts";
import { aborted } from "../../api/problem.ts";
import { catalogue } from "../../catalogue.ts";
import type { Job, Outcome } from "./paint-job.ts";
import type { FromWorker, ToWorker } from "./worker.ts";

/** Where tiles are made: workers when the browser can paint in one, else the page itself. */
export type TilePainter = { make: (job: Job, signal: AbortSignal) => Promise<Outcome> };

const MOST_WORKERS = 3;
const MOST_HOMES = 2000;

let shared: TilePainter | null = null;

/** The one of the page; it may be opened before there is anything to paint, for a worker takes a moment to start. */
export function workerPool(): TilePainter {
  shared ??= openPool();
  return shared;
}

function openPool(): TilePainter {
  if (typeof OffscreenCanvas === "undefined" || typeof Worker === "undefined") return onThePage();
  return inWorkers(Array.from({ length: workerCount() }, inAWorker));
}

/** Painting is what takes time: one worker for each core but the one of the page, and two where there are no more. */
function workerCount(): number {
  return Math.min(MOST_WORKERS, Math.max(2, navigator.hardwareConcurrency - 1));
}

/** Who made a tile has its bytes, and gets it again; what is new goes to the one with the least to do. */
function inWorkers(workers: readonly TilePainter[]): TilePainter {
  const homes = new Map<string, number>();
  const busy = workers.map(() => 0);
  const homeOf = (href: string): number => {
    const home = homes.get(href) ?? busy.indexOf(Math.min(...busy));
    homes.delete(href);
    homes.set(href, home);
    for (const oldest of homes.keys()) {
      if (homes.size <= MOST_HOMES) break;
      homes.delete(oldest);
    }
    return home;
  };
  return {
    async make(job, signal) {
      const home = homeOf(job.href);
      busy[home] = (busy[home] as number) + 1;
      const outcome = await (workers[home] as TilePainter).make(job, signal);
      busy[home] = (busy[home] as number) - 1;
      return outcome;
    },
  };
}

/** Wanted by few browsers, and as large as a worker. */
const jobsPart = lazyPart(() => import("./paint-job.ts"));

function onThePage(): TilePainter {
  const work = jobsPart().then(({ createPaintJobs }) => createPaintJobs());
  return { make: async (job, signal) => (await work)(job, signal) };
}

function inAWorker(): TilePainter {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "tiles" });
  const waiting = new Map<number, { job: Job; signal: AbortSignal; settle: (outcome: Outcome) => void }>();
  let last = 0;
  let instead: TilePainter | null = null;
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
  send({ kind: "catalogue", catalogue });
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
  };
}
