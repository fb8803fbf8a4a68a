import { type Answer, address, get } from "../api/request.ts";
import type { PlanFeature } from "../api/types.ts";
import { asOfParameter } from "../history/view.ts";

/** The collections of the plan. */
const ITEM_LIMIT = 10_000;

/** All items of a small collection; the browser's cache and the server's ETag make a second call cheap. */
export async function getItems(collection: string, signal?: AbortSignal): Promise<Answer<readonly PlanFeature[]>> {
  const query = new URLSearchParams({ limit: String(ITEM_LIMIT), ...asOfParameter() });
  const answer = await get<{ features: PlanFeature[] }>(`ogc/collections/${collection}/items?${query}`, signal);
  if (!answer.ok) return answer;
  return { ok: true, data: answer.data.features, etag: answer.etag ?? null };
}

type ItemPage = { features: PlanFeature[]; links: { rel: string; href: string }[] };

/** A page of items, and the query of the next one; null after the last one. */
export async function getItemPage(
  collection: string,
  query: URLSearchParams,
  signal?: AbortSignal,
): Promise<Answer<{ features: readonly PlanFeature[]; next: URLSearchParams | null }>> {
  const answer = await get<ItemPage>(`ogc/collections/${collection}/items?${query}`, signal);
  if (!answer.ok) return answer;
  const { features, links } = answer.data;
  // The server may know itself by another address than the one it was reached at: only the query of the link counts.
  const next = links.find(({ rel }) => rel === "next")?.href;
  return { ok: true, data: { features, next: next ? new URL(next, document.baseURI).searchParams : null } };
}

/** One feature by its code; a code that another feature has taken over answers with that feature. */
export const getItem = (collection: string, code: string, signal?: AbortSignal) =>
  get<PlanFeature>(
    [`ogc/collections/${collection}/items/${encodeURIComponent(code)}`, `${new URLSearchParams(asOfParameter())}`]
      .filter((part) => part !== "")
      .join("?"),
    signal,
  );

/** `W/"12-9f8e7d6c-build"` is of revision `12-9f8e7d6c`, as `/api/events` names it. */
export const tagOf = (etag: string | null | undefined): string | null =>
  /^(?:W\/)?"([0-9]+-[0-9a-f]+)-/.exec(etag ?? "")?.[1] ?? null;

export async function isServerReady(signal?: AbortSignal): Promise<boolean> {
  return (await get<unknown>("health/ready", signal)).ok;
}

/** The address of one feature as data, for the card's link. */
/** The page of a feature's history for people, in a language of the pages. */
export const historyAddress = (collection: string, code: string, language: "zh" | "en") =>
  address(`history/${collection}/${code}?lang=${language}`).href;
export const itemAddress = (collection: string, code: string) =>
  address(`ogc/collections/${collection}/items/${code}`).href;
