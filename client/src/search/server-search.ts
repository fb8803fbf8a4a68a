import { effect, signal } from "@preact/signals";
import { textQuery } from "../reading/view.ts";
import { plain } from "./folding.ts";
import { type SearchAnswer, searchPlan } from "./requests.ts";
import { searchText } from "./view.ts";

/** The server's part of the search: asked when the typing pauses, and never in the way of it. */
export type ServerSearch =
  | { kind: "idle" }
  | { kind: "asking"; before: SearchAnswer | null }
  | { kind: "ready"; answer: SearchAnswer }
  | { kind: "away" };

const PAUSE_MS = 120;

function createSearch(words: { value: string }, limit: number) {
  const state = signal<ServerSearch>({ kind: "idle" });
  const start = (): (() => void) => {
    let timer = 0;
    let controller: AbortController | null = null;
    const stop = effect(() => {
      const wanted = words.value.trim();
      window.clearTimeout(timer);
      controller?.abort();
      if (plain(wanted) === "") {
        state.value = { kind: "idle" };
        return;
      }
      const last = state.peek();
      const before = last.kind === "ready" ? last.answer : last.kind === "asking" ? last.before : null;
      state.value = { kind: "asking", before };
      const own = new AbortController();
      controller = own;
      timer = window.setTimeout(async () => {
        const answer = await searchPlan(wanted, limit, own.signal);
        if (own.signal.aborted) return;
        state.value = answer.ok ? { kind: "ready", answer: answer.data } : { kind: "away" };
      }, PAUSE_MS);
    });
    return () => {
      window.clearTimeout(timer);
      controller?.abort();
      stop();
    };
  };
  return { state, start };
}

const box = createSearch(searchText, 8);
const inText = createSearch(textQuery, 50);

export const serverSearch = box.state;
export const textSearch = inText.state;

export function startServerSearch(): void {
  box.start();
  inText.start();
}
