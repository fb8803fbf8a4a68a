import { get } from "./request.ts";
import type { Citation } from "./types.ts";

/** The work list: where the plan is silent or states one thing in two ways. Facts with their places, no verdict. */
export type GapFeature = {
  collection: string;
  code: string;
  name_zh: string;
  name_en: string | null;
  placement: string;
  citation: Citation | null;
};
export type GapSide = {
  subject: string | null;
  indicator?: string;
  comparator?: string;
  words: string | null;
  value: number | null;
  unit: string | null;
  horizon: number | null;
  note_zh: string | null;
  note_en: string | null;
  citation: Citation | null;
};
export type GapEntry = {
  rule: string;
  kind: string;
  code: string;
  args: Readonly<Record<string, unknown>>;
  features: GapFeature[];
  sides: GapSide[];
  counts: Readonly<Record<string, number | null>>;
};
export type Gaps = { rules: string[]; entries: GapEntry[] };

export const getGaps = (signal?: AbortSignal) => get<Gaps>("api/plan/gaps", signal);
