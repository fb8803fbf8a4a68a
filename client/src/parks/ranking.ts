import type { MatchCriterion, MatchedPark } from "./requests.ts";
import { counted, orderOf, type Range, ranksOf, shares, total } from "./score.ts";
import type { UnknownCounts } from "./view.ts";

/** A criterion of a park as it counts now: scaled × share = product. */
export type Counted = { criterion: MatchCriterion; scaled: Range; share: number };
export type RankedPark = { park: MatchedPark; rank: number; score: Range; counted: readonly Counted[] };
export type Ranking = { parks: readonly RankedPark[]; shares: readonly number[] };

const hundredths = (value: number): number => Math.round(value * 100);

/** The order of the plan, which decides between equals: park-2 before park-10, as the server has them. */
export const byPlan = (parks: readonly MatchedPark[]): MatchedPark[] =>
  [...parks].sort((a, b) => a.code.length - b.code.length || (a.code < b.code ? -1 : 1));

/** Ranks parks by weights, one for each of their criteria; a criterion that is only shown has no share. */
export function rankParks(parks: readonly MatchedPark[], weights: readonly number[], unknown: UnknownCounts): Ranking {
  const scored = parks[0]?.criteria.map(({ shown_only }) => !shown_only) ?? [];
  const parts = shares(weights.map((weight, place) => (scored[place] ? weight : 0)));
  const rows = parks.map((park) => {
    const all = park.criteria.map((criterion, place) => ({
      criterion,
      scaled: counted({ min: hundredths(criterion.scaled_min), max: hundredths(criterion.scaled_max) }, unknown),
      share: parts[place] ?? 0,
    }));
    return {
      park,
      counted: all,
      score: total(
        all.map(({ scaled }) => scaled),
        parts,
      ),
    };
  });
  const scores = rows.map(({ score }) => score);
  const ranks = ranksOf(scores);
  return {
    shares: parts,
    parks: orderOf(scores).flatMap((place) => {
      const row = rows[place];
      return row ? [{ ...row, rank: ranks[place] ?? 1 }] : [];
    }),
  };
}

/** Those that the plan ties to the question, and the others; all of them where it ties none, or nothing of the kind is asked. */
export function byReason(parks: readonly RankedPark[]): { tied: readonly RankedPark[]; others: readonly RankedPark[] } {
  const tied = parks.filter(({ park }) => park.why.length > 0);
  return tied.length > 0
    ? { tied, others: parks.filter(({ park }) => park.why.length === 0) }
    : { tied: parks, others: [] };
}
