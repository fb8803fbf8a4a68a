import { get } from "../api/request.ts";
import type { ClientConfig } from "../api/types.ts";

/** What the installation allows. */
export const getClientConfig = (signal?: AbortSignal) => get<ClientConfig>("api/client-config", signal);
