import { afterEach, expect, it } from "vitest";
import { NO_FILTER } from "../filter/filter.ts";
import { filter } from "../filter/view.ts";
import { horizon } from "../horizon/view.ts";
import { featuresIn } from "./features-in.ts";
import { feature } from "./fixture.ts";
import { largeCollections } from "./large.ts";
import { largeFacets } from "./large-facets.ts";
import { collections } from "./plan.ts";

const countLayer = (collection: string) => featuresIn(collection).count();

afterEach(() => {
  collections.value = new Map();
  largeCollections.value = new Map();
  largeFacets.value = new Map();
  filter.value = NO_FILTER;
  horizon.value = 2025;
});

it("counts what matches and, of the same features, those without a place", () => {
  const of = (code: string, chain: string, placed: boolean, from: number | null = null) =>
    feature(code, { industry_chain: chain, horizon_from: from }, placed);
  collections.value = new Map([
    [
      "projects",
      [
        of("a", "biopharma", true),
        of("b", "biopharma", false),
        of("c", "automotive", false),
        of("d", "biopharma", false, 2035),
      ],
    ],
  ]);
  expect(countLayer("projects")).toEqual({ matched: 3, unplaced: 2, total: 4 });
  filter.value = { ...NO_FILTER, industry_chain: ["biopharma"] };
  expect(countLayer("projects")).toEqual({ matched: 2, unplaced: 1, total: 4 });
  horizon.value = 2035;
  expect(countLayer("projects")).toEqual({ matched: 3, unplaced: 2, total: 4 });
});

it("does not count what only fades", () => {
  const park = (code: string, chain: string) => feature(code, { industry_chains: [chain] });
  collections.value = new Map([["parks", [park("park-1", "biopharma"), park("park-2", "automotive")]]]);
  filter.value = { ...NO_FILTER, industry_chain: ["biopharma"] };
  expect(countLayer("parks")).toEqual({ matched: 1, unplaced: 0, total: 2 });
});

it("has both numbers of a large collection from the server, and none before it has answered", () => {
  largeCollections.value = new Map([["projects", { countedToZoom: 11 }]]);
  expect(countLayer("projects")).toBeNull();
  const facets = { numberMatched: 40_000, placed: 30_000, unplaced: 10_000, without_horizon: 0, facets: {}, sums: {} };
  largeFacets.value = new Map([["projects", { facets, stale: false, problem: null }]]);
  expect(countLayer("projects")).toEqual({ matched: 40_000, unplaced: 10_000, total: null });
});
