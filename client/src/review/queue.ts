import { signal } from "@preact/signals";
import { asSignedIn } from "../account/signed-in.ts";
import type { ChangeSet } from "../api/answers.ts";
import type { Problem } from "../api/types.ts";
import { listSets } from "../changes/requests.ts";
import { reviewing } from "../changes/view.ts";
import { lettersOn } from "../keyboard/keyboard.ts";

/** What waits for review, as it was listed last; null before that. */
export const queued = signal<readonly ChangeSet[] | null>(null);
export const queueProblem = signal<Problem | null>(null);

export async function lookAtQueue(): Promise<void> {
  const answer = await asSignedIn(() => listSets({ state: "in-review" }));
  queueProblem.value = answer.ok ? null : answer.problem;
  if (answer.ok) queued.value = answer.data.change_sets;
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
