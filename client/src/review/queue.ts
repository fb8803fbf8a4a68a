import { signal } from "@preact/signals";
import { asSignedIn } from "../account/signed-in.ts";
import type { ChangeSet, ReviewQueue } from "../api/answers.ts";
import type { Problem } from "../api/types.ts";
import { reviewing } from "../changes/view.ts";
import { lettersOn } from "../keyboard/keyboard.ts";
import { listQueue } from "./requests.ts";
import { viewedBox } from "./viewed-box.ts";

/** What is listed: change sets, or what anybody has contested. */
export const LISTS = ["sets", "contests"] as const;
export const queueList = signal<(typeof LISTS)[number]>("sets");

/** Whose they are to review. */
export const CLAIMS = ["mine", "nobody", "waiting", "others", "asked"] as const;
export type Claim = (typeof CLAIMS)[number];
export const claimTab = signal<Claim>("nobody");

/** Which of them somebody sees: who does not review, what waits for the word of a department of theirs. */
export function claimsOf(isReviewer: boolean, isAsked: boolean): readonly Claim[] {
  const [asked, others] = [CLAIMS.slice(-1), CLAIMS.slice(0, -1)];
  if (!isReviewer) return asked;
  return isAsked ? CLAIMS : others;
}

/** What is sought among them: by whom, for how many days they have waited, on which ground, what they contain, what the check found of it and its author contests. */
export type Sought = {
  author: string;
  days: number;
  onMap: boolean;
  collection: string;
  filter: string;
  severity: string;
  rule: string;
  contested: string;
};
export const NOTHING_SOUGHT: Sought = {
  author: "",
  days: 0,
  onMap: false,
  collection: "",
  filter: "",
  severity: "",
  rule: "",
  contested: "",
};
export const sought = signal<Sought>(NOTHING_SOUGHT);

/** What waits for review, as it was listed last; null before that. */
export const queued = signal<readonly ChangeSet[] | null>(null);
export const queueCounts = signal<ReviewQueue["counts"] | null>(null);
export const queueProblem = signal<Problem | null>(null);
/** Those who have submitted something, as far as they were seen. */
export const authors = signal<ReadonlyMap<string, string>>(new Map());

const DAY_MS = 86_400_000;

export async function lookAtQueue(): Promise<void> {
  const { author, days, onMap, collection, filter, severity, rule, contested } = sought.peek();
  const box = onMap ? viewedBox() : null;
  const asked = {
    claimed: claimTab.peek(),
    author,
    "submitted-before": days > 0 ? new Date(Date.now() - days * DAY_MS).toISOString() : "",
    bbox: box ? box.join(",") : "",
    collection,
    filter: filter.trim(),
    severity,
    rule,
    contested,
  };
  const answer = await asSignedIn(() => listQueue(asked));
  queueProblem.value = answer.ok ? null : answer.problem;
  if (!answer.ok) return;
  queued.value = answer.data.change_sets;
  queueCounts.value = answer.data.counts;
  const seen = answer.data.change_sets.map((set) => [set.author, set.author_name ?? set.author] as const);
  authors.value = new Map([...authors.peek(), ...seen]);
}

/** The set after or before the one that is looked at; the first or the last when none is. */
export function neighbour(by: 1 | -1, of: number | null): number | null {
  const ids = queued.peek()?.map(({ id }) => id) ?? [];
  const at = of === null ? -1 : ids.indexOf(of);
  return (at === -1 ? ids.at(by === 1 ? 0 : -1) : ids[at + by]) ?? null;
}

/** Looks at the next set of the queue, or at the one before. */
export function stepTo(by: 1 | -1): void {
  reviewing.value = neighbour(by, reviewing.peek()) ?? reviewing.peek();
}

/** Which letter was pressed, lower case: none while somebody writes, with a modifier, or when letters are switched off. */
export function letterOf(event: KeyboardEvent): string | null {
  const { tagName } = event.target as HTMLElement;
  if (event.ctrlKey || event.metaKey || event.altKey || !lettersOn.peek()) return null;
  return ["INPUT", "TEXTAREA", "SELECT"].includes(tagName) || event.key.length !== 1 ? null : event.key.toLowerCase();
}
