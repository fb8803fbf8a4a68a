import { computed } from "@preact/signals";
import { asked } from "./asked.ts";
import type { CollectionFeatures } from "./collection-features.ts";
import { held } from "./held.ts";
import { isLarge, largeCollections } from "./large.ts";

/** The one place that asks how large a collection is. */
export const featuresIn = (collection: string): CollectionFeatures =>
  isLarge(collection) ? asked(collection) : held(collection);

/** The collections whose features are not all here: what stands in them is asked for. */
export const askedCollections = computed<readonly string[]>(() => [...largeCollections.value.keys()]);
