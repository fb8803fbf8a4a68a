import { describe, expect, it } from "vitest";
import { openQuestions } from "./questions.ts";

describe("the questions before a visit", () => {
  it("are those that the plan leaves open, for all parks first", () => {
    const missing = new Map([
      ["park-2", ["land-price", "tax-per-mu"]],
      ["park-5", ["revenue-2023", "land-price"]],
    ]);
    expect(openQuestions(["revenue-2023", "tax-per-mu", "place", "land-price"], missing)).toEqual([
      { fact: "land-price", parks: ["park-2", "park-5"], isForAll: true },
      { fact: "revenue-2023", parks: ["park-5"], isForAll: false },
      { fact: "tax-per-mu", parks: ["park-2"], isForAll: false },
    ]);
  });

  it("are none where all is known", () => {
    expect(openQuestions(["place"], new Map([["park-2", []]]))).toEqual([]);
  });
});
