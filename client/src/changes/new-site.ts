import type { Draft } from "../api/answers.ts";
import type { Answer } from "../api/request.ts";
import { collectionOf } from "../catalogue.ts";
import { keepDraft } from "./requests.ts";
import { ownOpen, siteDraft } from "./view.ts";

/** Whether the package has sites that can be drawn. */
export const hasSites = (): boolean => collectionOf("site") !== undefined;

/** Begins a site: its draft is there, with the code that it keeps, before anything is drawn. */
export async function newSite(): Promise<Answer<Draft>> {
  const answer = await keepDraft(null, { collection: collectionOf("site") ?? "", properties: {} });
  if (!answer.ok) return answer;
  siteDraft.value = answer.data.id;
  ownOpen.value = false;
  return answer;
}
