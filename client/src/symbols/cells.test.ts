import { describe, expect, it } from "vitest";
import { cellRadius, compactNumber, roundReference, shares } from "./cells.ts";

describe("a number in little room", () => {
  it.each([
    [7, "7", "7"],
    [999, "999", "999"],
    [9999, "9999", "10k"],
    [12_345, "1.2万", "12k"],
    [99_500, "10万", "100k"],
    [999_600, "100万", "1M"],
    [1_000_051, "100万", "1M"],
    [99_999_999, "1亿", "100M"],
    [1000, "1000", "1k"],
    [20_000, "2万", "20k"],
  ])("%d reads %s and %s", (count, zh, en) => {
    expect(compactNumber(count, "zh")).toBe(zh);
    expect(compactNumber(count, "en")).toBe(en);
  });
});

describe("the size of a symbol", () => {
  it("never falls as the number rises", () => {
    let last = 0;
    for (let count = 1; count < 1e6; count = Math.ceil(count * 1.3)) {
      const r = cellRadius(count, 50_000, 40);
      expect(r).toBeGreaterThanOrEqual(last);
      last = r;
    }
  });

  it("has its area by the number, where the text does not need more", () => {
    expect(cellRadius(50_000, 50_000, 40) / cellRadius(25_000, 50_000, 40)).toBeCloseTo(Math.sqrt(2));
  });

  it("stays within its room", () => {
    expect(cellRadius(1e6, 10, 18)).toBe(18);
  });

  it("stands for a round number", () => {
    expect([201, 999, 4999, 5001].map(roundReference)).toEqual([500, 1000, 5000, 10_000]);
    // nine signs that would cover each other are no large number
    expect(roundReference(9)).toBe(200);
  });
});

it("the shares of a ring follow the vocabulary and end with what has no term", () => {
  const ring = shares(10, { "plan_status.planned": 4, "plan_status.existing": 1 }, "plan_status");
  expect(ring.map(({ code }) => code)).toEqual(["existing", "planned", null]);
  expect(ring[0]?.from).toBe(0);
  expect(ring.at(-1)?.to).toBe(1);
  expect((ring[1]?.to ?? 0) - (ring[1]?.from ?? 0)).toBeCloseTo(0.4);
});
