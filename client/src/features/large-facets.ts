import { effect, signal, untracked } from "@preact/signals";
import { filterParameters } from "../filter/query.ts";
import { planChanges, tilesState } from "../viewport/map-link.ts";
import type { Counts } from "./collection-features.ts";
import { getFacets } from "./facet-requests.ts";
import { largeCollections } from "./large.ts";
import { PROJECTS } from "./plan.ts";

/** Counts of the large collections, by the server. The old numbers stay until the new ones are there. */
export const largeFacets = signal<ReadonlyMap<string, Counts>>(new Map());

const NONE: Counts = { facets: null, stale: true, problem: null };
/** A slider or a quick row of clicks asks once. */
const PAUSE_MS = 60;
const LATER_MS = 400;

export const countsOfLarge = (collection: string): Counts => largeFacets.value.get(collection) ?? NONE;

function put(collection: string, change: Partial<Counts>): void {
  const held = untracked(() => countsOfLarge(collection));
  largeFacets.value = new Map(largeFacets.peek()).set(collection, { ...held, ...change });
}

export function startLargeFacets(): () => void {
  const stops = new Map<string, () => void>();
  const stop = effect(() => {
    const ids = [...largeCollections.value.keys()];
    for (const [id, end] of stops) if (!ids.includes(id)) end();
    for (const id of ids)
      if (!stops.has(id))
        stops.set(
          id,
          untracked(() => follow(id)),
        );
  });
  return () => {
    stop();
    for (const end of stops.values()) end();
  };
}

/**
 * Asks anew whenever filter, horizon or the plan itself have changed. What chips and list say is asked for at once; the
 * numbers of the other layers wait until the map is drawn, for counting them may keep the database busy for a second.
 */
function follow(collection: string): () => void {
  let timer = 0;
  let controller: AbortController | null = null;
  const due = signal<URLSearchParams | null>(null);
  const ask = async (filter: URLSearchParams, signal: AbortSignal) => {
    const answer = await getFacets(collection, filter, signal);
    if (signal.aborted) return;
    put(
      collection,
      answer.ok ? { facets: answer.data, stale: false, problem: null } : { stale: true, problem: answer.problem },
    );
  };
  const stops = [
    effect(() => {
      const filter = filterParameters(collection);
      void planChanges.value;
      window.clearTimeout(timer);
      controller?.abort();
      untracked(() => put(collection, { stale: true }));
      due.value = filter;
    }),
    effect(() => {
      const filter = due.value;
      const isWaiting = collection !== PROJECTS && tilesState.value === "loading";
      window.clearTimeout(timer);
      if (!filter || isWaiting) return;
      timer = window.setTimeout(
        () => {
          const own = new AbortController();
          controller = own;
          due.value = null;
          void ask(filter, own.signal);
        },
        collection === PROJECTS ? PAUSE_MS : LATER_MS,
      );
    }),
  ];
  return () => {
    window.clearTimeout(timer);
    controller?.abort();
    for (const stop of stops) stop();
  };
}
