import type { SiteCheck } from "../api/answers.ts";
import { type Answer, get, send } from "../api/request.ts";
import type { Drawn } from "../drawing/geometry.ts";

export type { CheckFinding, CheckOutcome, SiteCheck } from "../api/answers.ts";

/** A rule as gis-data/catalogue/checks.json has it: what the client needs of it. */
export type CheckRule = {
  code: string;
  kind: string;
  zh: string;
  en: string;
  /** False of what is no matter of opinion. */
  is_contestable?: boolean;
  /** `possible_m`: the largest distance that its bar shows. */
  parameters?: { possible_m?: number };
};

/** What is asked: a drawing, or a drawing (or none yet) with what the form says. */
export type Question =
  | Drawn
  | { type: "Feature"; geometry: Drawn | null; properties: Readonly<Record<string, unknown>> };

export const checkSite = (question: Question, signal: AbortSignal): Promise<Answer<SiteCheck>> =>
  send<SiteCheck>("POST", "api/projects/check", question, {}, signal);

/** The part of the catalogue that a first visit does without. */
export async function getRules(): Promise<Answer<readonly CheckRule[]>> {
  const answer = await get<{ checks?: { rules: readonly CheckRule[] } }>(
    "api/catalogue?omit=criteria,forms,glossary,layers,plans,product,profiles,rules,symbols,vocabularies,ja,ko",
  );
  return answer.ok ? { ok: true, data: answer.data.checks?.rules ?? [] } : answer;
}
