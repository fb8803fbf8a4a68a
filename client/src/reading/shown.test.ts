import { afterEach, expect, it } from "vitest";
import { largeCollections } from "../features/large.ts";
import { featuresOf } from "./shown.ts";

afterEach(() => {
  largeCollections.value = new Map();
});

const cited = (isExact: boolean) => ({
  features: [
    {
      collection: "projects",
      code: "project-4-1-1",
      name_zh: "试",
      name_en: null,
      placement: "stated",
      named: true,
      attributes: [],
    },
  ],
  left_out: [
    { collection: "projects", number: 900, is_exact: isExact },
    { collection: "roads", number: 20, is_exact: true },
  ],
});

it("says how many more of large collections cite a paragraph, and whether they were all counted", () => {
  largeCollections.value = new Map([["projects", { countedToZoom: 11 }]]);
  expect(featuresOf("fyp14-box-4-1-item-1", () => cited(false))).toEqual({
    placed: [{ collection: "projects", code: "project-4-1-1" }],
    unplaced: [],
    more: { count: 900, isExact: false },
  });
  largeCollections.value = new Map([
    ["projects", { countedToZoom: 11 }],
    ["roads", { countedToZoom: null }],
  ]);
  expect(featuresOf("fyp14-box-4-1-item-1", () => cited(false)).more).toEqual({ count: 920, isExact: false });
  expect(featuresOf("fyp14-box-4-1-item-1", () => cited(true)).more).toEqual({ count: 920, isExact: true });
});

it("leaves nothing out of a collection that is held whole", () => {
  expect(featuresOf("fyp14-box-4-1-item-1", () => cited(true))).toEqual({ placed: [], unplaced: [], more: null });
});
