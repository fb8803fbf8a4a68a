import { type Answer, address, get } from "./request.ts";
import type { ClientConfig, PlanFeature, PlanTarget } from "./types.ts";

/** The collections of the plan, its targets, and what the installation says of itself. */
const ITEM_LIMIT = 10_000;

/** All items of a small collection; the browser's cache and the server's ETag make a second call cheap. */
export async function getItems(collection: string, signal?: AbortSignal): Promise<Answer<readonly PlanFeature[]>> {
  const answer = await get<{ features: PlanFeature[] }>(
    `ogc/collections/${collection}/items?limit=${ITEM_LIMIT}`,
    signal,
  );
  return answer.ok ? { ok: true, data: answer.data.features } : answer;
}

export async function getPlanTargets(signal?: AbortSignal): Promise<Answer<readonly PlanTarget[]>> {
  const answer = await get<{ targets: PlanTarget[] }>("api/plan/targets", signal);
  return answer.ok ? { ok: true, data: answer.data.targets } : answer;
}

export const getClientConfig = (signal?: AbortSignal) => get<ClientConfig>("api/client-config", signal);

export async function isServerReady(signal?: AbortSignal): Promise<boolean> {
  return (await get<unknown>("health/ready", signal)).ok;
}

/** The address of one feature as data, for the card's link. */
export const itemAddress = (collection: string, code: string) =>
  address(`ogc/collections/${collection}/items/${code}`).href;
