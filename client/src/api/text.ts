import { get } from "./request.ts";

/** The text of the plan as the server rebuilt it; `text` is null where only the place is known. */
export type Sentence = { start: number; end: number; page: number };
export type CitingFeature = {
  collection: string;
  code: string;
  name_zh: string;
  name_en: string | null;
  placement: string;
  named: boolean;
  attributes: string[];
};
/** How many of a collection cite a paragraph and are not listed with it; more than `number` where `is_exact` is false. */
export type LeftOut = { collection: string; number: number; is_exact: boolean };
export type Paragraph = {
  id: string;
  kind: string | null;
  part: number | null;
  chapter: number | null;
  section: number | null;
  box: string | null;
  item: number | null;
  page: number | null;
  text: string | null;
  sentences: Sentence[];
  page_breaks: { page: number; offset: number }[];
  features: CitingFeature[];
  left_out: LeftOut[];
};
/** The sentence that says it, and where in it the name or the figure stands. */
export type Highlight = {
  sentence: number;
  start: number;
  end: number;
  by: string;
  mark_start: number;
  mark_end: number;
};
export type CitedParagraph = Paragraph & {
  previous: string | null;
  next: string | null;
  text_loaded: boolean;
  highlight: Highlight | null;
};
export type OutlineBox = {
  box: string;
  title: string | null;
  page: number | null;
  items: number | null;
  first_paragraph: string | null;
};
export type OutlineChapter = { number: number; title: string | null; page: number | null; boxes: OutlineBox[] };
export type OutlinePart = { number: number; title: string | null; page: number | null; chapters: OutlineChapter[] };
type Count = Partial<Record<"parts" | "chapters" | "boxes" | "paragraphs", number>>;
export type TextReport = {
  verdict: string;
  found?: Count;
  expected?: Count;
  missing?: Partial<Record<"parts" | "chapters" | "boxes", (number | string)[]>>;
  issues?: unknown[];
  unplaced?: unknown[];
  first_page?: number | null;
  last_page?: number | null;
};
export type Outline = { text_loaded: boolean; report: TextReport; parts: OutlinePart[] };
export type Chapter = OutlineChapter & { part: number; text_loaded: boolean; paragraphs: Paragraph[] };

/** What to look for in a paragraph: what a feature says of itself there, a figure, or words. */
export type Wanted = {
  code?: string;
  collection?: string;
  attribute?: string;
  value?: string;
  unit?: string;
  q?: string;
};

export const getOutline = (signal?: AbortSignal) => get<Outline>("api/plan/outline", signal);
export const getChapter = (number: number, signal?: AbortSignal) => get<Chapter>(`api/plan/chapters/${number}`, signal);
export const getParagraph = (id: string, wanted: Wanted, signal?: AbortSignal) => {
  const query = new URLSearchParams(wanted).toString();
  return get<CitedParagraph>(`api/plan/paragraphs/${encodeURIComponent(id)}${query ? `?${query}` : ""}`, signal);
};
