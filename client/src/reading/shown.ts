import { batch, computed, effect } from "@preact/signals";
import { fetchFeature } from "../features/fetched.ts";
import { isLarge, largeCollections } from "../features/large.ts";
import { collections } from "../features/plan.ts";
import { isLayerVisible, setGroupVisible } from "../layers/layers.ts";
import { layers } from "../layers/view.ts";
import { openFeature } from "../selection/select.ts";
import { type FeatureRef, mapRequest } from "../viewport/map-link.ts";
import { readParagraph, wantParagraph } from "./reading.ts";
import type { CitingFeature, LeftOut } from "./requests.ts";
import { shownParagraph } from "./view.ts";

/** From a paragraph to the map: the features that cite it. */
export type Shown = { placed: FeatureRef[]; unplaced: FeatureRef[]; more: More | null };

/** How many more there are than the server lists; more than that when `isExact` is false. */
export type More = { count: number; isExact: boolean };

/** What the server says that cites a paragraph, of every collection. */
export type Cited = { features: readonly CitingFeature[]; left_out: readonly LeftOut[] };

const NOTHING: Cited = { features: [], left_out: [] };

/** More outlines than this say nothing any more; the count is of all. */
export const MOST_OUTLINED = 60;

/** Of the small collections those that are held, of the large ones what the server says of the paragraph. */
export function featuresOf(paragraph: string, cited: Cited = citedBy(paragraph)): Shown {
  const shown: Shown = { placed: [], unplaced: [], more: moreOf(cited.left_out) };
  for (const [collection, features] of collections.value) {
    for (const { properties, geometry } of features) {
      if (!properties.citations.some((citation) => citation.paragraph === paragraph)) continue;
      (geometry ? shown.placed : shown.unplaced).push({ collection, code: properties.code });
    }
  }
  for (const { collection, code, placement } of cited.features)
    if (isLarge(collection)) (placement === "unplaced" ? shown.unplaced : shown.placed).push({ collection, code });
  return shown;
}

function citedBy(paragraph: string): Cited {
  if (largeCollections.value.size === 0) return NOTHING;
  const said = readParagraph(paragraph);
  return said.kind === "ready" ? said.data : NOTHING;
}

/** Of a small collection all are held, whatever the server leaves out. */
function moreOf(leftOut: readonly LeftOut[]): More | null {
  const large = leftOut.filter(({ collection }) => isLarge(collection));
  if (large.length === 0) return null;
  return {
    count: large.reduce((sum, { number }) => sum + number, 0),
    isExact: large.every(({ is_exact }) => is_exact),
  };
}

/** The set that stands out on the map. */
export const shownFeatures = computed(() => (shownParagraph.value === null ? null : featuresOf(shownParagraph.value)));

/** What is shown of large collections is asked for: which features, and where they are. */
export function startShown(): () => void {
  const stops = [
    effect(() => {
      if (shownParagraph.value !== null && largeCollections.value.size > 0) wantParagraph(shownParagraph.value);
    }),
    effect(() => {
      for (const { collection, code } of shownFeatures.value?.placed.slice(0, MOST_OUTLINED) ?? [])
        if (isLarge(collection)) void fetchFeature(collection, code);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** One feature is opened; several stand out together until they are put away. Layers that hold them are switched on. */
export function showParagraph(
  paragraph: string,
  { placed, unplaced }: Pick<Shown, "placed" | "unplaced"> = featuresOf(paragraph),
): void {
  const [only] = [...placed, ...unplaced];
  if (!only) return;
  batch(() => {
    const hidden = [...new Set(placed.map(({ collection }) => collection))].filter(
      (id) => !isLayerVisible(layers.value, id),
    );
    if (hidden.length > 0) setGroupVisible(hidden, true);
    if (placed.length + unplaced.length === 1) {
      shownParagraph.value = null;
      openFeature(only.collection, only.code);
      return;
    }
    shownParagraph.value = paragraph;
    if (placed.length > 0) mapRequest.value = { kind: "features", refs: placed.slice(0, MOST_OUTLINED) };
  });
}

export function hideParagraph(): void {
  shownParagraph.value = null;
}
