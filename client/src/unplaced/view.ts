import { signal } from "@preact/signals";

/** Not in the URL: the tray at the edge of the map stands open. */
export const trayOpen = signal(false);
