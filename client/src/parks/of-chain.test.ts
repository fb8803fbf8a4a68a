import { afterEach, expect, it } from "vitest";
import { feature } from "../features/fixture.ts";
import { collections } from "../features/plan.ts";
import { countOfChain } from "./of-chain.ts";

const place = { type: "Point" as const, coordinates: [116.6, 35.4] };
afterEach(() => {
  collections.value = new Map();
});

it("what the plan names of a chain is counted with and without a place, and at the park that the text points to", () => {
  const placed = (id: string, properties: object) => ({ ...feature(id, properties), geometry: place });
  const unplaced = (id: string, properties: object) => ({ ...feature(id, properties), geometry: null });
  collections.value = new Map([
    [
      "projects",
      [
        placed("a", { industry_chain: "biopharma", park: "park-1" }),
        unplaced("b", { industry_chain: "biopharma", park: "park-1" }),
        unplaced("c", { industry_chain: "biopharma" }),
        unplaced("d", { industry_chain: "automotive", park: "park-1" }),
      ],
    ],
    ["enterprises", [placed("e", { industry_chain: "biopharma", placed_by: "park-1" })]],
    ["facilities", []],
  ]);
  expect(countOfChain("biopharma")).toEqual([
    { collection: "projects", placed: 1, unplaced: 2 },
    { collection: "enterprises", placed: 1, unplaced: 0 },
  ]);
  expect(countOfChain("biopharma", "park-1")).toEqual([
    { collection: "projects", placed: 1, unplaced: 1 },
    { collection: "enterprises", placed: 1, unplaced: 0 },
  ]);
  expect(countOfChain("new-energy", "park-1")).toEqual([]);
});
