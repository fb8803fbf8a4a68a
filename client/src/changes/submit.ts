import { asSignedIn } from "../account/signed-in.ts";
import type { ChangeSet } from "../api/answers.ts";
import type { Answer } from "../api/request.ts";
import { actOn, createSet, createUndo, type NewSet, replaceSet } from "./requests.ts";

/** The server keeps no longer one. */
const LONGEST_TITLE = 200;

/** What was written and not submitted yet: faults were found in it, or a reviewer has returned it. */
export type WrittenSet = Pick<ChangeSet, "id" | "version">;

/**
 * Writes a change set, a new one or in the place of what was written before, and submits it. What was written stays in
 * `written`, so that the next try after a refusal makes no second set.
 */
export async function submitSet(proposed: NewSet, written: { value: WrittenSet | null }): Promise<Answer<ChangeSet>> {
  const key = crypto.randomUUID();
  const before = written.value;
  const made = await asSignedIn(() => (before ? replaceSet(before, proposed, key) : createSet(proposed, key)));
  if (!made.ok) return made;
  written.value = made.data;
  return asSignedIn(() => actOn(made.data, "submit", ""));
}

/** Submits drafts as they are kept, as one set: refused, nothing is written and they stay. */
export function submitDrafts(title: string, basis: string, drafts: readonly string[]): Promise<Answer<ChangeSet>> {
  const key = crypto.randomUUID();
  return asSignedIn(() => createSet({ title, basis, drafts: [...drafts], submit: true }, key));
}

/** Keeps a set although another version stands than the one it was begun on: a conflict, that its author then resolves. */
export function keepConflict(proposed: NewSet, before: WrittenSet | null): Promise<Answer<ChangeSet>> {
  const [key, kept] = [crypto.randomUUID(), { ...proposed, keep_stale: true }];
  return asSignedIn(() => (before ? replaceSet(before, kept, key) : createSet(kept, key)));
}

/** What was written here and never submitted is nothing that anybody shall find. */
export async function dropSet(written: WrittenSet | null): Promise<void> {
  if (written) await actOn(written, "withdraw", "");
}

/** Proposes that everything becomes what it was before an approved set. Where what was before cannot be submitted any more, nothing is left. */
export async function submitUndo(approved: WrittenSet, title: string, basis: string): Promise<Answer<ChangeSet>> {
  const key = crypto.randomUUID();
  const made = await asSignedIn(() => createUndo(approved, { title: title.slice(0, LONGEST_TITLE), basis }, key));
  if (!made.ok) return made;
  const submitted = await asSignedIn(() => actOn(made.data, "submit", ""));
  if (!submitted.ok) await dropSet(made.data);
  return submitted;
}
