import { computed, signal } from "@preact/signals";
import type { PlanFeature } from "../api/types.ts";
import { collectionOf, definitionOf, isFrame } from "../catalogue.ts";
import { type Filter, NO_FILTER } from "../filter/filter.ts";
import { filterInForce, matchesRest } from "../filter/match.ts";
import { printFilter } from "../filter/text.ts";
import { filter } from "../filter/view.ts";
import { horizon } from "../horizon/view.ts";
import { chainOnMap, type Emphasis, emphasis } from "./emphasis.ts";
import { fetched, keyOf } from "./fetched.ts";
import { largeCollections } from "./large.ts";

/** The collection that the counts, the chips and the list are about; no name at all where the package has none. */
export const PROJECTS = collectionOf("project") ?? "";
export const hasProjects = PROJECTS !== "";
/** The collection that an investor's question ranks; no name at all where the package has none. */
export const PARKS = collectionOf("park") ?? "";

/** All features of the small collections, by collection id, in the order the server sends them. */
export const collections = signal<ReadonlyMap<string, readonly PlanFeature[]>>(new Map());

/** How a feature appears under filter and horizon: structure and parks that do not match fade, other features leave. */
export type Appearance = "normal" | "faded" | "hidden";

/** Plan time (product.md "Time"): a feature without a year stays, a completion never ends it. */
export function isInHorizon({ properties }: PlanFeature, year: number): boolean {
  const { horizon_from: from, horizon_to: to } = properties;
  return (from == null || from <= year) && (to == null || to >= year);
}

/** The chains of a feature; null where its collection has none, and the chain filter leaves it alone. */
export function chainsOf(collection: string, { properties }: PlanFeature): readonly string[] | null {
  const property = definitionOf(collection)?.chain_property;
  if (!property) return null;
  const value = properties[property];
  if (Array.isArray(value)) return value as string[];
  return typeof value === "string" ? [value] : [];
}

export function matchesChain(collection: string, feature: PlanFeature, wanted: readonly string[]): boolean {
  if (wanted.length === 0) return true;
  const chains = chainsOf(collection, feature);
  return chains === null || chains.some((chain) => wanted.includes(chain));
}

export function matchesStatus(feature: PlanFeature, wanted: readonly string[]): boolean {
  return wanted.length === 0 || wanted.includes(feature.properties.plan_status);
}

export function matchesFilter(collection: string, feature: PlanFeature, by: Filter): boolean {
  return (
    matchesChain(collection, feature, by.industry_chain) &&
    matchesStatus(feature, by.plan_status) &&
    (by.rest === "" || matchesRest(collection, feature.properties.code))
  );
}

export function appearanceOf(collection: string, feature: PlanFeature, by: Filter, year: number): Appearance {
  if (!isInHorizon(feature, year)) return "hidden";
  if (matchesFilter(collection, feature, by)) return "normal";
  return isFrame(collection) ? "faded" : "hidden";
}

/** What the map is drawn by: the filter itself stays as it is while a page shows its chain. */
const drawnBy = computed<Filter>(() =>
  chainOnMap.value === null ? filter.value : { ...NO_FILTER, industry_chain: [chainOnMap.value] },
);

/** What a matching feature stands in: a park does not step back under a project of the chain that is asked for. */
const standing = computed<ReadonlySet<string>>(() => {
  const by = drawnBy.value;
  const year = horizon.value;
  const codes = new Set<string>();
  if (printFilter(by) === "") return codes;
  for (const [collection, features] of collections.value)
    if (definitionOf(collection)?.properties.some(({ name }) => name === "park"))
      for (const feature of features) {
        const { park } = feature.properties;
        if (typeof park === "string" && isInHorizon(feature, year) && matchesFilter(collection, feature, by))
          codes.add(park);
      }
  return codes;
});

/** Beside what somebody looks for the others step back: parks without a rank, and what is of another chain. */
export function isBesideSought(sought: Emphasis, collection: string, feature: PlanFeature): boolean {
  if (collection === PARKS) return !sought.ranks.has(feature.properties.code);
  return sought.chain !== null && !matchesChain(collection, feature, [sought.chain]);
}

export const appearance = computed<(collection: string, feature: PlanFeature) => Appearance>(() => {
  const by = drawnBy.value;
  const year = horizon.value;
  const kept = standing.value;
  const sought = emphasis.value;
  return (collection, feature) => {
    const own = appearanceOf(collection, feature, by, year);
    const look = own === "faded" && kept.has(feature.properties.code) ? "normal" : own;
    return look === "normal" && sought && isBesideSought(sought, collection, feature) ? "faded" : look;
  };
});

export const isFiltered = computed(() => printFilter(filterInForce.value) !== "");

const byCode = computed(() => {
  const index = new Map<string, Map<string, PlanFeature>>();
  for (const [collection, features] of collections.value) {
    index.set(collection, new Map(features.map((feature) => [feature.properties.code, feature])));
  }
  return index;
});

/** A feature that is held: of a small collection any, of a large one what was asked for. */
export function findFeature(collection: string, code: string): PlanFeature | undefined {
  return byCode.value.get(collection)?.get(code) ?? fetched.value.get(keyOf(collection, code));
}

/** Wherever the code stands, of what is held: `placed_by` and `park` name a feature without its collection. */
export function findByCode(code: string): { collection: string; feature: PlanFeature }[] {
  const found: { collection: string; feature: PlanFeature }[] = [];
  for (const [collection, features] of byCode.value) {
    const feature = features.get(code);
    if (feature) found.push({ collection, feature });
  }
  for (const collection of largeCollections.value.keys()) {
    const feature = fetched.value.get(keyOf(collection, code));
    if (feature) found.push({ collection, feature });
  }
  return found;
}

/** What is held of a collection: all of a small one, of a large one what was asked for. */
export function heldFeatures(collection: string): readonly PlanFeature[] {
  const all = collections.value.get(collection);
  if (all) return all;
  return [...fetched.value].flatMap(([key, feature]) => (key.startsWith(keyOf(collection, "")) ? [feature] : []));
}
