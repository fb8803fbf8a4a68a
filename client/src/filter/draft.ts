import { computed, effect, signal } from "@preact/signals";
import type { Answer } from "../api/request.ts";
import type { Problem } from "../api/types.ts";
import { horizon } from "../horizon/view.ts";
import { NO_FILTER } from "./filter.ts";
import { isRefusal, restProblem } from "./match.ts";
import { checkFilter, type FilterMatches } from "./requests.ts";
import { parseFilter, printFilter } from "./text.ts";
import { filter } from "./view.ts";

/** The filter as text while somebody writes it. It holds only when it is applied, and is applied only when it is one. */
const written = signal<string | null>(null);
const checked = signal<{ text: string; answer: Answer<FilterMatches> } | null>(null);

/** Whether the editor is open; not in the URL. */
export const filterTextOpen = signal(false);

export const draft = computed(() => written.value ?? printFilter(filter.value));
/** What is written is not what holds. */
export const isDraftNew = computed(() => draft.value.trim() !== printFilter(filter.value));

export type DraftState =
  | { kind: "empty" | "checking" }
  | { kind: "right"; matches: FilterMatches }
  | { kind: "wrong"; problem: Problem };

export const draftState = computed<DraftState>(() => {
  if (draft.value.trim() === "") return { kind: "empty" };
  const known = checked.value;
  if (known?.text !== draft.value) return { kind: "checking" };
  return known.answer.ok
    ? { kind: "right", matches: known.answer.data }
    : { kind: "wrong", problem: known.answer.problem };
});

export function write(text: string): void {
  written.value = text;
}

/** Back to what holds. */
export function dropDraft(): void {
  written.value = null;
}

const PAUSE_MS = 250;
let underway: { question: string; controller: AbortController; done: Promise<void> } | null = null;

/** Asks what a text finds. Who asks the same again waits for the same answer; another text takes its place. */
function check(text: string): Promise<void> {
  const question = `${horizon.peek()} ${text}`;
  if (underway?.question === question) return underway.done;
  underway?.controller.abort();
  const controller = new AbortController();
  const done = checkFilter(text, controller.signal, horizon.peek()).then((answer) => {
    if (controller.signal.aborted) return;
    underway = null;
    checked.value = { text, answer };
  });
  underway = { question, controller, done };
  return done;
}

/** Makes what is written the filter; false when it is none, and then what held still holds. */
export async function applyDraft(): Promise<boolean> {
  const text = draft.value;
  if (text.trim() === "") {
    filter.value = NO_FILTER;
    dropDraft();
    return true;
  }
  if (checked.peek()?.text !== text) await check(text);
  const known = checked.peek();
  if (known?.text !== text || !known.answer.ok) return false;
  filter.value = parseFilter(text);
  dropDraft();
  return true;
}

/** Checks what is written a moment after the last key, while the editor is open. */
export function startFilterDraft(): () => void {
  let timer = 0;
  const stop = effect(() => {
    const text = draft.value;
    // what is counted depends on it
    void horizon.value;
    window.clearTimeout(timer);
    if (!filterTextOpen.value || text.trim() === "") return;
    timer = window.setTimeout(() => void check(text), PAUSE_MS);
  });
  // a link with a text that is no filter: who sees that it is not in force can mend it at once
  const open = effect(() => {
    if (restProblem.value && isRefusal(restProblem.value)) filterTextOpen.value = true;
  });
  return () => {
    window.clearTimeout(timer);
    stop();
    open();
  };
}
