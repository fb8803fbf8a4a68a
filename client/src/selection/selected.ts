import { computed } from "@preact/signals";
import { findFeature } from "../features/plan.ts";
import { selection } from "./view.ts";

/** The feature that is open, as far as it is held. */
export const selectedFeature = computed(() => {
  const chosen = selection.value;
  if (chosen.kind !== "feature") return null;
  const feature = findFeature(chosen.collection, chosen.code);
  return feature ? { collection: chosen.collection, feature } : null;
});
