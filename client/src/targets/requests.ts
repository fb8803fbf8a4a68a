import { type Answer, get } from "../api/request.ts";
import type { PlanTarget } from "../api/types.ts";

/** Targets of the zone and the industry clusters; those of parks stand in the park. */
export async function getPlanTargets(signal?: AbortSignal): Promise<Answer<readonly PlanTarget[]>> {
  const answer = await get<{ targets: PlanTarget[] }>("api/plan/targets", signal);
  return answer.ok ? { ok: true, data: answer.data.targets } : answer;
}
