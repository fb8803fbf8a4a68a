import type { SearchAnswer } from "../api/answers.ts";
import { get } from "../api/request.ts";

/** One box over features, text and vocabulary; offsets of a text count from the start of its paragraph. */
export type { FoundFeature, FoundTerm, FoundText, SearchAnswer } from "../api/answers.ts";

export const searchPlan = (words: string, limit: number, signal?: AbortSignal) =>
  get<SearchAnswer>(`api/search?q=${encodeURIComponent(words)}&limit=${limit}`, signal);
