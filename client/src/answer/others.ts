import { computed } from "@preact/signals";
import type { PlanFeature } from "../api/types.ts";
import { collectionDefinitions } from "../catalogue.ts";
import { matching } from "../features/facets.ts";
import { featuresIn } from "../features/features-in.ts";
import { hasProjects, heldFeatures, PROJECTS } from "../features/plan.ts";
import type { Dimension } from "../filter/filter.ts";
import { filterInForce } from "../filter/match.ts";
import { horizon } from "../horizon/view.ts";
import { answer } from "./answer.ts";
import { partOf } from "./parts-of-answer.ts";

/** The counts of chips and list are of projects; what else an answer counts is said where no project matches. */
const others = collectionDefinitions.filter((one) => partOf(one) !== null && one.id !== PROJECTS);

/** The filter finds no project, and something else: a 0 alone would say that there is nothing. */
export const findsOnlyOthers = computed(() => {
  const projects = featuresIn(PROJECTS).count();
  const hasNone = projects ? projects.matched === 0 : !hasProjects;
  return hasNone && answer.value.some(({ matched }) => matched > 0);
});

export type OtherFeature = { collection: string; feature: PlanFeature };

/** What matches beside the projects and their sites, part by part; of a large collection what is held of it. */
export const otherFeatures = computed<readonly OtherFeature[]>(() =>
  answer.value
    .filter(({ collections }) => !collections.includes(PROJECTS))
    .flatMap(({ collections }) => collections)
    .flatMap((collection) =>
      matching(collection, heldFeatures(collection), filterInForce.value, horizon.value).map((feature) => ({
        collection,
        feature,
      })),
    ),
);

/** How many features beside the projects choosing a term would show, as far as they have been counted. */
export function othersWith(dimension: Dimension, code: string): number {
  return others.reduce((sum, { id, chain_property }) => {
    const property = dimension === "industry_chain" ? chain_property : dimension;
    const counts = property ? featuresIn(id).counts().facets?.facets[property] : undefined;
    return sum + (counts?.[code] ?? 0);
  }, 0);
}

/** How many features beside the projects a text matches, of the codes that the server names by collection. */
export const othersAmong = (codes: (collection: string) => readonly string[] | null | undefined): number =>
  others.reduce((sum, { id }) => sum + (codes(id)?.length ?? 0), 0);
