import { batch, computed } from "@preact/signals";
import { isLayerVisible, setGroupVisible } from "./layers.ts";
import { type FeatureRef, mapRequest } from "./map-link.ts";
import { collections } from "./plan.ts";
import { openFeature } from "./select.ts";
import { layers, shownParagraph } from "./view.ts";

/** From a paragraph to the map: the features that cite it. */
export function featuresOf(paragraph: string): { placed: FeatureRef[]; unplaced: FeatureRef[] } {
  const placed: FeatureRef[] = [];
  const unplaced: FeatureRef[] = [];
  for (const [collection, features] of collections.value) {
    for (const { properties, geometry } of features) {
      if (!properties.citations.some((citation) => citation.paragraph === paragraph)) continue;
      (geometry ? placed : unplaced).push({ collection, code: properties.code });
    }
  }
  return { placed, unplaced };
}

/** The set that stands out on the map. */
export const shownFeatures = computed(() => (shownParagraph.value === null ? null : featuresOf(shownParagraph.value)));

/** One feature is opened; several stand out together until they are put away. Layers that hold them are switched on. */
export function showParagraph(paragraph: string): void {
  const { placed, unplaced } = featuresOf(paragraph);
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
    if (placed.length > 0) mapRequest.value = { kind: "features", refs: placed };
  });
}

export function hideParagraph(): void {
  shownParagraph.value = null;
}

/** A set of features by reference, for a list that is not a paragraph. */
export function showOnMap(ref: FeatureRef): void {
  openFeature(ref.collection, ref.code);
}
