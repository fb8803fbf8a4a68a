import type { ChangeSetWithItems, Draft } from "../api/answers.ts";
import type { Answer } from "../api/request.ts";
import type { PlanFeature } from "../api/types.ts";
import { featureName, saidInLanguage } from "../language/names.ts";
import { getDraft, getSet } from "./requests.ts";
import { type Begun, correcting } from "./view.ts";

/** What a form is about: of what does not stand yet what its draft calls it. */
export const nameOf = (feature: PlanFeature, begun: Begun | null | undefined): string =>
  begun?.isNew ? (saidInLanguage(begun.properties, "name") ?? feature.properties.code) : featureName(feature);

/** Opens the form of a correction with what a draft has kept. */
export async function goOn(id: string): Promise<Answer<Draft>> {
  const answer = await getDraft(id);
  if (!answer.ok) return answer;
  const { collection, code, based_on, properties, geometry, note, version } = answer.data;
  const draft = { id, version };
  correcting.value = {
    collection,
    code,
    begun: { based_on, properties, geometry, basis: note ?? "", draft, set: null, isNew: based_on === null },
  };
  return answer;
}

/** Opens the form with what a returned change set of one feature proposes, to be submitted again as the same set. */
export async function mend(id: number): Promise<Answer<ChangeSetWithItems>> {
  const answer = await getSet(id);
  const [item] = answer.ok ? answer.data.items : [];
  if (!answer.ok || !item?.after) return answer;
  const { collection, code, based_on, after } = item;
  correcting.value = {
    collection,
    code,
    begun: { based_on, ...after, basis: answer.data.basis, draft: null, set: { id, version: answer.data.version } },
  };
  return answer;
}
