import { signal } from "@preact/signals";
import type { FeatureRef } from "../viewport/map-link.ts";

/** None of this is in a link: the feature that somebody corrects, and whether the queue of what is to be reviewed stands open. */
export const correcting = signal<FeatureRef | null>(null);
export const queueOpen = signal(false);
