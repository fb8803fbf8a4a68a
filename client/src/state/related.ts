import type { PlanFeature } from "../api/types.ts";
import { collections, findByCode } from "./plan.ts";

/** Why two features belong together; never a guess from geometry. */
export type Relation = "same_code" | "placed_by" | "park" | "stands_here" | "same_paragraph";
export type RelatedFeature = { collection: string; feature: PlanFeature; why: Relation };

const SAME_PARAGRAPH_LIMIT = 12;

export function relatedTo(collection: string, feature: PlanFeature): RelatedFeature[] {
  const { code, placed_by, park, citations } = feature.properties;
  const found: RelatedFeature[] = [];
  const seen = new Set([`${collection} ${code}`]);
  const add = (of: string, other: PlanFeature, why: Relation) => {
    const key = `${of} ${other.properties.code}`;
    if (seen.has(key)) return;
    seen.add(key);
    found.push({ collection: of, feature: other, why });
  };
  for (const other of findByCode(code)) add(other.collection, other.feature, "same_code");
  if (typeof park === "string") for (const other of findByCode(park)) add(other.collection, other.feature, "park");
  if (placed_by) for (const other of findByCode(placed_by)) add(other.collection, other.feature, "placed_by");
  for (const [of, features] of collections.value) {
    for (const other of features) {
      if (other.properties.park === code) add(of, other, "park");
      else if (other.properties.placed_by === code) add(of, other, "stands_here");
    }
  }
  const named = new Set(citations.filter(({ attribute }) => attribute === null).map(({ paragraph }) => paragraph));
  const together: RelatedFeature[] = [];
  for (const [of, features] of collections.value) {
    for (const other of features) {
      const shares = other.properties.citations.some((cite) => cite.attribute === null && named.has(cite.paragraph));
      if (shares && !seen.has(`${of} ${other.properties.code}`))
        together.push({ collection: of, feature: other, why: "same_paragraph" });
    }
  }
  return [...found, ...together.slice(0, SAME_PARAGRAPH_LIMIT)];
}
