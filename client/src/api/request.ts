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

/** Sends JSON, or nothing; never again by itself, for it may have been taken although no answer came. Data is undefined where the answer has none. */
export async function send<Data = undefined>(
  method: "POST" | "PUT" | "DELETE",
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
  signal?: AbortSignal,
): Promise<Answer<Data>> {
  const isSent = body !== undefined;
  try {
    const response = await fetch(address(path), {
      method,
      headers: { accept: "application/json", ...(isSent && { "content-type": "application/json" }), ...headers },
      ...(isSent && { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
    if (!response.ok) return { ok: false, problem: await problemOf(response) };
    const data = response.status === 204 ? undefined : await response.json();
    return { ok: true, data: data as Data, etag: response.headers.get("etag") };
  } catch {
    return { ok: false, problem: signal?.aborted ? aborted : unreachable };
  }
}
