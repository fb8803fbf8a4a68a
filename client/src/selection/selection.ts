import { findFeature, heldFeatures } from "../features/plan.ts";

/** What a person has opened, or has under the pointer. */
export type Selection =
  | { kind: "none" }
  | { kind: "feature"; collection: string; code: string }
  // an industry cluster is a term of the vocabulary: it has a card and no geometry
  | { kind: "industry-cluster"; code: string };

/** A project in several boxes keeps its first code; a link with another of its codes leads to it (product.md "Data model"). */
export function canonicalSelection(chosen: Selection): Selection {
  if (chosen.kind !== "feature" || findFeature(chosen.collection, chosen.code)) return chosen;
  const meant = heldFeatures(chosen.collection).find(({ properties }) => properties.other_codes?.includes(chosen.code));
  return meant ? { ...chosen, code: meant.properties.code } : chosen;
}

export const isSame = (a: Selection, collection: string, code: string): boolean =>
  a.kind === "feature" && a.collection === collection && a.code === code;
