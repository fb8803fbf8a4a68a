import type { ChangeSet, Conflicts, Resolution } from "../api/answers.ts";
import { get, send } from "../api/request.ts";
import { once, tagOfSet } from "../changes/requests.ts";

/** What of a set is based on a version that does not stand any more: those after a position. */
export const listConflicts = (set: number, after = 0) =>
  get<Conflicts>(`api/change-sets/${set}/conflicts?after=${after}`);

/** Goes on from what stands; `submit` puts the set before its reviewers in the same step. */
export const resolveConflicts = (
  set: Pick<ChangeSet, "id" | "version">,
  resolutions: readonly Resolution[],
  submit: boolean,
  key: string,
) =>
  send<ChangeSet>(
    "POST",
    `api/change-sets/${set.id}/conflicts`,
    { resolutions, submit },
    { "if-match": tagOfSet(set), ...once(key) },
  );
