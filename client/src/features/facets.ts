import type { PlanFeature } from "../api/types.ts";
import { definitionOf, propertiesIn } from "../catalogue.ts";
import type { Filter } from "../filter/filter.ts";
import type { Facets, Sum } from "./facet-requests.ts";
import { isInHorizon, matchesFilter } from "./plan.ts";

/** The same numbers as GET /ogc/collections/{id}/facets, computed from the features the client holds. */
export type { Facets, Sum };

function passes(collection: string, feature: PlanFeature, by: Filter, year: number): boolean {
  return isInHorizon(feature, year) && matchesFilter(collection, feature, by);
}

/** The features a filter leaves in list and count; null year asks for every year. */
export function matching(collection: string, all: readonly PlanFeature[], by: Filter, year: number): PlanFeature[] {
  return all.filter((feature) => passes(collection, feature, by, year));
}

function countBy(features: readonly PlanFeature[], property: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { properties } of features) {
    const value = properties[property];
    const codes = Array.isArray(value) ? value : [value];
    for (const code of codes) if (typeof code === "string") counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

export function sumOf(features: readonly PlanFeature[], property: string): Sum {
  const known = features.flatMap(({ properties }) => {
    const value = properties[property];
    return typeof value === "number" ? [{ code: properties.code, value }] : [];
  });
  const sum = known.reduce((total, { value }) => total + value, 0);
  return {
    sum: known.length > 0 ? sum : null,
    known: known.length,
    not_stated: features.length - known.length,
    // one that alone is more than half of the sum hides what the others are worth
    of_which: known.filter(({ value }) => value > sum / 2),
  };
}

export function facetsOf(collection: string, all: readonly PlanFeature[], by: Filter, year: number): Facets {
  const chainProperty = definitionOf(collection)?.chain_property;
  const properties = propertiesIn(collection);
  const matched = matching(collection, all, by, year);
  const facets: Record<string, Record<string, number>> = {};
  for (const { name, type } of properties) {
    if (type !== "code" && type !== "codes") continue;
    // a facet ignores its own filter: the chips must say what choosing them would bring
    const others: Filter =
      name === chainProperty ? { ...by, industry_chain: [] } : name === "plan_status" ? { ...by, plan_status: [] } : by;
    facets[name] = countBy(others === by ? matched : matching(collection, all, others, year), name);
  }
  const placed = matched.filter((feature) => feature.geometry !== null).length;
  return {
    numberMatched: matched.length,
    placed,
    unplaced: matched.length - placed,
    without_horizon: matched.filter(isWithoutYear).length,
    facets,
    sums: Object.fromEntries(
      properties.filter((property) => property.sum).map(({ name }) => [name, sumOf(matched, name)]),
    ),
  };
}

export function isWithoutYear({ properties }: PlanFeature): boolean {
  return properties.horizon_from == null && properties.horizon_to == null;
}
