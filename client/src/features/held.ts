import { computed } from "@preact/signals";
import type { PlanFeature } from "../api/types.ts";
import { filter } from "../filter/view.ts";
import { horizon } from "../horizon/view.ts";
import type { CollectionFeatures, Counts, FeatureList, ListState, Part } from "./collection-features.ts";
import { NO_COUNTS } from "./collection-features.ts";
import { facetsOf, matching } from "./facets.ts";
import { stateOfMissing } from "./load-state.ts";
import { onceEach } from "./once-each.ts";
import { compareIn } from "./order.ts";
import { appearance, collections, findFeature } from "./plan.ts";
import { getItems } from "./requests.ts";

/** A collection whose features are all in memory: whatever is asked is answered at once. */
export const held = onceEach((collection: string): CollectionFeatures => {
  const whole = computed(() => collections.value.get(collection));
  const matched = computed(() => matching(collection, whole.value ?? [], filter.value, horizon.value));
  const counts = computed<Counts>(() =>
    whole.value ? { ...NO_COUNTS, facets: facetsOf(collection, whole.value, filter.value, horizon.value) } : NO_COUNTS,
  );
  const state = () => (whole.value ? "ready" : stateOfMissing());

  const list = (part: Part, order: Parameters<CollectionFeatures["list"]>[1]): FeatureList => ({
    shown: computed<ListState>(() => ({
      features: matched.value.filter((feature) => partOf(feature) === part).sort(compareIn(order.value)),
      hasMore: false,
      state: state(),
      problem: null,
    })),
    more: async () => {},
    follow: () => () => {},
  });

  return {
    whole: () => whole.value,
    hasSome: () => (whole.value?.length ?? 0) > 0,
    state,
    load: (cancel) => getItems(collection, cancel),

    stateOf: (code) => (findFeature(collection, code) ? "ready" : whole.value ? "unknown" : stateOfMissing()),
    want: async (code) =>
      collections
        .peek()
        .get(collection)
        ?.find(({ properties }) => properties.code === code) ?? null,
    again: () => null,
    named: ({ code }) => findFeature(collection, code),

    counts: () => counts.value,
    count: () =>
      whole.value
        ? {
            matched: matched.value.length,
            unplaced: matched.value.filter((feature) => partOf(feature) === "unplaced").length,
            total: whole.value.length,
          }
        : null,
    isCountComing: () => state() === "loading",
    sources: () =>
      (whole.value ?? []).flatMap((feature) => {
        const isDrawn = feature.geometry !== null && appearance.value(collection, feature) !== "hidden";
        return isDrawn ? (feature.properties.source ?? []) : [];
      }),

    citing: (paragraph) => {
      const found = (whole.value ?? []).filter(({ properties }) =>
        properties.citations.some((citation) => citation.paragraph === paragraph),
      );
      const codes = (part: Part) =>
        found.filter((feature) => partOf(feature) === part).map(({ properties }) => properties.code);
      return { placed: codes("placed"), unplaced: codes("unplaced"), more: null };
    },
    askWhere: async () => ({ ok: true, data: { features: [], hasMore: false } }),

    ownOrder: "plan",
    list,
  };
});

const partOf = ({ geometry }: PlanFeature): Part => (geometry === null ? "unplaced" : "placed");
