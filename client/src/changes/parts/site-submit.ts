import { asSignedIn } from "../../account/signed-in.ts";
import type { ChangeSet, Draft } from "../../api/answers.ts";
import type { Answer } from "../../api/request.ts";
import { createSet, getSet, replaceSet } from "../requests.ts";

/** Submits the draft of a site in one step: refused, it stays as it was. One that mends a returned set is submitted as that set. */
export async function submitSite(draft: Draft, title: string, basis: string): Promise<Answer<ChangeSet>> {
  const proposed = { title, basis, drafts: [draft.id], submit: true };
  const key = crypto.randomUUID();
  const { change_set } = draft;
  if (change_set === null) return asSignedIn(() => createSet(proposed, key));
  const returned = await asSignedIn(() => getSet(change_set));
  return returned.ok ? asSignedIn(() => replaceSet(returned.data, proposed, key)) : returned;
}
