import { signal } from "@preact/signals";
import type { ClientConfig } from "../api/types.ts";
import { getClientConfig } from "./requests.ts";

/** The base maps that the installation allows; the plan's own ground until that is known. */
export const clientConfig = signal<ClientConfig>({ tiandituKey: null, openStreetMap: false });

export async function loadConfig(signal: AbortSignal): Promise<void> {
  const answer = await getClientConfig(signal);
  if (answer.ok) clientConfig.value = answer.data;
}
