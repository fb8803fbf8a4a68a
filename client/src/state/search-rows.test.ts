import { beforeEach, expect, it } from "vitest";
import type { SearchAnswer } from "../api/search.ts";
import type { PlanFeature } from "../api/types.ts";
import { collections } from "./plan.ts";
import { localRows, serverRows } from "./search-rows.ts";

const feature = (code: string, name_zh: string) =>
  ({
    id: code,
    geometry: null,
    properties: { code, name_zh, name_en: null, aliases: [], citations: [] },
  }) as unknown as PlanFeature;
const answer = (features: [string, string][], text = 0): SearchAnswer => ({
  query: "",
  pinyin: true,
  text_loaded: true,
  totals: { features: features.length, text, vocabulary: 0 },
  features: features.map(([code, words]) => ({
    collection: "waters",
    code,
    name_zh: words,
    name_en: null,
    match: { by: "initials", words },
  })),
  text: Array.from({ length: Math.min(text, 8) }, (_, index) => ({
    paragraph: `fyp14-chapter-20-p${index + 1}`,
    chapter: 20,
    box: null,
    item: null,
    page: 69,
    excerpt: "蓼河",
    excerpt_start: 0,
    mark_start: 0,
    mark_end: 2,
  })),
  vocabulary: [],
  beyond: [],
  suggestion: null,
});

beforeEach(() => {
  collections.value = new Map([["waters", [feature("water-liaohe", "蓼河"), feature("water-sihe", "泗河")]]]);
});

it("keeps what was found here in its place when the server's answer joins", () => {
  const local = localRows(collections.value, "蓼河");
  const before = local.rows.map(({ key }) => key);
  const joined = [
    local,
    ...serverRows(
      local,
      answer(
        [
          ["water-sihe", "泗河"],
          ["water-liaohe", "蓼河"],
        ],
        12,
      ),
    ),
  ];
  expect(joined[0]?.rows.map(({ key }) => key)).toEqual(before);
  expect(joined.flatMap(({ rows }) => rows).filter(({ key }) => key === "waters water-liaohe")).toHaveLength(1);
  expect(joined.map(({ name }) => name)).toEqual(["features", "more", "text"]);
});

it("finds by sound what no name here holds, and says how many sentences there are", () => {
  const local = localRows(collections.value, "llh");
  expect(local.rows).toEqual([]);
  const [features, text] = serverRows(local, answer([["water-liaohe", "蓼河"]], 12));
  expect(features?.name).toBe("features");
  expect(features?.rows.map(({ key }) => key)).toEqual(["waters water-liaohe"]);
  expect(text?.total).toBe(12);
});

it("leaves out a feature that is not held here: there is nothing to open", () => {
  const local = localRows(collections.value, "没有");
  expect(serverRows(local, answer([["water-unknown", "没有"]]))).toEqual([]);
});
