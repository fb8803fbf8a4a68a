import type { Answer } from "../api/request.ts";
import { getAccount } from "./requests.ts";
import { accountSheet, askToSignIn, noteAccount, signIns } from "./session.ts";

/** Asks who is signed in. */
export async function refreshAccount(): Promise<void> {
  const answer = await getAccount();
  if (answer.ok) noteAccount(answer.data);
  else if (answer.problem.status === 401) noteAccount(null);
}

/**
 * Does what only somebody may who is signed in. When the session has ended meanwhile, the password is asked for in place and
 * the same is done again, so that nothing that was typed is lost; whoever closes the sheet has the refusal.
 */
export async function asSignedIn<Data>(act: () => Promise<Answer<Data>>): Promise<Answer<Data>> {
  const answer = await act();
  if (answer.ok || answer.problem.status !== 401 || answer.problem.code !== "not-signed-in") return answer;
  askToSignIn();
  return (await signedInAgain()) ? act() : answer;
}

/** Waits for the sheet: true when somebody has signed in, false when it was closed. */
function signedInAgain(): Promise<boolean> {
  const earlier = signIns.peek();
  return new Promise((resolve) => {
    const stop = accountSheet.subscribe((state) => {
      if (state === "asking") return;
      resolve(signIns.peek() > earlier);
      queueMicrotask(() => stop());
    });
  });
}
