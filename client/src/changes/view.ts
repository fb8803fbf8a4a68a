import { computed, signal } from "@preact/signals";
import type { Draft } from "../api/answers.ts";
import type { FeatureRef } from "../viewport/map-link.ts";
import type { WrittenSet } from "./submit.ts";

/** What a correction goes on from: a draft that was kept, or a change set that was returned. */
export type Begun = {
  properties: Readonly<Record<string, unknown>>;
  geometry: Draft["geometry"];
  basis: string;
  draft: Pick<Draft, "id" | "version"> | null;
  set: WrittenSet | null;
};

/** None of this is in a link: the feature that somebody corrects, and which list of changes stands open. */
export const correcting = signal<(FeatureRef & { begun?: Begun }) | null>(null);
export const queueOpen = signal(false);
export const ownOpen = signal(false);

/** One of them stands in the place of the card. */
export const changesOpen = computed(() => correcting.value !== null || queueOpen.value || ownOpen.value);
