import type { ParkMatch } from "../api/answers.ts";
import { type Answer, get } from "../api/request.ts";

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
