import { beforeEach, describe, expect, it } from "vitest";
import type { PlanFeature } from "../../api/types.ts";
import { collections } from "../../features/plan.ts";
import type { SearchAnswer } from "../requests.ts";
import { localRows, searchRows, serverRows } from "./search-rows.ts";

const feature = (code: string, name_zh: string) =>
  ({
    id: code,
    geometry: null,
    properties: { code, name_zh, name_en: null, aliases: [], citations: [] },
  }) as unknown as PlanFeature;
const answer = (features: [string, string][], text = 0): SearchAnswer => ({
  revision: 1,
  query: "",
  pinyin: true,
  text_loaded: true,
  totals: { features: features.length, text, vocabulary: 0 },
  features: features.map(([code, words]) => ({
    collection: "waters",
    code,
    name_zh: words,
    name_en: null,
    placement: "exact",
    match: { by: "initials", words, start: 0, end: words.length },
  })),
  text: Array.from({ length: Math.min(text, 8) }, (_, index) => ({
    paragraph: `fyp14-chapter-20-p${index + 1}`,
    chapter: 20,
    box: null,
    item: null,
    page: 69,
    start: 0,
    end: 2,
    excerpt: "蓼河",
    excerpt_start: 0,
    mark_start: 0,
    mark_end: 2,
    by: "words",
  })),
  vocabulary: [],
  beyond: [],
  parts: [],
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

const park = (code: string, chains: string[], clusters: string[] = []) =>
  ({
    id: code,
    geometry: null,
    properties: {
      code,
      name_zh: `${code} 园`,
      name_en: null,
      aliases: [],
      citations: [],
      industry_chains: chains,
      industry_clusters: clusters,
    },
  }) as unknown as PlanFeature;

describe("a word of the vocabulary that is typed whole", () => {
  const chain = "construction-machinery";
  const all = new Map([
    ["parks", [park("park-1", ["biopharma"]), park("park-2", [chain]), park("park-3", [], ["high-end-equipment"])]],
    ["facilities", [feature("institute", "工程机械研究院")]],
  ]);
  const listed = (text: string, said = answer([], 3)) =>
    searchRows(all, text, said).map(({ name, rows }) => [name, rows.map(({ key }) => key)]);
  const before = [
    ["exact", [`industry_chain ${chain}`]],
    ["parks", ["parks park-2"]],
  ];

  it("comes first, then its parks, then what has it in its name and the paragraphs", () => {
    const [exact, parks, names, text] = listed("工程机械");
    expect([exact, parks]).toEqual(before);
    expect(names).toEqual(["features", ["facilities institute"]]);
    expect(text?.[0]).toBe("text");
    expect(listed("Construction machinery").slice(0, 2)).toEqual(before);
  });

  it("has the parks of its chains when it is a cluster", () => {
    expect(listed("high-end-equipment")[1]).toEqual(["parks", ["parks park-2", "parks park-3"]]);
  });

  it("is not what only begins like it", () => {
    expect(listed("工程机")[0]?.[0]).toBe("features");
  });

  it("is known by the server too, in other characters, and stands there once", () => {
    const said = {
      ...answer([]),
      query: "工程機械",
      vocabulary: [
        {
          vocabulary: "industry_chain",
          code: chain,
          zh: "工程机械",
          en: "Construction machinery",
          parent: null,
          match: { by: "name", words: "工程机械", start: 0, end: 4 },
        },
      ],
    };
    expect(listed("工程機械", said)).toEqual(before);
    expect(listed("工程機", said)).toEqual([["terms", [`industry_chain ${chain}`]]]);
    expect(listed("工程机械", said).slice(0, 2)).toEqual(before);
    expect(listed("工程机械", said).map(([name]) => name)).not.toContain("terms");
  });
});

it("asks for nothing when only blanks are typed", () => {
  expect(searchRows(collections.value, " \u3000 ", null)).toEqual([]);
});
