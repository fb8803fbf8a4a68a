import { describe, expect, it } from "vitest";
import { byPlan, rankParks } from "./ranking.ts";
import type { MatchCriterion, MatchedPark } from "./requests.ts";

const criterion = (code: string, min: number, max = min, isShownOnly = false): MatchCriterion => ({
  code,
  raw: null,
  scaled_min: min,
  scaled_max: max,
  weight: 0,
  product_min: 0,
  product_max: 0,
  shown_only: isShownOnly,
  citations: [],
});
const park = (code: string, ...criteria: MatchCriterion[]): MatchedPark => ({
  code,
  name_zh: code,
  name_en: null,
  rank: 0,
  score_min: 0,
  score_max: 0,
  criteria,
  why: [],
  not_stated: [],
  known: 0,
  of: 0,
  policies: [],
  readiness: null,
  page: "",
});
const parks = [
  park("park-10", criterion("fit", 0.29), criterion("size", 0, 1), criterion("access", 0.9, 0.9, true)),
  park("park-2", criterion("fit", 1), criterion("size", 0.57), criterion("access", 0.1, 0.1, true)),
];
const ranked = (weights: number[], unknown: "range" | "low" | "middle") =>
  rankParks(byPlan(parks), weights, unknown).parks.map(
    ({ park: { code }, rank, score: { min, max } }) => `${rank} ${code} ${min}-${max}`,
  );

describe("the ranking", () => {
  it("counts what is not stated as the reader says, and lets what overlaps share a rank", () => {
    expect(ranked([50, 50, 0], "range")).toEqual(["1 park-2 7850-7850", "2 park-10 1450-6450"]);
    expect(ranked([10, 90, 0], "range")).toEqual(["1 park-10 290-9290", "1 park-2 6130-6130"]);
    expect(ranked([10, 90, 0], "low")).toEqual(["1 park-2 6130-6130", "2 park-10 290-290"]);
    expect(ranked([10, 90, 0], "middle")).toEqual(["1 park-2 6130-6130", "2 park-10 4790-4790"]);
  });

  it("gives no share to what is only shown", () => {
    expect(rankParks(parks, [1, 1, 98], "range").shares).toEqual([50, 50, 0]);
  });

  it("has equals in the order of the plan, and nothing of nothing", () => {
    expect(ranked([0, 0, 100], "range")).toEqual(["1 park-2 0-0", "1 park-10 0-0"]);
    expect(rankParks([], [1, 2, 3], "range").parks).toEqual([]);
  });
});
