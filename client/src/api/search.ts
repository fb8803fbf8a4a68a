import { get } from "./request.ts";

/** One box over features, text and vocabulary; offsets of a text count from the start of its paragraph. */
export type FoundFeature = {
  collection: string;
  code: string;
  name_zh: string;
  name_en: string | null;
  match: { by: string; words: string };
};
export type FoundText = {
  paragraph: string;
  chapter: number | null;
  box: string | null;
  item: number | null;
  page: number;
  excerpt: string;
  excerpt_start: number;
  mark_start: number;
  mark_end: number;
};
export type FoundTerm = {
  vocabulary: string;
  code: string;
  zh: string;
  en: string;
  match: { by: string; words: string; start: number; end: number };
};
export type SearchAnswer = {
  query: string;
  pinyin: boolean;
  text_loaded: boolean;
  totals: { features: number; text: number; vocabulary: number };
  features: FoundFeature[];
  text: FoundText[];
  vocabulary: FoundTerm[];
  /** Collections so large that of what was imported only what begins as it was typed was looked for. */
  beyond: string[];
  /** Nothing has all that was typed: the words of which each of these has at least one. */
  parts: string[];
  suggestion: { text: string } | null;
};

export const searchPlan = (words: string, limit: number, signal?: AbortSignal) =>
  get<SearchAnswer>(`api/search?q=${encodeURIComponent(words)}&limit=${limit}`, signal);
