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
/** The change set that is looked at, by its id: by who reviews it, or by who has submitted it. */
export const reviewing = signal<number | null>(null);

/** One of them stands in the place of the card. */
export const changeShown = computed(() => correcting.value !== null || reviewing.value !== null || ownOpen.value);
/** The queue does too where it has no place of its own beside them. */
export const changesOpen = computed(() => changeShown.value || queueOpen.value);
