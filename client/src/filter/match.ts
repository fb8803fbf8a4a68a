import { computed, effect, signal } from "@preact/signals";
import type { Problem } from "../api/types.ts";
import type { Filter } from "./filter.ts";
import { checkFilter, type FilterMatch } from "./requests.ts";
import { filter } from "./view.ts";

/**
 * What the rest of the filter matches among the features the client holds. The server is the one evaluator of the
 * language; what was clicked needs no question. While an answer is on its way the last one holds; the last asked wins.
 */
type Answer = { rest: string; collections: Readonly<Record<string, FilterMatch>> };

const answer = signal<Answer | null>(null);
const refused = signal<{ rest: string; problem: Problem } | null>(null);
const codes = computed(() => {
  const sets = new Map<string, ReadonlySet<string>>();
  for (const [collection, match] of Object.entries(answer.value?.collections ?? {}))
    if (match.codes) sets.set(collection, new Set(match.codes));
  return sets;
});

/** The condition is text that the server has refused or could not be asked about; null while all is well. */
export const restProblem = computed<Problem | null>(() => {
  const known = refused.value;
  return known && known.rest === filter.value.rest ? known.problem : null;
});

export const restPending = computed(
  () => filter.value.rest !== "" && restProblem.value === null && answer.value?.rest !== filter.value.rest,
);

/** By collection what the rest does there; null until it is known. */
export const restMatches = computed<Answer["collections"] | null>(() =>
  filter.value.rest !== "" && answer.value?.rest === filter.value.rest ? answer.value.collections : null,
);

/** Whether the rest leaves a feature: also when it does not act on its collection. */
export function matchesRest(collection: string, code: string): boolean {
  return codes.value.get(collection)?.has(code) ?? true;
}

/** A refusal is the filter's fault (no filter, or too long for a request); anything else may pass. */
export const isRefusal = ({ status }: Problem): boolean => [200, 400, 413, 414, 431].includes(status);

/** What really filters: not a rest that the server has refused, or could not be asked about. */
export const filterInForce = computed<Filter>(() => {
  const problem = restProblem.value;
  return problem && (isRefusal(problem) || answer.value === null) ? { ...filter.value, rest: "" } : filter.value;
});

let controller: AbortController | null = null;

async function ask(rest: string): Promise<void> {
  controller?.abort();
  controller = null;
  if (rest === "") {
    answer.value = null;
    refused.value = null;
    return;
  }
  if (answer.peek()?.rest === rest) return;
  const own = new AbortController();
  controller = own;
  const found = await checkFilter(rest, own.signal);
  if (own.signal.aborted) return;
  if (found.ok) {
    answer.value = { rest, collections: found.data.collections };
    refused.value = null;
  } else {
    // a condition that is none filters nothing; when only the connection is missing, what is on screen stays
    if (isRefusal(found.problem)) answer.value = null;
    refused.value = { rest, problem: found.problem };
  }
}

export function retryRest(): void {
  refused.value = null;
  void ask(filter.peek().rest);
}

/** Follows the filter until the returned function is called. */
export function startFilterMatch(): () => void {
  const rest = computed(() => filter.value.rest);
  const stop = effect(() => void ask(rest.value));
  const online = () => {
    if (restProblem.peek() && !isRefusal(restProblem.peek() as Problem)) retryRest();
  };
  window.addEventListener("online", online);
  return () => {
    stop();
    window.removeEventListener("online", online);
    controller?.abort();
  };
}
