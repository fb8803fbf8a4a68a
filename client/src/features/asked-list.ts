import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import type { PlanFeature, Problem } from "../api/types.ts";
import { filterParameters } from "../filter/query.ts";
import { filter } from "../filter/view.ts";
import { planChanges } from "../viewport/map-link.ts";
import type { FeatureList, ListState, Part } from "./collection-features.ts";
import { keepFetched } from "./fetched.ts";
import { type Order, sortbyOf, termCodes } from "./order.ts";
import { getItemPage } from "./requests.ts";

/** So many features are added to a list at once. */
export const PAGE = 100;

type Reading = {
  features: readonly PlanFeature[];
  /** Where the next page begins, or the one that did not come; null after the last. */
  next: URLSearchParams | null;
  /** What comes after that: an order that the server does not know is asked for part by part. */
  later: readonly URLSearchParams[];
  state: ListState["state"];
  problem: Problem | null;
};
const EMPTY: Reading = { features: [], next: null, later: [], state: "loading", problem: null };

/** A list of a large collection, page by page. */
export function askedList(collection: string, part: Part, order: ReadonlySignal<Order | null>): FeatureList {
  const reading = signal<Reading>(EMPTY);
  let controller = new AbortController();

  /** Reads on until there is a page more, or no more to read. */
  const read = async (
    before: readonly PlanFeature[],
    from: URLSearchParams | null,
    after: readonly URLSearchParams[],
    cancel: AbortSignal,
  ): Promise<void> => {
    let [next, later, features] = [from, after, before];
    while (next !== null && features.length < before.length + PAGE) {
      next.set("limit", String(before.length + PAGE - features.length));
      const answer = await getItemPage(collection, next, cancel);
      if (cancel.aborted) return;
      if (!answer.ok) {
        reading.value = { features, next, later, state: "failed", problem: answer.problem };
        return;
      }
      keepFetched(collection, answer.data.features);
      features = [...features, ...answer.data.features];
      next = answer.data.next;
      if (next) break;
      next = later[0] ?? null;
      later = later.slice(1);
    }
    reading.value = { features, next, later, state: "ready", problem: null };
  };

  return {
    shown: computed(() => {
      const { features, next, state, problem } = reading.value;
      return { features, hasMore: next !== null, state, problem };
    }),
    more: async () => {
      const { next, later, features, state } = reading.peek();
      if (next === null || state === "loading") return;
      reading.value = { ...reading.peek(), state: "loading" };
      await read(features, next, later, controller.signal);
    },
    follow: () => {
      const stop = effect(() => {
        const [first, ...later] = questions(collection, part, order.value);
        void planChanges.value;
        controller.abort();
        controller = new AbortController();
        // The old rows stay until the new ones are there.
        reading.value = { ...reading.peek(), next: null, later: [], state: "loading", problem: null };
        void read([], first ?? null, later, controller.signal);
      });
      return () => {
        stop();
        controller.abort();
      };
    },
  };
}

/** The order of terms is that of their vocabulary: the features of the first one, then those of the next. */
function questions(collection: string, part: Part, order: Order | null): URLSearchParams[] {
  const query = filterParameters(collection);
  const sortby = sortbyOf(order);
  if (sortby) query.set("sortby", sortby);
  const places = termCodes("placement").filter((code) => (code === "unplaced") === (part === "unplaced"));
  query.set("placement", places.join(","));
  if (order?.by !== "terms") return [query];
  const { property } = order;
  const chosen = filter.value[property];
  return termCodes(property)
    .filter((code) => chosen.length === 0 || chosen.includes(code))
    .map((code) => {
      const own = new URLSearchParams(query);
      own.set(property, code);
      return own;
    });
}
