import type { Ground, PlanFeature } from "../api/types.ts";
import { collectionOf } from "../catalogue.ts";
import { chainsOf, PARKS } from "../features/plan.ts";

/** No name at all where the package has none. */
export const ENTERPRISES = collectionOf("enterprise") ?? "";

/** What relates what has no place to the map, the closest first; never a guess from geometry. */
export const RELATIONS = ["park", "enterprise", "chain", "nowhere"] as const;
export type Relation = (typeof RELATIONS)[number];

export type Thing = { collection: string; feature: PlanFeature };
export type Group = {
  relation: Relation;
  /** The industry chain that both have; null where another relation is closer. */
  chain: string | null;
  /** What stands on the map and they are related to. */
  anchors: readonly Thing[];
  things: Thing[];
};

/** Each thing once, by its closest relation to parks and enterprises that have a place. */
export function groupUnplaced(
  things: readonly Thing[],
  parks: readonly PlanFeature[],
  enterprises: readonly PlanFeature[],
): Group[] {
  const placed = parks.filter(({ geometry }) => geometry !== null);
  const firms = enterprises.filter(({ geometry }) => geometry !== null);
  const groups = new Map<string, Group>();
  for (const thing of things) {
    const related = relate(thing, placed, firms);
    const key = [related.relation, related.chain, ...related.anchors.map(({ feature }) => feature.id)].join(" ");
    const group = groups.get(key) ?? { ...related, things: [] };
    group.things.push(thing);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => RELATIONS.indexOf(a.relation) - RELATIONS.indexOf(b.relation));
}

/** What a group is related to on the map that has a badge: its parks, or those its enterprises stand in. */
export const parksOf = ({ relation, anchors }: Group): readonly string[] =>
  anchors.flatMap(({ feature }) => (relation === "enterprise" ? (feature.properties.placed_by ?? []) : feature.id));

/** How many things each relation ties to a park, by the codes of parks; in the order of the relations. */
export function countAtParks(groups: readonly Group[]): ReadonlyMap<string, ReadonlyMap<Relation, number>> {
  const counts = new Map<string, Map<Relation, number>>();
  for (const group of groups)
    for (const park of new Set(parksOf(group))) {
      const own = counts.get(park) ?? new Map<Relation, number>();
      own.set(group.relation, (own.get(group.relation) ?? 0) + group.things.length);
      counts.set(park, own);
    }
  return counts;
}

function relate(
  { collection, feature }: Thing,
  parks: readonly PlanFeature[],
  enterprises: readonly PlanFeature[],
): Omit<Group, "things"> {
  const { code, park, enterprise } = feature.properties;
  const own = parks.filter((one) => one.id === park || groundsOf(one).some(({ through }) => through === code));
  if (own.length > 0) return { relation: "park", chain: null, anchors: asThings(PARKS, own) };
  const firm = enterprises.filter(({ id }) => id === enterprise);
  if (firm.length > 0) return { relation: "enterprise", chain: null, anchors: asThings(ENTERPRISES, firm) };
  for (const chain of chainsOf(collection, feature) ?? []) {
    const alike = parks.filter((one) => chainsOf(PARKS, one)?.includes(chain));
    if (alike.length > 0) return { relation: "chain", chain, anchors: asThings(PARKS, alike) };
  }
  return { relation: "nowhere", chain: null, anchors: [] };
}

const asThings = (collection: string, features: readonly PlanFeature[]): Thing[] =>
  features.map((feature) => ({ collection, feature }));

const groundsOf = ({ properties }: PlanFeature): readonly Ground[] =>
  Array.isArray(properties.chain_grounds) ? (properties.chain_grounds as Ground[]) : [];
