import type { Policies } from "../api/answers.ts";
import { get } from "../api/request.ts";

/** What the plan offers and asks of those who invest; a policy fits that names what is asked for, or is not limited in it. */
export type { Policies, Policy } from "../api/answers.ts";

/** `question` is the query without its question mark, empty for all. */
export const getPolicies = (question: string, signal?: AbortSignal) =>
  get<Policies>(`api/plan/policies${question && `?${question}`}`, signal);
