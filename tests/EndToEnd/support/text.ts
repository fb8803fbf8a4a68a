import type { APIRequestContext } from "@playwright/test";
import { test } from "./plan.ts";

type Outline = { text_loaded: boolean; parts: { chapters: { number: number; boxes: { box: string }[] }[] }[] };

/** The outline of the running server; without the document the test is skipped by name. */
export async function needsText(request: APIRequestContext): Promise<Outline> {
  const outline: Outline = await (await request.get("/api/plan/outline")).json();
  test.skip(!outline.text_loaded, "the text of the plan (PLAN_DOCUMENT) is not there");
  return outline;
}

/** The sentence in which the server finds what a feature says of itself. */
export async function sentenceOf(request: APIRequestContext, paragraph: string, query: Record<string, string>) {
  const answer = await (await request.get(`/api/plan/paragraphs/${paragraph}`, { params: query })).json();
  const { start, end, mark_start, mark_end } = answer.highlight;
  return {
    sentence: answer.text.slice(start, end) as string,
    mark: answer.text.slice(mark_start, mark_end) as string,
    page: answer.page as number,
    features: answer.features as { collection: string; code: string; placement: string }[],
  };
}
