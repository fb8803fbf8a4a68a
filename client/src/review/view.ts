import { signal } from "@preact/signals";

/** How before and after stand on the map; no link carries it. */
export const COMPARISONS = ["overlay", "swipe", "blink"] as const;
export type Comparison = (typeof COMPARISONS)[number];
export const comparison = signal<Comparison>("overlay");
