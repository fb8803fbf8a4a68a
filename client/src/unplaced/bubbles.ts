import { computed } from "@preact/signals";
import { chainOnMap, emphasis } from "../features/emphasis.ts";
import { collections } from "../features/plan.ts";
import { splitRest } from "../filter/clusters.ts";
import { filterInForce } from "../filter/match.ts";
import { formatNumber } from "../language/format.ts";
import { t } from "../language/t.ts";
import { language } from "../language/view.ts";
import { countAtParks, RELATIONS } from "./grouping.ts";
import { groupsOf, trayCollections } from "./unplaced.ts";

/** What stands beside the badge of a park: how much without a place is related to it, by what; said at length, shortly, and as a number. */
export type Bubble = { text: string; short: string; number: string };

const NONE: ReadonlyMap<string, Bubble> = new Map();

/**
 * By the codes of parks, while chains or clusters of them are filtered by: without one nearly everything is related to nearly every park.
 * None of a collection that is not held as a whole, for what is not here cannot be counted.
 */
export const bubbles = computed<ReadonlyMap<string, Bubble>>(() => {
  const { industry_chain, rest } = filterInForce.value;
  const isAsked = industry_chain.length > 0 || splitRest(rest).clusters.length > 0;
  if (!isAsked || chainOnMap.value !== null || emphasis.value) return NONE;
  const held = trayCollections.value.filter((id) => collections.value.has(id));
  const number = (value: number) => formatNumber(value, language.value);
  return new Map(
    [...countAtParks(groupsOf(held))].map(([park, counts]) => {
      const parts = RELATIONS.flatMap((relation) => {
        const count = counts.get(relation);
        return count && relation !== "nowhere"
          ? [t(`unplaced.bubble_${relation}` as const, { count: number(count) })]
          : [];
      });
      const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
      return [
        park,
        {
          text: t("unplaced.bubble", { parts: parts.join(" · ") }),
          short: t("unplaced.title", { count: number(all) }),
          number: number(all),
        },
      ];
    }),
  );
});
