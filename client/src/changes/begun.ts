import type { ChangeSetWithItems, Draft } from "../api/answers.ts";
import type { Answer } from "../api/request.ts";
import { getDraft, getSet } from "./requests.ts";
import { correcting } from "./view.ts";

/** Opens the form of a correction with what a draft has kept. */
export async function goOn(id: string): Promise<Answer<Draft>> {
  const answer = await getDraft(id);
  if (!answer.ok) return answer;
  const { collection, code, properties, geometry, note, version } = answer.data;
  correcting.value = {
    collection,
    code,
    begun: { properties, geometry, basis: note ?? "", draft: { id, version }, set: null },
  };
  return answer;
}

/** Opens the form with what a returned change set of one feature proposes, to be submitted again as the same set. */
export async function mend(id: number): Promise<Answer<ChangeSetWithItems>> {
  const answer = await getSet(id);
  const [item] = answer.ok ? answer.data.items : [];
  if (!answer.ok || !item?.after) return answer;
  const { collection, code, after } = item;
  correcting.value = {
    collection,
    code,
    begun: { ...after, basis: answer.data.basis, draft: null, set: { id, version: answer.data.version } },
  };
  return answer;
}
