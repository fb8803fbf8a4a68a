import type { Contest, ContestReceipt, ContestTerms, NewContest } from "../api/answers.ts";
import { address, get, send } from "../api/request.ts";

export const getContestTerms = () => get<ContestTerms>("api/contests");

export const sendContest = (contest: NewContest) => send<ContestReceipt>("POST", "api/contests", contest);

export const getContest = (reference: string) => get<Contest>(`api/contests/${encodeURIComponent(reference)}`);

/** The page of a contest, for whoever has its reference. */
export const addressOfContest = (reference: string, language: string) =>
  address(`${language}/contests/${encodeURIComponent(reference)}`).href;
