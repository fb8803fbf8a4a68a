import { describe, expect, it } from "vitest";
import { vocabularies } from "../catalogue.ts";
import { seeded } from "../features/fixture.ts";
import { type Filter, NO_FILTER } from "./filter.ts";
import { tokensOf } from "./parts/tokens.ts";
import { conditionsOf, joinConditions, namesIn, parseFilter, printFilter } from "./text.ts";

function dice(seed: number) {
  const random = seeded(seed);
  const roll = (sides: number) => Math.floor(random() * sides);
  const among = <Value>(values: readonly Value[]): Value => values[roll(values.length)] as Value;
  return { roll, among };
}

const codesOf = (vocabulary: string) => vocabularies.get(vocabulary)?.terms.map(({ code }) => code) ?? [];
const conditions = [
  "investment_cny > 1e9",
  "name_zh LIKE '%AND%'",
  "name_zh = 'O''Brien AND \"x'",
  "period_from BETWEEN 2021 AND 2025",
  "NOT (a = 1 AND b = 2)",
  "(a = 1 OR b = 2)",
  "a = 1 OR b BETWEEN 1 AND 2",
  "\"plan_status\" = 'nonsense'",
  "industry_chain <> 'biopharma'",
  "S_INTERSECTS(geometry, POLYGON((116 35, 117 35, 117 36, 116 35)))",
  "plan_status IS NOT NULL",
];

describe("a filter as text", () => {
  it("is read as it was written, whatever it is", () => {
    const { roll, among } = dice(20210929);
    for (let round = 0; round < 3000; round++) {
      const pick = (vocabulary: string) => [
        ...new Set(Array.from({ length: roll(4) }, () => among(codesOf(vocabulary)))),
      ];
      const rest = joinConditions(
        conditionsOf(joinConditions(Array.from({ length: roll(4) }, () => among(conditions)))),
      );
      const filter: Filter = { industry_chain: pick("industry_chain"), plan_status: pick("plan_status"), rest };
      expect(parseFilter(printFilter(filter))).toEqual(filter);
    }
  });

  it("is canonical after one reading, also when it is nonsense", () => {
    const { roll, among } = dice(7);
    const pieces = [
      "(",
      ")",
      "'",
      '"',
      "a",
      " AND ",
      " OR ",
      "BETWEEN ",
      "=",
      "'biopharma'",
      "industry_chain",
      " IN ",
      ",",
      "\\",
      " ",
      "1",
      "🙂",
    ];
    for (let round = 0; round < 5000; round++) {
      const text = Array.from({ length: roll(14) }, () => among(pieces)).join("");
      const once = printFilter(parseFilter(text));
      const twice = printFilter(parseFilter(once));
      expect(printFilter(parseFilter(twice)), text).toBe(twice);
    }
  });

  it.each([
    ["industry_chain IN ('biopharma','automotive')", { industry_chain: ["biopharma", "automotive"] }],
    ["industry_chain='biopharma'", { industry_chain: ["biopharma"] }],
    ["\"plan_status\" in ( 'planned' )", { plan_status: ["planned"] }],
    [
      "((plan_status = 'planned') AND (industry_chain = 'biopharma'))",
      { plan_status: ["planned"], industry_chain: ["biopharma"] },
    ],
    ["plan_status = 'nonsense'", { rest: "plan_status = 'nonsense'" }],
    ["plan_status IN ('planned', 5)", { rest: "plan_status IN ('planned', 5)" }],
    [
      "plan_status = 'planned' AND plan_status = 'existing'",
      { plan_status: ["planned"], rest: "plan_status = 'existing'" },
    ],
    [
      "plan_status = 'planned' OR industry_chain = 'biopharma'",
      { rest: "plan_status = 'planned' OR industry_chain = 'biopharma'" },
    ],
    ["NOT plan_status = 'planned'", { rest: "NOT plan_status = 'planned'" }],
    ["a BETWEEN 1 AND 2 AND plan_status = 'planned'", { plan_status: ["planned"], rest: "a BETWEEN 1 AND 2" }],
    ["a = 'x AND plan_status = ''planned'''", { rest: "a = 'x AND plan_status = ''planned'''" }],
    ["", {}],
    ["   ", {}],
  ])("%s", (text, expected) => {
    expect(parseFilter(text)).toEqual({ ...NO_FILTER, ...expected });
  });

  it("keeps a mistake a mistake", () => {
    for (const text of ["a = 1 AND", "AND a = 1", "a = 1 AND AND b = 2", "()", "(a = 1", "a = 'x"])
      expect(parseFilter(text).rest).toBe(text);
  });

  it("writes parentheses where something looser stands beside something else", () => {
    const rest = "a = 1 OR b = 2";
    expect(printFilter({ ...NO_FILTER, rest })).toBe(rest);
    expect(printFilter({ ...NO_FILTER, plan_status: ["planned"], rest })).toBe(`plan_status = 'planned' AND (${rest})`);
  });
});

describe("the words of a text", () => {
  it.each([
    ["'it''s'", "it's"],
    ["'O\\'Brien'", "O'Brien"],
    ["'C:\\'", "C:\\"],
    ['"a""b"', 'a"b'],
  ])("%s means what the server reads", (text, value) => {
    expect(tokensOf(text).map((token) => token.value)).toEqual([value]);
  });

  it("know where each of them stands", () => {
    expect(tokensOf("a  <>\n'b'").map(({ start, text }) => [start, text])).toEqual([
      [0, "a"],
      [3, "<>"],
      [6, "'b'"],
    ]);
  });
});

describe("the names in a text", () => {
  it("are properties: no keywords, no functions, no texts", () => {
    const text = "CASEI(name_zh) LIKE '%park%' AND NOT S_WITHIN(geometry, BBOX(1,2,3,4)) OR \"number\" IN (1, width_m)";
    expect(namesIn(text)).toEqual(["name_zh", "geometry", "number", "width_m"]);
  });
});
