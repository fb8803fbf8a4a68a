import type { ParkMatch } from "../api/answers.ts";
import { type Answer, address, get } from "../api/request.ts";

export type {
  MatchApart,
  MatchCriterion,
  MatchedPark,
  MatchReason,
  MatchTerm,
  ParkMatch,
} from "../api/answers.ts";

export const getParkMatch = (question: URLSearchParams, signal?: AbortSignal): Promise<Answer<ParkMatch>> =>
  get<ParkMatch>(`api/parks/match?${question}`, signal);

/** The park's own page: it needs no script, and stands by itself in a message. */
export const parkPageAddress = (code: string, language: string): string =>
  address(`parks/${code}${language === "zh" ? "" : `?lang=${language}`}`).href;
