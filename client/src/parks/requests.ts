import type { ParkComparison, ParkMatch } from "../api/answers.ts";
import { type Answer, address, get } from "../api/request.ts";

export type {
  ComparedRow,
  MatchApart,
  MatchCriterion,
  MatchedPark,
  MatchReason,
  MatchTerm,
  ParkComparison,
  ParkMatch,
} from "../api/answers.ts";

export const getParkMatch = (question: URLSearchParams, signal?: AbortSignal): Promise<Answer<ParkMatch>> =>
  get<ParkMatch>(`api/parks/match?${question}`, signal);

/** Projects or chains side by side; parks, too, though the page compares those by its own answer. */
export const getComparison = (codes: readonly string[], signal?: AbortSignal): Promise<Answer<ParkComparison>> =>
  get<ParkComparison>(`api/parks/compare?${new URLSearchParams({ codes: codes.join(",") })}`, signal);

/** The park's own page: it needs no script, and stands by itself in a message. */
export const parkPageAddress = (code: string, language: string): string =>
  address(`parks/${code}${language === "zh" ? "" : `?lang=${language}`}`).href;
