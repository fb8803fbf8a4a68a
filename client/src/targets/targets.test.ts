import { describe, expect, it } from "vitest";
import type { Target } from "../api/types.ts";
import { headlineTarget } from "./targets.ts";

const target = (indicator: string, horizon: number | null, value: number | null): Target => ({
  indicator,
  horizon,
  comparator: "eq",
  value,
  unit: "CNY",
  paragraph: "fyp14-chapter-6-p1",
});

describe("the target shown large", () => {
  it("is the first headline indicator with a figure in that year", () => {
    const targets = [target("retail-sales", 2020, 1), target("gdp", 2020, 2), target("gdp", 2035, 3)];
    expect(headlineTarget(targets, 2020)).toBe(targets[1]);
    expect(headlineTarget(targets, 2035)).toBe(targets[2]);
  });

  it("is none where the plan gives no figure: never that of another year", () => {
    expect(
      headlineTarget([target("gdp", 2025, null), target("gdp", null, 5), target("gdp", 2020, 5)], 2025),
    ).toBeNull();
  });
});
