import type { PlanFeature } from "../api/types.ts";
import { askedList } from "./asked-list.ts";
import type { CollectionFeatures } from "./collection-features.ts";
import { fetched, fetchFeature, keyOf, unfetched } from "./fetched.ts";
import { countsOfLarge } from "./large-facets.ts";
import { lightFeature } from "./light-feature.ts";
import { onceEach } from "./once-each.ts";
import { findFeature } from "./plan.ts";
import { getItemPage } from "./requests.ts";

/** A collection with more features than a browser should hold: counted, listed and found by the server. */
export const asked = onceEach((collection: string): CollectionFeatures => {
  const counts = () => countsOfLarge(collection);
  return {
    whole: () => undefined,
    hasSome: () => true,
    state: () => "ready",
    load: async () => ({ ok: true, data: null }),

    stateOf: (code) => {
      if (findFeature(collection, code)) return "ready";
      const problem = unfetched.value.get(keyOf(collection, code));
      if (!problem) return "loading";
      return problem.status === 404 ? "unknown" : "failed";
    },
    want: (code) => fetchFeature(collection, code),
    again: (code) => () => void fetchFeature(collection, code),
    named: (found) => fetched.value.get(keyOf(collection, found.code)) ?? light(found),

    counts,
    count: () => {
      const { facets } = counts();
      return facets && { matched: facets.numberMatched, unplaced: facets.unplaced, total: null };
    },
    isCountComing: () => counts().facets === null && counts().problem === null,
    sources: () => Object.keys(counts().facets?.facets.source ?? {}),

    citing: (_, said) => {
      const { features, left_out } = said();
      const own = features.filter((feature) => feature.collection === collection);
      const codes = (isUnplaced: boolean) =>
        own.filter(({ placement }) => (placement === "unplaced") === isUnplaced).map(({ code }) => code);
      const left = left_out.find((entry) => entry.collection === collection);
      return {
        placed: codes(false),
        unplaced: codes(true),
        more: left ? { count: left.number, isExact: left.is_exact } : null,
      };
    },
    askWhere: async (property, value, limit, cancel) => {
      const query = new URLSearchParams({ [property]: value, limit: String(limit) });
      const answer = await getItemPage(collection, query, cancel);
      if (!answer.ok) return answer;
      return { ok: true, data: { features: answer.data.features, hasMore: answer.data.next !== null } };
    },

    ownOrder: "code",
    list: (part, order) => askedList(collection, part, order),
  };
});

/** As much of a feature as a search knows; choosing it fetches the rest. */
function light({ code, name_zh, name_en }: { code: string; name_zh: string; name_en: string | null }): PlanFeature {
  // where it lies is not known yet, which is not to say that it has no place
  return lightFeature(code, { type: "GeometryCollection", geometries: [] }, { name_zh, name_en });
}
