import { useSignal } from "@preact/signals";
import type { Answer } from "../api/request.ts";
import type { Problem } from "../api/types.ts";
import { asSignedIn } from "./signed-in.ts";

/** What a form sends, one request at a time, as the one who is signed in. What was refused is the problem until the next answer. */
export function useSending() {
  const problem = useSignal<Problem | null>(null);
  const isSending = useSignal(false);
  /** What came of it; null when it was refused, or when another request is under way. */
  const send = async <Data>(what: () => Promise<Answer<Data>>): Promise<Data | null> => {
    if (isSending.peek()) return null;
    isSending.value = true;
    const answer = await asSignedIn(what);
    isSending.value = false;
    problem.value = answer.ok ? null : answer.problem;
    return answer.ok ? answer.data : null;
  };
  return { problem, isSending, send };
}
