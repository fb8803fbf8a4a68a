import { describe, expect, it } from "vitest";
import { NO_FILTER } from "../filter/filter.ts";
import { facetsOf, sumOf } from "./facets.ts";
import { feature } from "./fixture.ts";

const projects = [
  feature("a", { industry_chain: "biopharma", plan_status: "planned", investment_cny: 100e8 }),
  feature("b", { industry_chain: "biopharma", plan_status: "existing", investment_cny: null }, false),
  feature("c", { industry_chain: "automotive", plan_status: "existing", investment_cny: 20e8, horizon_from: 2035 }),
  feature("d", { industry_chain: null, plan_status: "planned", investment_cny: 30e8, horizon_to: 2025 }, false),
];
const none = NO_FILTER;

describe("facets", () => {
  it("count what is there, and what is on the map", () => {
    const { numberMatched, placed, unplaced, without_horizon } = facetsOf("projects", projects, none, 2035);
    expect({ numberMatched, placed, unplaced, without_horizon }).toEqual({
      numberMatched: 3,
      placed: 2,
      unplaced: 1,
      without_horizon: 2,
    });
  });

  it("ignore their own dimension and obey the other", () => {
    const { facets, numberMatched } = facetsOf(
      "projects",
      projects,
      { ...NO_FILTER, industry_chain: ["biopharma"], plan_status: ["existing"] },
      2035,
    );
    expect(numberMatched).toBe(1);
    expect(facets.industry_chain).toEqual({ biopharma: 1, automotive: 1 });
    expect(facets.plan_status).toEqual({ planned: 1, existing: 1 });
  });

  it("obey the horizon", () => {
    expect(facetsOf("projects", projects, none, 2025).facets.industry_chain).toEqual({ biopharma: 2 });
    expect(facetsOf("projects", projects, none, 2035).facets.industry_chain).toEqual({ biopharma: 2, automotive: 1 });
  });

  it("count a park for each of its chains", () => {
    const parks = [
      feature("park-1", { industry_chains: ["biopharma", "medical-devices"] }),
      feature("park-2", { industry_chains: ["biopharma"] }),
    ];
    expect(facetsOf("parks", parks, none, 2025).facets.industry_chains).toEqual({ biopharma: 2, "medical-devices": 1 });
  });
});

describe("a sum", () => {
  it("says how much of it is known and names what is more than half of it", () => {
    expect(sumOf(projects, "investment_cny")).toEqual({
      sum: 150e8,
      known: 3,
      not_stated: 1,
      of_which: [{ code: "a", value: 100e8 }],
    });
  });

  it("names nobody when no one is more than half", () => {
    expect(
      sumOf([feature("a", { investment_cny: 1 }), feature("b", { investment_cny: 1 })], "investment_cny").of_which,
    ).toEqual([]);
  });

  it("of nothing known is not known, and never 0", () => {
    expect(sumOf([feature("a", { investment_cny: null })], "investment_cny")).toEqual({
      sum: null,
      known: 0,
      not_stated: 1,
      of_which: [],
    });
  });
});
