import type { Chapter, CitedParagraph, Outline } from "../api/answers.ts";
import { get } from "../api/request.ts";

/** The text of the plan as the server rebuilt it; `text` is null where only the place is known. */
export type {
  Chapter,
  CitedParagraph,
  CitingFeature,
  Highlight,
  LeftOut,
  Outline,
  OutlineBox,
  OutlineChapter,
  OutlinePart,
  Paragraph,
  Sentence,
  TextReport,
} from "../api/answers.ts";

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
