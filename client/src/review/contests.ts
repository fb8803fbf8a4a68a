import { signal } from "@preact/signals";
import { asSignedIn } from "../account/signed-in.ts";
import type { ContestTask } from "../api/answers.ts";
import type { Problem } from "../api/types.ts";
import { answerContest, listContests } from "./requests.ts";

/** What anybody has contested and nobody has answered, the newest first; null before it was listed. */
export const contests = signal<readonly ContestTask[] | null>(null);
/** How many are open, those too that are not listed. */
export const openContests = signal<number | null>(null);
export const contestsProblem = signal<Problem | null>(null);

export async function lookAtContests(): Promise<void> {
  const answer = await asSignedIn(listContests);
  contestsProblem.value = answer.ok ? null : answer.problem;
  if (!answer.ok) return;
  contests.value = answer.data.contests;
  openContests.value = answer.data.open;
}

/** Answers one; what was refused is given back. Whatever became of it, the list is looked at again. */
export async function answerIt(
  reference: string,
  outcome: "accepted" | "refused",
  text: string,
): Promise<Problem | null> {
  const answer = await asSignedIn(() => answerContest(reference, outcome, text));
  if (answer.ok || answer.problem.code === "contest-answered") await lookAtContests();
  return answer.ok ? null : answer.problem;
}
