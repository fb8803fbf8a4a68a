import { afterEach, describe, expect, it } from "vitest";
import type { Target } from "../api/types.ts";
import { horizon } from "../horizon/view.ts";
import { learnTerms } from "../language/answered-terms.ts";
import { figuresOf, headlineTarget, planTargets, shownIndicator, shownTargets, yearsOf } from "./targets.ts";
import { indicator } from "./view.ts";

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

describe("the figures of an indicator", () => {
  it("are each given once by a year, and two that differ are both given", () => {
    const twice = [target("gdp", 2025, 3), target("gdp", 2025, 3), target("gdp", 2025, 5), target("gdp", 2025, null)];
    expect(figuresOf(twice, "gdp", 2025)).toEqual([twice[0], twice[2]]);
    expect(figuresOf(twice, "gdp", 2035)).toEqual([]);
  });

  it("stand at the given years and at those that the plan adds, never at one that it leaves open", () => {
    const targets = [target("gdp", 2022, 1), target("gdp", 2030, null), target("gdp", null, 4)];
    expect(yearsOf([2020, 2035], targets)).toEqual([2020, 2022, 2035]);
  });
});

describe("the indicator that is followed", () => {
  const zone = (code: string, year: number, value: number) => ({
    ...target(code, year, value),
    subject: { kind: "zone", code: "zone" },
  });
  const at = (year: number) => {
    horizon.value = year;
    return shownTargets.value.map((one) => `${one.indicator} ${one.value}`);
  };
  afterEach(() => {
    [planTargets.value, indicator.value, horizon.value] = [null, null, 2025];
    learnTerms("indicator", []);
  });

  it("is the headline of each year until one is chosen, which is then kept where the plan is silent", () => {
    learnTerms("indicator", [
      { code: "gdp", zh: "", en: "" },
      { code: "retail-sales", zh: "", en: "" },
    ]);
    planTargets.value = [zone("gdp", 2020, 1), zone("retail-sales", 2020, 2), zone("retail-sales", 2025, 3)];
    expect([at(2020), at(2025)]).toEqual([["gdp 1"], ["retail-sales 3"]]);
    indicator.value = "gdp";
    expect([at(2020), at(2025)]).toEqual([["gdp 1"], []]);
    expect(shownIndicator.value).toBe("gdp");
    // a link that names none of the plan's
    indicator.value = "nonsense";
    expect(at(2025)).toEqual(["retail-sales 3"]);
  });
});
