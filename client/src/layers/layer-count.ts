import { isLarge } from "../features/large.ts";
import { facetsOfLarge } from "../features/large-facets.ts";
import { appearance, collections } from "../features/plan.ts";

/** What a layer holds under filter and horizon: every number is of the same features. */
export type LayerCount = {
  /** Those that match; what only fades does not. */
  matched: number;
  unplaced: number;
  /** All of the layer, in every year; null where the client does not hold them. */
  total: number | null;
};

/** Null until it is known. */
export function countLayer(collection: string): LayerCount | null {
  if (isLarge(collection)) {
    const { facets } = facetsOfLarge(collection);
    return facets && { matched: facets.numberMatched, unplaced: facets.unplaced, total: null };
  }
  const features = collections.value.get(collection);
  if (!features) return null;
  const matched = features.filter((feature) => appearance.value(collection, feature) === "normal");
  return {
    matched: matched.length,
    unplaced: matched.filter(({ geometry }) => geometry === null).length,
    total: features.length,
  };
}
