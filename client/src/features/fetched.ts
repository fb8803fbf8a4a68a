import { signal } from "@preact/signals";
import type { PlanFeature, Problem } from "../api/types.ts";
import { getItem } from "./requests.ts";

/** Features of large collections that the list or a card has asked for, by `collection code`; the latest are kept. */
export const fetched = signal<ReadonlyMap<string, PlanFeature>>(new Map());
/** What was asked for and did not come. */
export const unfetched = signal<ReadonlyMap<string, Problem>>(new Map());

/** The plan has changed: whoever looks asks again, and what is still on its way comes too late. */
export function forgetFetched(): void {
  asked.clear();
  fetched.value = new Map();
  unfetched.value = new Map();
}

const MOST = 3000;
const asked = new Map<string, Promise<PlanFeature | null>>();

export const keyOf = (collection: string, code: string): string => `${collection} ${code}`;

export function keepFetched(collection: string, features: readonly PlanFeature[]): void {
  const kept = new Map(fetched.peek());
  for (const feature of features) {
    const key = keyOf(collection, feature.properties.code);
    // what is asked for again is the latest
    kept.delete(key);
    kept.set(key, feature);
  }
  for (const key of kept.keys()) {
    if (kept.size <= MOST) break;
    kept.delete(key);
  }
  fetched.value = kept;
}

/** The feature with its whole geometry and citations; null when it is not there. Asked for once, again after a failure. */
export function fetchFeature(collection: string, code: string): Promise<PlanFeature | null> {
  const key = keyOf(collection, code);
  const held = fetched.peek().get(key);
  if (held) return Promise.resolve(held);
  const underWay = asked.get(key);
  if (underWay) return underWay;
  const isLatest = () => asked.get(key) === answer;
  const answer = ask(collection, code, isLatest).finally(() => isLatest() && asked.delete(key));
  asked.set(key, answer);
  return answer;
}

async function ask(collection: string, code: string, isLatest: () => boolean): Promise<PlanFeature | null> {
  const key = keyOf(collection, code);
  if (unfetched.peek().has(key)) {
    const others = new Map(unfetched.peek());
    others.delete(key);
    unfetched.value = others;
  }
  const answer = await getItem(collection, code);
  if (!isLatest()) return answer.ok ? answer.data : null;
  if (answer.ok) {
    keepFetched(collection, [answer.data]);
    return answer.data;
  }
  unfetched.value = new Map(unfetched.peek()).set(key, answer.problem);
  return null;
}
