import { aborted, problemOf, unreachable } from "./problem.ts";
import type { ClientConfig, PlanFeature, PlanTarget, Problem } from "./types.ts";

/** The only place with a URL. Every call gives data or a Problem, never an exception. */
export type Answer<Data> = { ok: true; data: Data } | { ok: false; problem: Problem };

const ITEM_LIMIT = 10_000;

const address = (path: string) => new URL(path, document.baseURI);

async function get<Data>(path: string, signal?: AbortSignal): Promise<Answer<Data>> {
  try {
    const response = await fetch(address(path), {
      headers: { accept: "application/geo+json, application/json" },
      ...(signal ? { signal } : {}),
    });
    if (!response.ok) return { ok: false, problem: await problemOf(response) };
    return { ok: true, data: (await response.json()) as Data };
  } catch {
    return { ok: false, problem: signal?.aborted ? aborted : unreachable };
  }
}

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
