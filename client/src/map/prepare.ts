import { effect } from "@preact/signals";
import { largeCollections } from "../features/large.ts";
import { workerPool } from "./tiles/worker-pool.ts";

/** The workers start as soon as it is known that there will be tiles to paint. */
export function startWorkers(): void {
  effect(() => {
    if (largeCollections.value.size > 0) workerPool();
  });
}
