import { address } from "../api/request.ts";
import { tagOf } from "../features/requests.ts";

/** Hears of every revision of the plan; `lost` when the server cannot be heard, for whatever reason. */
export function hearRevisions(told: (tag: string) => void, lost: () => void, hinted: () => void): () => void {
  const events = new EventSource(address("api/events"));
  events.addEventListener("revision", ({ data }) => told((JSON.parse(data) as { tag: string }).tag));
  events.addEventListener("notifications", hinted);
  // what a browser tries again by itself it says with the state "connecting"
  events.onerror = () => {
    if (events.readyState === EventSource.CLOSED) lost();
  };
  return () => events.close();
}

/** The revision as the server names it now, for who cannot hear; null when it does not answer. */
export async function askRevision(): Promise<string | null> {
  try {
    const answer = await fetch(address("ogc?f=json"), { method: "HEAD", cache: "no-cache" });
    return answer.ok ? tagOf(answer.headers.get("etag")) : null;
  } catch {
    return null;
  }
}
