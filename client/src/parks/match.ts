import { batch, computed, effect, signal, untracked } from "@preact/signals";
import type { Problem } from "../api/types.ts";
import { emphasis } from "../features/emphasis.ts";
import { page } from "../layout/view.ts";
import { asking, isWeighed, weighing, weightsNow } from "./ask.ts";
import { criteria } from "./criteria.ts";
import { byPlan, byReason, rankParks } from "./ranking.ts";
import { getParkMatch, type ParkMatch } from "./requests.ts";
import { unknownCounts } from "./view.ts";

/** The answer to the question: asked for at once, and again when a hand has rested on the weights. */

const REST_MS = 400;

const answer = signal<{ asking: string; match: ParkMatch } | null>(null);
const failure = signal<{ asking: string; problem: Problem } | null>(null);

/** The answer to what is asked now; null while it is on its way. */
export const match = computed<ParkMatch | null>(() =>
  answer.value && answer.value.asking === asking.value ? answer.value.match : null,
);
/** Why there is no answer; one that is there stays when the server cannot be asked again. */
export const matchProblem = computed<Problem | null>(() =>
  match.value === null && failure.value && failure.value.asking === asking.value ? failure.value.problem : null,
);

/** The parks by the weights of now, reckoned here: the order follows the hand. */
export const ranking = computed(() =>
  match.value && isWeighed.value
    ? rankParks(byPlan(match.value.parks), weightsNow.value, unknownCounts.value)
    : { parks: [], shares: criteria.map(() => 0) },
);

let controller: AbortController | null = null;

async function ask(now: string, question: string): Promise<void> {
  controller?.abort();
  const own = new AbortController();
  controller = own;
  const found = await getParkMatch(new URLSearchParams(question), own.signal);
  if (own.signal.aborted) return;
  batch(() => {
    if (found.ok) answer.value = { asking: now, match: found.data };
    failure.value = found.ok ? null : { asking: now, problem: found.problem };
  });
}

export function retryMatch(): void {
  const [now, question] = [asking.peek(), weighing.peek()];
  failure.value = null;
  if (now !== null && question !== null) void ask(now, question);
}

const isOpen = computed(() => page.value === "parks" || page.value === "compare");
let isStarted = false;

/** Follows the question from the first time that one of the pages is open. */
export function startMatch(): void {
  if (isStarted) return;
  isStarted = true;
  effect(() => {
    const [now, question] = [asking.value, weighing.value];
    if (!isOpen.value || now === null || question === null) return;
    const isNew = untracked(() => match.value === null);
    const timer = window.setTimeout(() => void ask(now, question), isNew ? 0 : REST_MS);
    return () => window.clearTimeout(timer);
  });
  effect(() => {
    emphasis.value =
      isOpen.value && match.value
        ? {
            ranks: new Map(byReason(ranking.value.parks).tied.map(({ park, rank }) => [park.code, rank])),
            chain: match.value.question.industry_chain,
          }
        : null;
  });
}
