import { describe, expect, it } from "vitest";
import cases from "../../../tests/cases/scores.json" with { type: "json" };
import { counted, orderOf, type Range, ranksOf, shares, total } from "./score.ts";
import { UNKNOWN_COUNTS } from "./view.ts";

/** The same cases hold for the server: tests/Server.Tests/Parks/SharedScoresTests.cs. */
const ranges = (text: string): Range[] =>
  text.split(" ").map((one) => {
    const [min = Number.NaN, max = Number.NaN] = one.split("-").map(Number);
    return { min, max };
  });
const numbers = (text: string): number[] => text.split(" ").map(Number);
const tables = cases.tables.map((table) => table.map(ranges));

/** The row of the file, reckoned here from its question. */
function reckoned(row: string): string {
  const [table = "", counts = "", weights = "", scored = ""] = row.split(" | ");
  const unknown = UNKNOWN_COUNTS.find((one) => one === counts);
  if (!unknown) throw new Error(row);
  const flags = numbers(scored);
  const parts = shares(numbers(weights).map((weight, place) => (flags[place] ? weight : 0)));
  const sums = (tables[Number(table)] ?? []).map((park) =>
    total(
      park.map((one) => counted(one, unknown)),
      parts,
    ),
  );
  return [
    table,
    counts,
    weights,
    scored,
    parts.join(" "),
    sums.map(({ min, max }) => `${min}-${max}`).join(" "),
    ranksOf(sums).join(" "),
    orderOf(sums).join(" "),
  ].join(" | ");
}

describe("the arithmetic of the ranking", () => {
  it("is the server's on a thousand random weights", () => {
    expect(cases.rows).toHaveLength(1000);
    expect(cases.rows.map(reckoned)).toEqual(cases.rows);
  });
});
