import type { PlanFeature } from "../../api/types.ts";
import { definitionOf } from "../../catalogue.ts";
import { collections, findByCode } from "../../features/plan.ts";

/** Why two features belong together; never a guess from geometry. */
export type Relation = "same_code" | "placed_by" | "park" | "enterprise" | "stands_here" | "same_paragraph";
export type RelatedFeature = { collection: string; feature: PlanFeature; why: Relation };

export const SAME_PARAGRAPH_LIMIT = 12;

/** Of so many paragraphs that name a feature it is said what else they name, whether it is held or asked for. */
const MOST_PARAGRAPHS = 8;

/** The first paragraphs that name a feature, beside those that give one of its figures. */
export const namingParagraphs = ({ properties }: PlanFeature): ReadonlySet<string> =>
  new Set(
    properties.citations
      .filter(({ attribute }) => attribute === null)
      .slice(0, MOST_PARAGRAPHS)
      .map(({ paragraph }) => paragraph),
  );

const inOrder = (all: ReadonlyMap<string, readonly PlanFeature[]>) =>
  [...all].sort(([a], [b]) => (definitionOf(a)?.order ?? 0) - (definitionOf(b)?.order ?? 0));

/** Of what is held, and of what the server found `beside` it in large collections. */
export function relatedTo(
  collection: string,
  feature: PlanFeature,
  beside: ReadonlyMap<string, readonly PlanFeature[]> = new Map(),
): RelatedFeature[] {
  const { code, placed_by, park, enterprise } = feature.properties;
  const all = inOrder(new Map([...collections.value, ...beside]));
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
  if (typeof enterprise === "string")
    for (const other of findByCode(enterprise)) add(other.collection, other.feature, "enterprise");
  if (placed_by) for (const other of findByCode(placed_by)) add(other.collection, other.feature, "placed_by");
  for (const [of, features] of all) {
    for (const other of features) {
      if (other.properties.park === code) add(of, other, "park");
      else if (other.properties.enterprise === code) add(of, other, "enterprise");
      else if (other.properties.placed_by === code) add(of, other, "stands_here");
    }
  }
  const named = namingParagraphs(feature);
  const together: RelatedFeature[] = [];
  for (const [of, features] of all) {
    for (const other of features) {
      const shares = other.properties.citations.some((cite) => cite.attribute === null && named.has(cite.paragraph));
      if (shares && !seen.has(`${of} ${other.properties.code}`))
        together.push({ collection: of, feature: other, why: "same_paragraph" });
    }
  }
  return [...found, ...together.slice(0, SAME_PARAGRAPH_LIMIT)];
}
