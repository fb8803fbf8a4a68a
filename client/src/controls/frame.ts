import { signal } from "@preact/signals";

/** What controls have to know of the frame they stand in; `app` keeps it, for controls know no capability. */

/** There is room for one panel at a time: nothing opens beside anything. */
export const isSmall = signal(false);
/** Differs as soon as another panel, tool or feature is open: what opened before is done. */
export const whereabouts = signal("");
