import type { UnknownCounts } from "./view.ts";

/**
 * From weights and judgements to scores and ranks, in whole hundredths as the server reckons (server/Parks/Scores.cs):
 * tests/cases/scores.json holds both to each other.
 */

const WHOLE = 100;

/** What a criterion says of a park, or what all of them add up to: hundredths. */
export type Range = { min: number; max: number };

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const places = (values: readonly unknown[]): number[] => values.map((_, place) => place);

/** Weights as parts of 100 that add up to 100 (largest remainders, of equal ones the first); all 0 when nothing is weighed. */
export function shares(weights: readonly number[]): number[] {
  const total = sum(weights);
  if (total === 0) return weights.map(() => 0);
  const found = weights.map((weight) => Math.floor((weight * WHOLE) / total));
  const remainder = (place: number) => ((weights[place] ?? 0) * WHOLE) % total;
  const largest = places(weights).sort((a, b) => remainder(b) - remainder(a) || a - b);
  for (const place of largest.slice(0, WHOLE - sum(found))) found[place] = (found[place] ?? 0) + 1;
  return found;
}

/** As the reader wants what is not stated to count. */
export function counted({ min, max }: Range, unknown: UnknownCounts): Range {
  if (unknown === "low") return { min, max: min };
  const middle = Math.floor((min + max) / 2);
  return unknown === "middle" ? { min: middle, max: middle } : { min, max };
}

/** The sum of judgements by their shares, 0 to 10,000. */
export function total(judged: readonly Range[], parts: readonly number[]): Range {
  const by = (end: keyof Range) => sum(judged.map((one, place) => one[end] * (parts[place] ?? 0)));
  return { min: by("min"), max: by("max") };
}

/** Places best first: by what they can reach, then by what is certain, then as they were given. */
export function orderOf(ranges: readonly Range[]): number[] {
  const at = (place: number) => ranges[place] as Range;
  return places(ranges).sort((a, b) => at(b).max - at(a).max || at(b).min - at(a).min || a - b);
}

/** Ranges that overlap share a rank, for no one knows which is better; the next rank counts all before it. */
export function ranksOf(ranges: readonly Range[]): number[] {
  const ranks = ranges.map(() => 1);
  let rank = 1;
  let least = Number.POSITIVE_INFINITY;
  orderOf(ranges).forEach((place, before) => {
    const { min, max } = ranges[place] as Range;
    const isApart = max < least;
    if (isApart) rank = before + 1;
    least = isApart ? min : Math.min(least, min);
    ranks[place] = rank;
  });
  return ranks;
}
