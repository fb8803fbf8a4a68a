import { collectionDefinitions, groupOf, isFrame } from "../catalogue.ts";
import { featuresIn } from "../features/features-in.ts";
import { filterInForce } from "../filter/match.ts";

/** What an answer is counted in: parks, who and what stands there, projects; and the networks, where the filter acts on them. */
export const PARTS = ["parks", "services", "projects", "network"] as const;
export type Part = (typeof PARTS)[number];

export type PartCount = {
  part: Part;
  /** The collections it is of, in the order of the catalogue. */
  collections: readonly string[];
  matched: number;
  placed: number;
};

type Counted = { id: string; chain_property?: string | null; codes_of?: string };

/**
 * The part that a collection is counted in, by its group in the catalogue; null for a frame that says nothing of chains,
 * and for the ground of what another collection has: a project and its site are one thing.
 */
export function partOf({ id, chain_property, codes_of }: Counted): Part | null {
  if (codes_of || (isFrame(id) && !chain_property)) return null;
  return groupOf(id)?.answer_part ?? null;
}

/** Whether everything that is filtered by is there to be filtered: a layer without chains says nothing about a chain. */
export const actsOn = (by: { industry_chain: readonly string[] }, chain: string | null | undefined): boolean =>
  by.industry_chain.length === 0 || Boolean(chain);

/** The parts under filter and horizon that have anything to say; a part whose numbers have not come is left out. */
export function countParts(): readonly PartCount[] {
  const by = filterInForce.value;
  return PARTS.flatMap((part) => {
    const of = collectionDefinitions.filter((one) => partOf(one) === part && actsOn(by, one.chain_property));
    const counts = of.map(({ id }) => featuresIn(id).count());
    if (of.length === 0 || counts.some((count) => count === null)) return [];
    const sum = (number: "matched" | "unplaced") => counts.reduce((total, count) => total + (count?.[number] ?? 0), 0);
    return [
      { part, collections: of.map(({ id }) => id), matched: sum("matched"), placed: sum("matched") - sum("unplaced") },
    ];
  });
}
