import { computed, signal } from "@preact/signals";
import type { PlanFeature, Problem } from "../api/types.ts";
import { collectionDefinitions } from "../catalogue.ts";
import { featuresIn } from "./features-in.ts";
import { areLargeKnown, largeCollections, readLarge } from "./large.ts";
import { heldRevisions, pending, problems } from "./load-state.ts";
import { collections } from "./plan.ts";
import { isServerReady, tagOf } from "./requests.ts";
import { getTileLayers } from "./tile-requests.ts";

/** Brings the plan into the signals, once, and again what failed. */
export type LoadState = { kind: "loading" } | { kind: "ready" } | { kind: "failed"; problem: Problem };

export const online = signal(true);

/** Collections that did not come; the rest of the plan is shown all the same. */
export const failedCollections = computed(() => [...problems.value.keys()]);
/** Requests are under way: what is missing may still come. */
export const isLoading = computed(() => pending.value);

export const loadState = computed<LoadState>(() => {
  if (collections.value.size > 0) return { kind: "ready" };
  if (pending.value) return { kind: "loading" };
  const [problem] = problems.value.values();
  return problem ? { kind: "failed", problem } : { kind: "ready" };
});

// answers arrive in a burst: one drawing for those of the same moment, not sixteen
const BURST_MS = 60;
const RETRY_MS = 5000;

let controller: AbortController | null = null;
let retryTimer = 0;
const isHeld = (id: string) => !largeCollections.value.has(id);
const companions: ((signal: AbortSignal) => Promise<void>)[] = [];

/** A request that leaves together with those of the plan, and again when they are repeated. */
export function alongWithPlan(ask: (signal: AbortSignal) => Promise<void>): void {
  companions.push(ask);
}

/** `onAsked`: every request has left, or will not. */
export async function loadPlan(
  wanted: readonly string[] = collectionDefinitions.map(({ id }) => id),
  onAsked?: () => void,
): Promise<void> {
  controller?.abort();
  const own = new AbortController();
  controller = own;
  pending.value = true;
  const arrived = new Map<string, readonly PlanFeature[]>();
  const revisions = new Map<string, string | null>();
  const failed = new Map<string, Problem>();
  let timer = 0;
  const show = () => {
    window.clearTimeout(timer);
    timer = 0;
    if (own.signal.aborted || arrived.size === 0) return;
    const merged = new Map([...collections.value, ...arrived]);
    // the map's order is the catalogue's, whichever answer came first; what has become large is held no more
    collections.value = new Map(
      collectionDefinitions.flatMap(({ id }) => {
        const features = merged.get(id);
        return features && isHeld(id) ? [[id, features] as const] : [];
      }),
    );
    heldRevisions.value = new Map([...heldRevisions.value, ...revisions].filter(([id]) => isHeld(id)));
    arrived.clear();
    revisions.clear();
    performance.mark("plan-shown");
  };
  const one = async (id: string) => {
    const answer = await featuresIn(id).load(own.signal);
    if (!answer.ok) failed.set(id, answer.problem);
    else if (answer.data) {
      arrived.set(id, answer.data);
      revisions.set(id, tagOf(answer.etag));
    } else return;
    if (timer === 0) timer = window.setTimeout(show, BURST_MS);
  };
  const items = async () => {
    // at first nobody knows which collections are too large to be fetched whole; later they are those of before, nearly always
    const known = areLargeKnown() ? wanted.filter(isHeld) : [];
    const early = known.map(one);
    const layers = await getTileLayers(own.signal);
    if (!layers.ok) {
      for (const id of wanted) failed.set(id, layers.problem);
      onAsked?.();
      return;
    }
    if (own.signal.aborted) return;
    largeCollections.value = readLarge(layers.data);
    const answers = wanted.filter((id) => !known.includes(id)).map(one);
    onAsked?.();
    await Promise.all([...early, ...answers]);
  };
  await Promise.all([items(), ...companions.map((ask) => ask(own.signal))]);
  show();
  if (own.signal.aborted) return;
  problems.value = failed;
  pending.value = false;
  performance.mark("plan-loaded");
  if (failed.size > 0) waitForServer();
}

/** Retries what failed as soon as the server says it is ready; asks no more often than every five seconds. */
function waitForServer(): void {
  window.clearTimeout(retryTimer);
  retryTimer = window.setTimeout(async () => {
    if (failedCollections.value.length === 0) return;
    if (navigator.onLine && (await isServerReady())) await loadPlan(failedCollections.value);
    else waitForServer();
  }, RETRY_MS);
}

export function retryLoading(): Promise<void> {
  window.clearTimeout(retryTimer);
  return loadPlan(failedCollections.value.length > 0 ? failedCollections.value : undefined);
}

export function watchConnection(): void {
  const update = () => {
    online.value = navigator.onLine;
    if (navigator.onLine && failedCollections.value.length > 0) void retryLoading();
  };
  window.addEventListener("online", update);
  window.addEventListener("offline", update);
  update();
}
