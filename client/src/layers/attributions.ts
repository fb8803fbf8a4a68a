import { computed } from "@preact/signals";
import { collectionDefinitions, vocabularies } from "../catalogue.ts";
import { featuresIn } from "../features/features-in.ts";
import { isLayerVisible } from "./layers.ts";
import { layers } from "./view.ts";

const terms = vocabularies.get("source")?.terms ?? [];

/** The licence of what this project draws itself (gis-data/LICENSE). */
const OWN_LICENCE = "CC-BY-4.0";

/** The names that the sources of the features on the map ask for; our own drawing asks for none. */
export const attributions = computed<readonly string[]>(() => {
  const used = new Set<string>();
  for (const { id } of collectionDefinitions)
    if (isLayerVisible(layers.value, id)) for (const code of featuresIn(id).sources()) used.add(code);
  return terms.flatMap(({ code, attribution, licence }) => {
    const named = used.has(code) && typeof attribution === "string" && attribution !== "";
    return named && licence !== OWN_LICENCE ? [attribution] : [];
  });
});
