import { aborted, problemOf, unreachable } from "./problem.ts";
import type { Problem } from "./types.ts";

/** Every call gives data or a Problem, never an exception. */
export type Answer<Data> = { ok: true; data: Data; etag?: string | null } | { ok: false; problem: Problem };

export const address = (path: string) => new URL(path, document.baseURI);

/** Whether this page would come if it were loaded anew. */
export async function isPageThere(): Promise<boolean> {
  try {
    return (await fetch(address("."), { method: "HEAD", cache: "no-store" })).ok;
  } catch {
    return false;
  }
}

export async function get<Data>(path: string, signal?: AbortSignal): Promise<Answer<Data>> {
  try {
    const response = await fetch(address(path), {
      headers: { accept: "application/geo+json, application/json" },
      ...(signal ? { signal } : {}),
    });
    if (!response.ok) return { ok: false, problem: await problemOf(response) };
    return { ok: true, data: (await response.json()) as Data, etag: response.headers.get("etag") };
  } catch {
    return { ok: false, problem: signal?.aborted ? aborted : unreachable };
  }
}

/** Sends JSON; never again by itself, for it may have been taken although no answer came. */
export async function post<Data>(path: string, body: unknown): Promise<Answer<Data>> {
  try {
    const response = await fetch(address(path), {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify(body),
    });
    if (!response.ok) return { ok: false, problem: await problemOf(response) };
    return { ok: true, data: (await response.json()) as Data };
  } catch {
    return { ok: false, problem: unreachable };
  }
}
