import type { Problem } from "./types.ts";

/** What an answer that is not data says; a server that answers nothing at all is `unreachable`. */
export async function problemOf(response: Response): Promise<Problem> {
  const fallback: Problem = {
    status: response.status,
    // whoever stands between may refuse a long address in a page of its own
    code: [414, 431].includes(response.status) ? "query-too-long" : `http-${response.status}`,
  };
  if (!response.headers.get("content-type")?.includes("json")) return fallback;
  try {
    const body: unknown = await response.json();
    return typeof body === "object" && body !== null && "code" in body && typeof body.code === "string"
      ? { ...(body as Problem), status: response.status }
      : fallback;
  } catch {
    return fallback;
  }
}

export const unreachable: Problem = { status: 0, code: "unreachable" };
export const aborted: Problem = { status: 0, code: "aborted" };
