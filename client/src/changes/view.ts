import { computed, signal } from "@preact/signals";
import type { Draft } from "../api/answers.ts";
import { viewField } from "../url/field.ts";
import type { FeatureRef } from "../viewport/map-link.ts";
import type { WrittenSet } from "./submit.ts";

/** What a correction goes on from: a draft that was kept, or a change set that was returned. */
export type Begun = {
  /** The version that it was begun on, which need not be the one that stands now; null where it was not said. */
  based_on: number | null;
  properties: Readonly<Record<string, unknown>>;
  geometry: Draft["geometry"];
  basis: string;
  draft: Pick<Draft, "id" | "version"> | null;
  /** Nothing of it stands yet. */
  isNew?: boolean;
  set: WrittenSet | null;
};

/** None of this is in a link: the feature that somebody corrects, and which list of changes stands open. */
export const correcting = signal<(FeatureRef & { begun?: Begun }) | null>(null);
export const queueOpen = signal(false);
export const ownOpen = signal(false);
/** Within one's own changes: many features are given the same values. */
export const bulkOpen = signal(false);
/** The change set that is looked at, by its id: by who reviews it, or by who has submitted it. */
export const reviewing = signal<number | null>(null);

/** The draft of a site that is drawn, by its id; its owner's reload finds it by the link, and nobody else does. */
export const siteDraft = signal<string | null>(null);
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
export const siteDraftField = viewField({
  name: "draft",
  signal: siteDraft,
  parse: (text) => (text !== null && ID.test(text) ? text : null),
  serialise: (value) => value ?? "",
  choice: null,
});

/** One of them stands in the place of the card. */
export const changeShown = computed(
  () => correcting.value !== null || reviewing.value !== null || ownOpen.value || siteDraft.value !== null,
);
/** The queue does too where it has no place of its own beside them. */
export const changesOpen = computed(() => changeShown.value || queueOpen.value);
