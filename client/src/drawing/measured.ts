import { computed } from "@preact/signals";
import { geometry, isBegun, shown } from "./editor.ts";
import { type Drawn, ringsOf } from "./geometry.ts";
import { areaOf, type Edge, edgesOf } from "./measures.ts";

/** How large the drawing is as it is shown: m², m, and its edges. */
export type Measured = { readonly area_m2: number; readonly perimeter_m: number; readonly edges: readonly Edge[] };

/** With more vertices it is measured when the hand rests: ten thousand take a tenth of a second. */
const MOST_LIVE = 500;

const isMany = (drawn: Drawn): boolean =>
  ringsOf(drawn).reduce((sum, { vertices }) => sum + vertices.length, 0) > MOST_LIVE;

const measure = (drawn: Drawn): Measured => {
  const edges = edgesOf(drawn);
  return { area_m2: areaOf(drawn), perimeter_m: edges.reduce((sum, { length_m }) => sum + length_m, 0), edges };
};

const settled = computed(() => measure(geometry.value));
export const measured = computed(() => {
  if (shown.value === geometry.value && !isBegun.value) return settled.value;
  return isMany(shown.value) ? settled.value : measure(shown.value);
});
