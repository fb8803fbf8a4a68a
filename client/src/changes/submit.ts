import { asSignedIn } from "../account/signed-in.ts";
import type { ChangeSet } from "../api/answers.ts";
import type { Answer } from "../api/request.ts";
import { actOn, createSet, type NewSet, replaceSet } from "./requests.ts";

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

/** What was written here and never submitted is nothing that anybody shall find. */
export async function dropSet(written: WrittenSet | null): Promise<void> {
  if (written) await actOn(written, "withdraw", "");
}
