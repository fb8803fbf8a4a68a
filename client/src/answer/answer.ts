import { computed, signal } from "@preact/signals";
import type { Ground, PlanFeature } from "../api/types.ts";
import { chainOnMap } from "../features/emphasis.ts";
import { matching } from "../features/facets.ts";
import { featuresIn } from "../features/features-in.ts";
import { collections, isFiltered } from "../features/plan.ts";
import { splitRest } from "../filter/clusters.ts";
import { filterInForce } from "../filter/match.ts";
import { printFilter } from "../filter/text.ts";
import { horizon } from "../horizon/view.ts";
import { isLayerVisible } from "../layers/layers.ts";
import { layers } from "../layers/view.ts";
import { countParts } from "./parts-of-answer.ts";

/** What the filter finds, part by part; nothing while there is no filter. */
export const answer = computed(() => (isFiltered.value ? countParts() : []));

/** What the filter finds in layers that are switched off. */
export const inHiddenLayers = computed(() =>
  answer.value.flatMap((part) =>
    part.collections.flatMap((collection) => {
      const count = featuresIn(collection).count()?.matched ?? 0;
      return count > 0 && !isLayerVisible(layers.value, collection) ? [{ collection, count }] : [];
    }),
  ),
);

const closed = signal("");

/** The strip over the map was closed for this filter, or the map shows something else; another filter is another answer. */
export const isClosed = computed(() => chainOnMap.value !== null || closed.value === printFilter(filterInForce.value));
export function closeStrip(): void {
  closed.value = printFilter(filterInForce.peek());
}

export type LocatedPark = { collection: string; park: PlanFeature; grounds: readonly Ground[] };

/** The parks that match, those with a place first, with what the plan says that ties them to the chains or clusters that are asked for. */
export const parks = computed<readonly LocatedPark[]>(() => {
  const by = filterInForce.value;
  const part = answer.value.find((one) => one.part === "parks");
  const { clusters } = splitRest(by.rest);
  const found = (part?.collections ?? []).flatMap((collection) =>
    matching(collection, collections.value.get(collection) ?? [], by, horizon.value).map((park) => ({
      collection,
      park,
      grounds: groundsOf(park).filter(
        ({ industry_chain, industry_cluster }) =>
          (industry_chain && by.industry_chain.includes(industry_chain)) || clusters.includes(industry_cluster),
      ),
    })),
  );
  return [...found.filter(({ park }) => park.geometry), ...found.filter(({ park }) => !park.geometry)];
});

const groundsOf = ({ properties }: PlanFeature): readonly Ground[] =>
  Array.isArray(properties.chain_grounds) ? (properties.chain_grounds as Ground[]) : [];
