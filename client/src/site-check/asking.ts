import { computed, effect, signal } from "@preact/signals";
import type { Geometry } from "geojson";
import type { Problem } from "../api/types.ts";
import { begun, found, isEmpty, shown } from "../drawing/editor.ts";
import { type Drawn, ringsOf } from "../drawing/geometry.ts";
import { online } from "../features/load.ts";
import { planChanges } from "../viewport/map-link.ts";
import { checkSite, type Question, type SiteCheck } from "./requests.ts";
import { loadRules } from "./rules.ts";

/** Asks the plan about the drawing, and what the form says of it, at every change. */

export type Asked =
  /** Nothing is drawn, or not enough to be asked about. */
  | { kind: "nothing" }
  /** `last` is of an older drawing, and shown as that. */
  | { kind: "asking"; last: SiteCheck | null; isSlow: boolean }
  | { kind: "answered"; answer: SiteCheck }
  /** `last` as above. */
  | { kind: "failed"; problem: Problem; last: SiteCheck | null }
  | { kind: "offline"; last: SiteCheck | null };

export const asked = signal<Asked>({ kind: "nothing" });
/** Rises when somebody asks for it again. */
const again = signal(0);
export const askAgain = () => {
  again.value += 1;
};

/** What the form says, beside the drawing; null where there is no form. By name: docs/check.md has them. */
export const stated = signal<Readonly<Record<string, unknown>> | null>(null);

/** After the last change: a hand that moves on is not asked for. */
const REST_MS = 120;
const SLOW_MS = 400;

/** A ring of two corners is not worth a question: its fault is that it is being drawn. */
const isAskable = (drawn: Drawn): boolean =>
  !isEmpty(drawn) && (!drawn.type.endsWith("Polygon") || ringsOf(drawn).every(({ vertices }) => vertices.length >= 3));

const wanted = computed<string | null>(() => {
  void begun.value;
  const geometry = isAskable(shown.value) ? shown.value : null;
  const properties = stated.value;
  const question: Question | null = properties ? { type: "Feature", geometry, properties } : geometry;
  return question && JSON.stringify(question);
});

export function startAsking(): () => void {
  const stop = effect(() => {
    void [again.value, planChanges.value];
    const text = wanted.value;
    const last = lastOf(asked.peek());
    if (text === null) {
      answer({ kind: "nothing" });
      return;
    }
    if (!online.value) {
      answer({ kind: "offline", last });
      return;
    }
    loadRules();
    answer({ kind: "asking", last, isSlow: false });
    const superseded = new AbortController();
    const rest = window.setTimeout(() => void ask(text, superseded.signal), REST_MS);
    return () => {
      window.clearTimeout(rest);
      superseded.abort();
    };
  });
  return () => {
    stop();
    answer({ kind: "nothing" });
  };
}

const lastOf = (state: Asked): SiteCheck | null =>
  state.kind === "answered" ? state.answer : state.kind === "nothing" ? null : state.last;

async function ask(text: string, superseded: AbortSignal): Promise<void> {
  const slow = window.setTimeout(() => {
    if (!superseded.aborted) asked.value = { kind: "asking", last: lastOf(asked.peek()), isSlow: true };
  }, SLOW_MS);
  const got = await checkSite(JSON.parse(text) as Question, superseded);
  window.clearTimeout(slow);
  // of a drawing that is no more: whatever it says, it is no answer
  if (superseded.aborted) return;
  if (got.ok) answer({ kind: "answered", answer: got.data });
  else answer({ kind: "failed", problem: got.problem, last: lastOf(asked.peek()) });
}

/** On the map stands what the answer on show has found, and nothing of an older one. */
function answer(next: Asked): void {
  asked.value = next;
  found.value =
    next.kind === "answered"
      ? next.answer.findings.flatMap((finding) =>
          finding.outcome === "attention" && finding.where ? [finding.where as unknown as Geometry] : [],
        )
      : [];
}
