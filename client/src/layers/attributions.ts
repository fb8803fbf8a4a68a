import { computed } from "@preact/signals";
import { vocabularies } from "../catalogue.ts";
import { largeFacets } from "../features/large-facets.ts";
import { appearance, collections } from "../features/plan.ts";
import { isLayerVisible } from "./layers.ts";
import { layers } from "./view.ts";

const terms = vocabularies.get("source")?.terms ?? [];

/** The licence of what this project draws itself (gis-data/LICENSE). */
const OWN_LICENCE = "CC-BY-4.0";

/** The names that the sources of the features on the map ask for; our own drawing asks for none. */
export const attributions = computed<readonly string[]>(() => {
  const used = new Set<string>();
  for (const [collection, { facets }] of largeFacets.value)
    if (isLayerVisible(layers.value, collection))
      for (const code of Object.keys(facets?.facets.source ?? {})) used.add(code);
  for (const [collection, features] of collections.value) {
    if (!isLayerVisible(layers.value, collection)) continue;
    for (const feature of features) {
      const { source } = feature.properties;
      if (source && feature.geometry && appearance.value(collection, feature) !== "hidden") used.add(source);
    }
  }
  return terms.flatMap(({ code, attribution, licence }) => {
    const named = used.has(code) && typeof attribution === "string" && attribution !== "";
    return named && licence !== OWN_LICENCE ? [attribution] : [];
  });
});
