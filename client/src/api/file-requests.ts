import { problemOf, unreachable } from "./problem.ts";
import { type Answer, address } from "./request.ts";

/** Sends a file as it is; its type is what the browser takes it for. */
export async function sendFile<Data>(path: string, file: File): Promise<Answer<Data>> {
  try {
    const headers = { accept: "application/json", "content-type": file.type || "application/octet-stream" };
    const response = await fetch(address(path), { method: "POST", headers, body: file });
    if (!response.ok) return { ok: false, problem: await problemOf(response) };
    return { ok: true, data: (await response.json()) as Data };
  } catch {
    return { ok: false, problem: unreachable };
  }
}
