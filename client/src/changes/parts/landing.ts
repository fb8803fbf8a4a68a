import { effect, signal, untracked } from "@preact/signals";
import { account, accountSheet, isSignedInAs, signIns } from "../../account/session.ts";
import { selection } from "../../selection/view.ts";
import { NO_TOOL, tool } from "../../viewport/tool.ts";
import { listDrafts, listSets } from "../requests.ts";
import { changesOpen, ownOpen } from "../view.ts";

/** The sign-in, by its number, that has led somewhere or was found to lead nowhere. */
const answered = signal(0);

/**
 * After staff have signed in, their own changes open by themselves when something was returned to them or stands unfinished;
 * over nothing that is open or in hand, then or by the time the answer is there.
 */
export function startLanding(): () => void {
  return effect(() => {
    const now = signIns.value;
    // a password that somebody else has given is changed first, in the same sheet
    if (now === answered.value || accountSheet.value !== "closed" || !isSignedInAs("staff")) return;
    untracked(() => {
      answered.value = now;
      void land();
    });
  });
}

const isBusy = (): boolean => changesOpen.peek() || selection.peek().kind !== "none" || tool.peek() !== NO_TOOL;

async function land(): Promise<void> {
  if (!isBusy() && (await hasUnfinished()) && !isBusy() && isSignedInAs("staff")) ownOpen.value = true;
}

/** Where the server does not answer, nothing opens: the list is one press away, and says what is wrong. */
async function hasUnfinished(): Promise<boolean> {
  const drafts = await listDrafts();
  if (drafts.ok && drafts.data.drafts.length > 0) return true;
  const author = account.peek()?.id;
  const returned = author === undefined ? null : await listSets({ author, state: "returned" });
  return returned?.ok === true && returned.data.change_sets.length > 0;
}
